package dev.laurel.simulation;

import dev.laurel.condition.Condition;
import dev.laurel.event.Activity;
import dev.laurel.event.Enrollment;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LotUse;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.occasion.ActivityWith;
import dev.laurel.occasion.Occasions;
import dev.laurel.rule.Cap;
import dev.laurel.rule.MemberEffect;
import dev.laurel.rule.MemberRule;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.Dates;
import dev.laurel.time.Expiry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What an activity or an enrollment gives, by the rules of its date on that. */
final class PlainMemberRules {
    private final PlainAccount account;
    private final String event;
    private final Instant at;
    private final PlainFacts facts;

    /** By ascending id. */
    private final List<Given> earning = new ArrayList<>();

    private final List<MemberRule> granting = new ArrayList<>();

    /** The sums of earned points that add them up. */
    private final List<PlainCounts.Counted> counted = new ArrayList<>();

    /** How much a rule gives, as far as is known. */
    private static final class Given {
        final MemberRule rule;
        final String currency;
        long points;

        Given(MemberRule rule, MemberEffect.Earns effect) {
            this.rule = rule;
            currency = effect.points().currency().id();
            points = effect.points().count();
        }
    }

    private PlainMemberRules(PlainAccount account, LoyaltyEvent event, Predicate<MemberRule> isOn) {
        this.account = account;
        this.event = event.id();
        at = event.occurredAt();
        facts = PlainAccrual.facts(account, account.judging, at, null);
        List<MemberRule> rules =
                account.judging.memberRules().stream().filter(isOn).toList();
        for (MemberRule rule : byId(rules)) {
            if (areMet(rule)) {
                consider(rule);
            }
        }
        account.judging.caps().forEach(this::trimAll);
        countEarned();
    }

    /** To be asked before anything is written down of the activity. */
    static PlainMemberRules ofActivity(PlainAccount account, Activity event) {
        return new PlainMemberRules(account, event, rule -> isOn(rule, event.name()) && hasValue(account, rule, event));
    }

    /** To be asked once the member is enrolled. */
    static PlainMemberRules ofEnrollment(PlainAccount account, Enrollment event) {
        return new PlainMemberRules(account, event, rule -> rule.occasion() instanceof Occasions.Enrolling);
    }

    static boolean isOn(MemberRule rule, String activity) {
        return (rule.occasion() instanceof ActivityKind kind && kind.name().equals(activity))
                || (rule.occasion() instanceof ActivityWith with
                        && with.kind().name().equals(activity));
    }

    private static boolean hasValue(PlainAccount account, MemberRule rule, Activity event) {
        return !(rule.occasion() instanceof ActivityWith with)
                || account.versions.mistake() == PlainMistake.ANY_ATTRIBUTE
                || with.values().stream()
                        .anyMatch(value -> value.equals(event.attributes().get(with.attribute())));
    }

    private static List<MemberRule> byId(List<MemberRule> rules) {
        List<MemberRule> sorted = new ArrayList<>(rules);
        sorted.sort(Comparator.comparing(MemberRule::id));
        return sorted;
    }

    // --- asked ---

    private boolean areMet(MemberRule rule) {
        for (Condition condition : rule.conditions()) {
            if (!PlainRefusal.ask(() -> condition.check(facts)).met()) {
                return false;
            }
        }
        return true;
    }

    /** By its own caps. Points that are retired by now are earned no more. */
    private void consider(MemberRule rule) {
        if (!(rule.effect() instanceof MemberEffect.Earns earns)) {
            if (rule.caps().stream().allMatch(cap -> allowed(rule.id(), cap) > 0)) {
                granting.add(rule);
            }
            return;
        }
        Given given = new Given(rule, earns);
        rule.caps().forEach(cap -> given.points = Math.min(given.points, allowed(rule.id(), cap)));
        if (account.program.points().stream()
                .anyMatch(policy -> policy.currency().id().equals(given.currency))) {
            earning.add(given);
        }
    }

    private long allowed(String name, Cap cap) {
        if (cap.window() instanceof Dates dates
                && !dates.contains(at.atZone(account.zone).toLocalDate())) {
            return Long.MAX_VALUE;
        }
        long left = Math.max(0, PlainCaps.limitOf(cap) - account.caps.counted(name, cap, at));
        return cap instanceof UseCap && left > 0 ? Long.MAX_VALUE : left;
    }

    private static boolean isUnder(Cap cap, Given given) {
        return !(cap instanceof PointCap points)
                || points.most().currency().id().equals(given.currency);
    }

    /** Takes what a cap of the program does not allow from the rule with the highest id, then from the next. */
    private void trimAll(Cap cap) {
        long over = sumUnder(cap) - allowed(PlainCaps.nameOfProgram(cap), cap);
        List<Given> fromTheHighest = new ArrayList<>(earning);
        Collections.reverse(fromTheHighest);
        for (Given given : fromTheHighest) {
            if (over > 0 && isUnder(cap, given)) {
                long less = Math.min(over, given.points);
                given.points -= less;
                over -= less;
            }
        }
    }

    private long sumUnder(Cap cap) {
        return earning.stream()
                .filter(given -> isUnder(cap, given))
                .mapToLong(given -> given.points)
                .sum();
    }

