package dev.laurel.engine.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.laurel.condition.Scope;
import dev.laurel.condition.Selector;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RuleOutcome.NotConsidered.Reason;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.event.Pricing;
import dev.laurel.event.PurchaseLine;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointPolicy;
import dev.laurel.receipt.CountedUse;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PurchaseRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.CivilZone;
import dev.laurel.time.Dates;
import dev.laurel.time.Timestamps;
import dev.laurel.time.Window;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A program compiled so that a purchase finds the rules that can match it, by its time, its member's tier and its lines, without
 * looking at the others.
 */
public final class Plan {
    /**
     * Civil periods are not the same forwards and backwards: 28, 29, 30 and 31 January plus a month can be one day. Four days
     * more are always enough.
     */
    private static final Period CIVIL_SLACK = Period.ofDays(4);

    /** More than months of different lengths and changes of the clocks can make of a period. */
    private static final Duration DOUBT = Duration.ofDays(10);

    private static final int MOST_TIERS_BY_BIT = Long.SIZE;
    private static final long[] NO_SETS = {};
    private static final LocalDate FIRST_DATE =
            Timestamps.MIN.atZone(ZoneOffset.UTC).toLocalDate();
    private static final LocalDate LAST_DATE =
            Timestamps.MAX.atZone(ZoneOffset.UTC).toLocalDate();

    private final LoyaltyProgram program;
    private final String versionedId;
    private final CivilZone zone;
    private final PlannedLadder[] ladders;
    private final Map<Tier, TierPlace> tiers;
    private final ImmutableListMultimap<String, PlannedLadder> laddersBySum;
    private final ImmutableList<PointPolicy> policies;
    private final String[] currencies;
    private final Selector[] exclusions;
    private final PlannedCap[] caps;
    private final PlannedRule[] rules;
    private final MemberRules memberRules;
    private final Map<String, PlannedReward> rewards;
    private final Map<String, Offer> offers;
    private final Map<String, Series> series;
    private final List<Series> allSeries;
    private final Map<String, Window> counterWindows;
    private final boolean asksForMembership;
    private final RuleLookup lookup;

    public Plan(LoyaltyProgram program) {
        this.program = program;
        versionedId = program.versionedId();
        zone = CivilZone.of(program.zone());
        series =
                program.sums().stream().map(Series::new).collect(ImmutableMap.toImmutableMap(Series::id, each -> each));
        allSeries = ImmutableList.copyOf(series.values());
        ladders = program.ladders().stream()
                .map(ladder -> new PlannedLadder(ladder, zone, series))
                .toArray(PlannedLadder[]::new);
        tiers = placesOfTiers();
        laddersBySum = laddersBySum();
        policies = ImmutableList.sortedCopyOf(
                Comparator.comparing((PointPolicy policy) -> policy.currency().id()), program.allPoints());
        currencies = policies.stream().map(policy -> policy.currency().id()).toArray(String[]::new);
        exclusions = program.exclusions().toArray(Selector[]::new);
        caps = program.caps().stream().map(PlannedCap::ofProgram).toArray(PlannedCap[]::new);
        rules = new PlannedRule[program.purchaseRules().size()];
        Map<String, PurchaseRule> byId = Maps.uniqueIndex(program.purchaseRules(), PurchaseRule::id);
        for (int i = 0; i < rules.length; i++) {
            rules[i] = planned(program.purchaseRules().get(i), i, byId);
        }
        memberRules = new MemberRules(program);
        lookup = new RuleLookup(rules);
        rewards = program.rewards().stream().collect(ImmutableMap.toImmutableMap(Reward::id, this::planned));
        offers = Maps.uniqueIndex(program.offers(), Offer::id);
        counterWindows = counterWindows();
        asksForMembership = program.needsMember() || counterWindows.containsValue(Window.SINCE_ENROLLMENT);
    }

    private Map<String, Window> counterWindows() {
        List<PlannedCap> all = new ArrayList<>(Arrays.asList(caps));
        for (PlannedRule rule : rules) {
            all.addAll(Arrays.asList(rule.caps()));
        }
        memberRules.all().forEach(rule -> all.addAll(rule.caps()));
        rewards.values().forEach(reward -> all.addAll(reward.limits()));
        ImmutableMap.Builder<String, Window> windows = ImmutableMap.builder();
        for (PlannedCap cap : all) {
            Window window = cap.cap().window();
            if (window != null) {
                windows.put(cap.counter(), window);
            }
        }
        series.values().forEach(sum -> windows.put(sum.id(), sum.window()));
        return windows.buildKeepingLast();
    }

    private PlannedReward planned(Reward reward) {
        PointCurrency named = reward.price().currency();
        PointCurrency currency = named == null ? program.points().get(0).currency() : named;
        return new PlannedReward(
                reward,
                currency.id(),
                reward.limits().stream()
                        .map(limit -> PlannedCap.of(reward.id(), limit))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** A day is added on both sides, for a clock that goes back over midnight lets a date come twice; the condition decides. */
    private PlannedRule planned(PurchaseRule rule, int ordinal, Map<String, PurchaseRule> byId) {
        Scope scope = rule.scope();
        LocalDate from = scope.from();
        LocalDate to = scope.to();
        String currency = currencyOf(rule, byId).id();
        return new PlannedRule(
                rule,
                ordinal,
                from == null || from.isBefore(FIRST_DATE) ? Long.MIN_VALUE : micros(startOf(from.minusDays(1))),
                to == null || !to.isBefore(LAST_DATE) ? Long.MAX_VALUE : micros(startOf(to.plusDays(2))),
                tierSets(scope.tiers()),
                currency,
                program.pricing(),
                Arrays.stream(caps).anyMatch(cap -> cap.isOn(currency)));
    }

    /** The start of a date; a date beyond what events may carry has a start too. */
    private Instant startOf(LocalDate date) {
        return date.isAfter(LAST_DATE)
                ? LocalDate.MAX.atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC)
                : zone.startOf(date);
    }

    /** A bit for each tier of all ladders; none is told apart where there are more than bits. */
    private Map<Tier, TierPlace> placesOfTiers() {
        Map<Tier, TierPlace> places = new HashMap<>();
        for (int ladder = 0; ladder < ladders.length; ladder++) {
            List<Ladder.Step> steps = ladders[ladder].ladder().steps();
            for (int rank = 0; rank < steps.size(); rank++) {
                places.put(steps.get(rank).tier(), new TierPlace(ladder, rank, places.size()));
            }
        }
        return places;
    }

    private ImmutableListMultimap<String, PlannedLadder> laddersBySum() {
        ImmutableListMultimap.Builder<String, PlannedLadder> bySum = ImmutableListMultimap.builder();
        for (PlannedLadder ladder : ladders) {
            ladder.series().forEach(sum -> bySum.put(sum.id(), ladder));
        }
        return bySum.build();
    }

    /** Of each set the bits of its tiers. */
    private long[] tierSets(Set<Set<Tier>> sets) {
        return tiers.size() > MOST_TIERS_BY_BIT
                ? NO_SETS
                : sets.stream()
                        .filter(tiers.keySet()::containsAll)
                        .mapToLong(this::bits)
                        .toArray();
    }

    private long bits(Set<Tier> some) {
        long bits = 0;
        for (Tier tier : some) {
            bits |= 1L << requireNonNull(tiers.get(tier)).bit();
        }
        return bits;
    }

    /** That of the rule itself, or of the one that it multiplies. */
    private PointCurrency currencyOf(PurchaseRule rule, Map<String, PurchaseRule> byId) {
        PurchaseRule earning = rule instanceof Multiplier multiplier
                ? byId.get(multiplier.effect().rule())
                : rule;
        PointCurrency named = ((EarnRule) requireNonNull(earning)).currency();
        return named == null ? program.points().get(0).currency() : named;
    }

    /** Microseconds since 1970, the unit in which rules are looked up; a date that is too far for them is the last there is. */
    static long micros(Instant instant) {
        if (instant.getEpochSecond() > Long.MAX_VALUE / 1_000_000) {
            return Long.MAX_VALUE;
        }
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    public LoyaltyProgram program() {
        return program;
    }

    /** When it comes into force by its date; if it has none, from the first instant on. */
    Instant comesIntoForce() {
        LocalDate from = program.inForceFrom();
        return from == null || from.isBefore(FIRST_DATE) ? Timestamps.MIN : startOf(from);
    }

    public String versionedId() {
        return versionedId;
    }

    /** How the program counts what lines cost. */
    public Pricing pricing() {
        return program.pricing();
    }

    public CivilZone zone() {
        return zone;
    }

    /** The ladders by id, which is the order of an account's standings. */
    public PlannedLadder[] ladders() {
        return ladders;
    }

    /** The ladder of an id, or null. */
    public @Nullable PlannedLadder ladder(String id) {
        for (PlannedLadder ladder : ladders) {
            if (ladder.id().equals(id)) {
                return ladder;
            }
        }
        return null;
    }

    /** Where a tier stands, or null if the program does not have it. */
    public @Nullable TierPlace placeOf(Tier tier) {
        return tiers.get(tier);
    }

    /** A bit for each of these tiers that the program has. */
    public long bitsOf(Tier[] held) {
        long bits = 0;
        for (Tier tier : held) {
            TierPlace place = tiers.get(tier);
            bits |= place == null ? 0 : 1L << place.bit();
        }
        return bits;
    }

    /** The point currencies by id, which is the order of an account's wallets. */
    public List<PointPolicy> policies() {
        return policies;
    }

    /** Whether anything counts by membership years or since enrollment. */
    public boolean asksForMembership() {
        return asksForMembership;
    }

    /** The ids of the point currencies, in the order of an account's wallets. Accounts share the array, and nobody changes it. */
    public String[] currencies() {
        return currencies;
    }

    /** The terms of a point currency, or null if the program does not have it. */
    public @Nullable PointPolicy policyOf(String currency) {
        for (int i = 0; i < policies.size(); i++) {
            if (policies.get(i).currency().id().equals(currency)) {
                return policies.get(i);
            }
        }
        return null;
    }

    /** Whether the program has a point currency. */
    public boolean hasPoints(String currency) {
        for (int i = 0; i < policies.size(); i++) {
            if (policies.get(i).currency().id().equals(currency)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a point currency can be earned: the program has it, and it is not retired. */
    public boolean canEarn(String currency) {
        return program.retired().points().isEmpty()
                ? hasPoints(currency)
                : program.points().stream()
                        .anyMatch(policy -> policy.currency().id().equals(currency));
    }

    /** Refuses a point currency that the program does not have. */
    public void requirePoints(String currency) {
        if (!hasPoints(currency)) {
            String known =
                    policies.stream().map(policy -> policy.currency().id()).collect(Collectors.joining(" or "));
            throw new RefusedSignal(new Refusal.WrongCurrency(known, currency));
        }
    }

    /** Refuses money of a currency that the program does not name. */
    public void requireMoney(Currency currency) {
        Currency expected = program.money();
        if (!currency.equals(expected)) {
            throw new RefusedSignal(new Refusal.WrongCurrency(expected.getCurrencyCode(), currency.getCurrencyCode()));
        }
    }

    /** Until when what is bought at an instant can be returned. */
    public Instant returnableUntil(Instant bought) {
        return zone.plus(bought, program.returnPeriod());
    }

    /** When a hold that begins at an instant has ended, however late the host tells of it. */
    Instant afterLongestHold(Instant begin) {
        return zone.plus(zone.plus(begin, program.longestHold()), program.lateLimit());
    }

    /**
     * Tells of many instants whether what was bought then can still be returned at one. Civil time is asked only where it can
     * matter: no day of a month and no change of the clocks moves the end of a period by more than a few days.
     */
    public Predicate<Instant> returnableAt(Instant now) {
        Instant about = zone.minus(now, program.returnPeriod());
        Instant surelyNot = about.minus(DOUBT);
        Instant surely = about.plus(DOUBT);
        return bought -> bought.isAfter(surely) || (bought.isAfter(surelyNot) && now.isBefore(returnableUntil(bought)));
    }

    /** The reward of an id, or null. */
    @Nullable
    public PlannedReward reward(String id) {
        return rewards.get(id);
    }

    /** The offer of an id, or null. */
    @Nullable
    public Offer offer(String id) {
        return offers.get(id);
    }

    /** The sums that it asks for, in the order of their ids. */
    public List<Series> allSeries() {
        return allSeries;
    }

    /** The sums that it asks for, by id. */
    public Map<String, Series> series() {
        return series;
    }

    /** Whether anything is counted by a counter. */
    public boolean counts(String counter) {
        return counterWindows.containsKey(Series.sumOf(counter));
    }

    /**
     * The first window of a counter that can still have an influence: that in which the earliest event falls that would still be accepted, and
     * for a ladder those on which a standing rests then. A counter that the program no longer has is kept as it is.
     *
     * @param earliest the day of that event; days count from 1970
     */
    public long firstWindowThatMatters(String counter, long earliest, Membership of) {
        String name = Series.sumOf(counter);
        Series sum = series.get(name);
        Window window = counterWindows.get(name);
        if (window instanceof Dates && sum != null) {
            // It can be asked at any time.
            return Long.MIN_VALUE;
        }
        if (window instanceof BoundedWindow bounded) {
            long number = bounded.numberOf(earliest, of.since());
            for (PlannedLadder ladder : laddersOn(sum)) {
                number = Math.min(number, ladder.firstNeeded(earliest, of));
            }
            return sum != null && sum.keepsDaysIn(counter) && number != Long.MIN_VALUE
                    ? bounded.firstDayOf(number, of.since())
                    : number;
        }
        if (window instanceof Window.Rolling rolling) {
            long first = rolling.firstDayThatCounts(earliest);
            for (PlannedLadder ladder : laddersOn(sum)) {
                first = Math.min(first, ladder.firstNeeded(earliest, of));
            }
            return first;
        }
        return Long.MIN_VALUE;
    }

    /** Whether a goal of a tier asks for a sum. */
    public boolean isAskedByLadder(String sum) {
        return ladders.length > 0 && laddersBySum.containsKey(sum);
    }

    /** The ladders that ask for a sum. */
    private Collection<PlannedLadder> laddersOn(@Nullable Series sum) {
        return sum == null ? List.of() : laddersBySum.get(sum.id());
    }

    /**
     * The day of the earliest event that would still be accepted from which on a window of a counter, and none before it, can have no
     * influence any more; the last day there is if it always can.
     */
    public long countsUntil(String counter, long window, Membership of) {
        String name = Series.sumOf(counter);
        Series sum = series.get(name);
        Window windows = counterWindows.get(name);
        if (windows instanceof Dates && sum != null) {
            return Long.MAX_VALUE;
        }
        if (windows instanceof Dates dates) {
            return window == 0 && dates.to() != null ? dates.firstDayOf(1, of.since()) : Long.MAX_VALUE;
        }
        if (windows instanceof BoundedWindow bounded) {
            long number = sum != null && sum.keepsDaysIn(counter) ? bounded.numberOf(window, of.since()) : window;
            return Math.max(bounded.firstDayOf(number + 1, of.since()), neededByLadders(sum, number, of));
        }
        return windows instanceof Window.Rolling rolling
                ? Math.max(rolling.countsUntil(window), neededByLadders(sum, window, of))
                : Long.MAX_VALUE;
    }

    private long neededByLadders(@Nullable Series sum, long number, Membership of) {
        long until = Long.MIN_VALUE;
        for (PlannedLadder ladder : laddersOn(sum)) {
            until = Math.max(until, ladder.neededUntil(number, of));
        }
        return until;
    }

    /** Whether an event is too late where the host gave one of another date before. */
    public boolean isTooLate(Instant occurredAt, Instant latest) {
        return occurredAt.isBefore(latest)
                && zone.plus(occurredAt, program.lateLimit()).isBefore(latest);
    }

    /** A date before which no event lies that is not too late, where the latest that the host gave is of another; null for none. */
    public Instant earliestAccepted(@Nullable Instant latest) {
        if (latest == null) {
            return Timestamps.MIN;
        }
        return zone.minus(zone.minus(latest, program.lateLimit()), CIVIL_SLACK);
    }

    /**
     * The first birthday whose claim can still matter once one is claimed for a later birthday: before it lie those whose claims can no
     * longer be cancelled, and that no claim lies too close to any more, however late it comes. A claim is made within the window of
     * its birthday.
     */
    public LocalDate firstBirthdayThatMatters(LocalDate later) {
        try {
            return later.minus(program.returnPeriod())
                    .minus(program.lateLimit())
                    .minusDays(BirthdayOccasion.MOST_DAYS_OPEN + (long) BirthdayOccasion.LEAST_DAYS_BETWEEN);
        } catch (DateTimeException e) {
            return LocalDate.MIN;
        }
    }

    public Selector[] exclusions() {
        return exclusions;
    }

    public PlannedRule rule(int ordinal) {
        return rules[ordinal];
    }

    /** The rules on a member. */
    public MemberRules memberRules() {
        return memberRules;
    }

    /** The caps of the program itself, in an order of their own. */
    public PlannedCap[] caps() {
        return caps;
    }

    /** Where what its rules award a member of a currency at an instant is counted for the caps of the program on points. */
    public List<CountedUse> countedAt(String currency, Instant at, Membership of) {
        return countedAt(cap -> !cap.isOfUses() && cap.isOn(currency), at, of);
    }

    /** Where a purchase of a member at an instant is counted for the caps of the program on uses. */
    public List<CountedUse> useAt(Instant at, Membership of) {
        return countedAt(PlannedCap::isOfUses, at, of);
    }

    private List<CountedUse> countedAt(Predicate<PlannedCap> which, Instant at, Membership of) {
        if (caps.length == 0) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<CountedUse> counted = ImmutableList.builder();
        for (PlannedCap cap : caps) {
            if (which.test(cap)) {
                cap.addTo(counted, at, zone, of);
            }
        }
        return counted.build();
    }

    /** The rules that can match a purchase of these lines: no rule that would match is left out. */
    public Candidates candidates(List<PurchaseLine> lines, Instant at, long tiersHeld) {
        return lookup.candidates(lines, micros(at), tiersHeld);
    }

    /** The ordinals of the rules that are no candidates, ascending, by the reason; no reason without rules. */
    public Map<Reason, List<Integer>> leftOut(Candidates candidates) {
        return lookup.leftOut(candidates);
    }
}