    private SortedMap<String, Long> byCurrency() {
        SortedMap<String, Long> points = new TreeMap<>();
        earning.stream()
                .filter(given -> given.points > 0)
                .forEach(given -> points.merge(given.currency, given.points, Long::sum));
        return points;
    }

    private void countEarned() {
        byCurrency().forEach((currency, points) -> counted.addAll(account.counts.ofClaim(facts, currency, points)));
    }

    // --- given ---

    /**
     * Gives it, and lets tiers follow what it adds to the sums of earned points.
     *
     * @param sums to which sums the event itself has added something
     */
    void give(Set<String> sums) {
        post();
        Set<String> more = new HashSet<>(sums);
        more.addAll(account.counts.write(counted, event, at));
        granting.forEach(this::grant);
        SortedMap<String, TierStanding> before = account.held();
        account.tiers.follow(more, at);
        account.noteTiers(before, false);
    }

    /** Points with the same dates share a lot. */
    private record LotDates(String currency, Instant available, Instant expires, boolean isOwn) {}

    private void post() {
        Map<LotDates, Long> lots = new LinkedHashMap<>();
        Map<Given, LotDates> dates = new LinkedHashMap<>();
        byCurrency().forEach((currency, points) -> account.wallet(currency).requireModest(points));
        for (Given given : earning) {
            if (given.points > 0) {
                dates.put(given, datesOf(given));
                lots.merge(dates.get(given), given.points, Math::addExact);
            }
        }
        Map<LotDates, Long> numbers = new LinkedHashMap<>();
        lots.forEach((of, points) -> numbers.put(of, open(of, points)));
        dates.forEach((given, of) -> {
            List<LotUse> uses = List.of(new LotUse(numbers.get(of), given.points));
            account.points.writeJudged(
                    EntryKind.EARN, account.wallet(given.currency), given.points, uses, given.rule.id(), null);
        });
        countForCaps();
        if (!lots.isEmpty()) {
            account.points.settle();
        }
    }

    private LotDates datesOf(Given given) {
        MemberRule rule = given.rule;
        Instant from = rule.available()
                .map(moment -> account.instantOf(moment, at))
                .filter(moment -> moment.isAfter(at))
                .orElse(at);
        Expiry own = rule.expiry().orElse(null);
        Instant expires = own == null
                ? account.wallet(given.currency).expiryOf(at, from)
                : account.instantOf(own.date(), own.isFromAvailability() ? from : at);
        return new LotDates(given.currency, from.isAfter(account.asOf) ? from : account.asOf, expires, own != null);
    }

    private long open(LotDates of, long points) {
        PlainWallet wallet = account.wallet(of.currency);
        wallet.count(PlainWallet.Total.EARNED, points);
        PlainLot lot = of.isOwn
                ? account.points.open(wallet, points, at, of.available, of.expires, true)
                : account.points.open(wallet, points, at, of.available, of.expires);
        wallet.active(Expiry.Activity.EARNING, at);
        return lot.number;
    }

    private void countForCaps() {
        if (account.versions.mistake() == PlainMistake.UNCOUNTED_ACTIVITIES) {
            return;
        }
        for (Given given : earning) {
            given.rule.caps().forEach(cap -> account.caps.count(given.rule.id(), cap, at, amount(cap, given.points)));
        }
        for (Cap cap : account.judging.caps()) {
            account.caps.count(PlainCaps.nameOfProgram(cap), cap, at, amount(cap, sumUnder(cap)));
        }
    }

    private static long amount(Cap cap, long points) {
        return cap instanceof UseCap ? Math.min(1, points) : points;
    }

    /** A grant that runs is prolonged, or stays if it runs longer than the rule says. */
    private void grant(MemberRule rule) {
        rule.caps().forEach(cap -> account.caps.count(rule.id(), cap, at, 1));
        boolean isForPeriod = rule.effect() instanceof MemberEffect.GrantsFor;
        Tier named = rule.effect() instanceof MemberEffect.GrantsFor grants
                ? grants.tier()
                : ((MemberEffect.GrantsUntil) rule.effect()).tier();
        Instant moment =
                rule.effect() instanceof MemberEffect.GrantsUntil grants ? account.instantOf(grants.until(), at) : null;
        Tier tier = account.versions.inPlaceOf(named, account.judging);
        PlainLadder ladder = account.tiers.of(tier);
        if (ladder == null) {
            return;
        }
        int rank = ladder.ladder.rankOf(tier);
        Instant running = ladder.grantedUntil(rank);
        Instant until;
        if (isForPeriod) {
            boolean isFromActivity = running == null
                    || running.isBefore(at)
                    || account.versions.mistake() == PlainMistake.GRANTS_FROM_THE_ACTIVITY;
            until = (isFromActivity ? at : running)
                    .atZone(account.zone)
                    .plus(((MemberEffect.GrantsFor) rule.effect()).period())
                    .toInstant();
        } else {
            until = running != null && running.isAfter(moment) ? running : moment;
        }
        SortedMap<String, TierStanding> before = account.held();
        ladder.grant(new PlainLadder.Standing(rank, until), account.asOf);
        account.noteTiers(before, false);
    }
}
