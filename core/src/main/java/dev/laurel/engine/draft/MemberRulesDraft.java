package dev.laurel.engine.draft;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.account.GivenOnSum.PostedLot;
import dev.laurel.condition.Condition;
import dev.laurel.condition.Facts;
import dev.laurel.condition.Finding;
import dev.laurel.decision.Explanation;
import dev.laurel.decision.Reduction;
import dev.laurel.decision.RuleOutcome;
import dev.laurel.engine.guard.RuleGuard;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedCap;
import dev.laurel.engine.plan.PlannedMemberRule;
import dev.laurel.engine.plan.Series;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.Points;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MemberMeasure;
import dev.laurel.receipt.CountedUse;
import dev.laurel.rule.MemberEffect;
import dev.laurel.rule.MemberRule;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What rules on a member give for one occasion. All of them are asked by what was so before it, so nothing is changed before the last was asked.
 */
public final class MemberRulesDraft {
    private final AccountDraft account;
    private final Plan plan;
    private final Instant at;
    private final Facts facts;
    private List<PlannedMemberRule> asked = List.of();
    private final List<Award> awards = new ArrayList<>();
    private final List<PlannedMemberRule> grants = new ArrayList<>();
    private final List<Series> counted = new ArrayList<>();
    private @Nullable Credit posted;

    /**
     * Prepares them.
     *
     * @param plan the terms that have the rules
     * @param facts what their conditions see
     */
    public MemberRulesDraft(AccountDraft account, Plan plan, Facts facts) {
        this.account = account;
        this.plan = plan;
        this.facts = facts;
        at = facts.occurredAt();
    }

    /** What a rule awards. */
    private static final class Award {
        final PlannedMemberRule rule;
        final PointCurrency currency;
        long points;
        List<Reduction> reductions = List.of();

        Award(PlannedMemberRule rule, PointCurrency currency, long points) {
            this.rule = rule;
            this.currency = currency;
            this.points = points;
        }

        String currency() {
            return currency.id();
        }

        /** Lets a cap allow so much of it: one of its rule, or of a program if one is named. */
        void trim(PlannedCap cap, @Nullable String program, long allowed) {
            long taken = points - Math.min(points, allowed);
            if (taken > 0) {
                reductions = ImmutableList.<Reduction>builder()
                        .addAll(reductions)
                        .add(
                                program == null
                                        ? new Reduction.ByCap(rule.id(), cap.cap(), taken)
                                        : new Reduction.ByCapOfProgram(program, cap.cap(), taken))
                        .build();
                points -= taken;
            }
        }
    }

    /**
     * Asks the rules on an occasion what they give.
     *
     * @param rules the rules, by id
     */
    public MemberRulesDraft ask(List<PlannedMemberRule> rules) {
        asked = rules;
        for (PlannedMemberRule rule : rules) {
            if (areMet(rule.rule())) {
                add(rule, rule.rule().points().map(Points::count).orElse(0L));
            }
        }
        trim();
        askCounters();
        return this;
    }

    /**
     * Asks one rule what it gives.
     *
     * @param points how many points that is before caps, if it earns any
     */
    MemberRulesDraft ask(PlannedMemberRule rule, long points) {
        if (areMet(rule.rule())) {
            add(rule, points);
        }
        trim();
        askCounters();
        return this;
    }

    private void add(PlannedMemberRule planned, long points) {
        MemberRule rule = planned.rule();
        if (!(rule.effect() instanceof MemberEffect.Earns earns)) {
            if (planned.caps().stream().allMatch(cap -> account.counters().allowed(cap, at) > 0)) {
                grants.add(planned);
            }
        } else if (account.plan().canEarn(earns.points().currency().id())) {
            awards.add(new Award(planned, earns.points().currency(), points));
        }
    }

    /**
     * Lets the one that was asked give its points, and says into which lot, and where they are counted; null if it gives none.
     *
     * @param cause the id of the event that it came with
     */
    @Nullable
    PostedLot postOne(String cause) {
        post(cause);
        if (posted == null) {
            return null;
        }
        long points = posted.points();
        List<CountedUse> uses = new ArrayList<>();
        for (PlannedCap cap : Iterables.concat(awards.get(0).rule.caps(), Arrays.asList(plan.caps()))) {
            CountedUse use = cap.isOn(posted.currency()) ? account.counters().useAt(cap, at) : null;
            if (use != null) {
                uses.add(use);
            }
        }
        counted.stream()
                .filter(series -> isOf(series, posted.currency()))
                .forEach(series ->
                        uses.add(new CountedUse(series.key(), account.counters().windowOf(series, at), false)));
        return new PostedLot(posted.toLot(), points, points, 0, uses);
    }

    /**
     * Lets them give it. What follows for tiers from the points that are counted is for the caller.
     *
     * @param cause the id of the event that it came with
     */
    public void post(String cause) {
        postPoints(cause);
        for (PlannedMemberRule rule : grants) {
            rule.caps().forEach(cap -> account.counters().count(cap, at, 1));
            account.changeTiers(cause, standings -> grant(rule.rule().effect(), standings));
        }
        if (!grants.isEmpty()) {
            // What a tier that is left suspended may be over at once.
            account.catchUp(account.asOf());
        }
    }

    private boolean areMet(MemberRule rule) {
        for (Condition condition : rule.conditions()) {
            if (!RuleGuard.ask(rule.id(), "condition", () -> condition.check(facts))
                    .met()) {
                return false;
            }
        }
        return true;
    }

    /** From the inside out: by the caps of each rule, then by those of the program, which take from the highest id first. */
    private void trim() {
        for (Award award : awards) {
            for (PlannedCap cap : award.rule.caps()) {
                award.trim(cap, null, account.counters().allowed(cap, at));
            }
        }
        for (PlannedCap cap : plan.caps()) {
            long left = account.counters().allowed(cap, at);
            for (Award award : awards) {
                if (cap.isOn(award.currency()) && left < Long.MAX_VALUE) {
                    award.trim(cap, plan.program().id(), left);
                    left -= award.points;
                }
            }
        }
    }

    // --- explained ---

    /**
     * What became of the rules that were asked, and of those on the same that were not. To be asked instead of {@link #post}.
     *
     * @param others the others, each with what it asked for and what was found
     */
    public Explanation explained(List<RuleOutcome.NotApplied> others) {
        return Explanation.ofMember(this::followed, () -> notApplied(others));
    }

    private List<RuleOutcome.Followed> followed() {
        List<RuleOutcome.Followed> followed = new ArrayList<>();
        for (Award award : awards) {
            followed.add(followed(award.rule.rule(), award.reductions));
        }
        for (PlannedMemberRule rule : grants) {
            followed.add(followed(rule.rule(), List.of()));
        }
        followed.sort(Comparator.comparing(RuleOutcome.Followed::rule));
        return followed;
    }

    private static RuleOutcome.Followed followed(MemberRule rule, List<Reduction> reductions) {
        return new RuleOutcome.Followed(rule.id(), rule.effect(), reductions, rule.reason());
    }

    private List<RuleOutcome.NotApplied> notApplied(List<RuleOutcome.NotApplied> others) {
        List<RuleOutcome.NotApplied> all = new ArrayList<>(others);
        for (PlannedMemberRule rule : asked) {
            if (!grants.contains(rule) && awards.stream().noneMatch(award -> award.rule.equals(rule))) {
                all.add(whyNot(rule));
            }
        }
        all.sort(Comparator.comparing(RuleOutcome.NotApplied::rule));
        return all;
    }

    /** The first reason why a rule does not apply. */
    private RuleOutcome.NotApplied whyNot(PlannedMemberRule planned) {
        String id = planned.id();
        for (Condition condition : planned.rule().conditions()) {
            Finding finding = RuleGuard.ask(id, "condition", () -> condition.check(facts));
            if (!finding.met()) {
                return new RuleOutcome.NotApplied(
                        id,
                        RuleGuard.ask(id, "description", condition::describe),
                        RuleGuard.ask(id, "finding", finding::found),
                        RuleGuard.ask(id, "finding", finding::required));
            }
        }
        for (PlannedCap cap : planned.caps()) {
            if (planned.rule().points().isEmpty() && account.counters().allowed(cap, at) == 0) {
                String most = "at most " + cap.cap().describe();
                return new RuleOutcome.NotApplied(id, most, "no use left", most);
            }
        }
        String currency =
                planned.rule().points().map(points -> points.currency().id()).orElseThrow();
        return new RuleOutcome.NotApplied(
                id, "the points that it awards", currency + ", which are retired", "points in force");
    }

    // --- points ---

    private void postPoints(String cause) {
        List<Credit> credits = new ArrayList<>(awards.size());
        Map<String, Long> earned = new TreeMap<>();
        for (Award award : awards) {
            if (award.points > 0) {
                WalletDraft into = account.wallet(award.currency());
                LotDates dates = datesOf(into, award.rule.rule());
                posted = plan == account.judgingPlan()
                        ? Credit.ofRule(award.rule.id(), into, award.points, dates)
                        : Credit.ofRuleInForce(award.rule.id(), into, award.points, dates);
                credits.add(posted);
                earned.merge(award.currency(), award.points, Math::addExact);
                use(award.rule.caps(), award.points);
            }
        }
        account.credit(credits, cause);
        useProgram(earned);
        for (Series series : counted) {
            long points = earned.getOrDefault(currencyOf(series), 0L);
            if (points > 0) {
                account.counters().count(series, at, points);
            }
        }
    }

    private static String currencyOf(Series series) {
        return ((MemberMeasure.Earned) ((MemberCounter<?>) series.counter()).measure())
                .currency()
                .id();
    }

    private static boolean isOf(Series series, String currency) {
        return currencyOf(series).equals(currency);
    }

    /** Dates count from the occasion, so that what comes late is not held back longer than what came in time. */
    private LotDates datesOf(WalletDraft wallet, MemberRule rule) {
        Moment from = rule.available().orElse(null);
        long start = Timestamps.micros(at);
        Instant available = from == null ? at : Timestamps.ofMicros(Math.max(start, account.micros(from, start)));
        Expiry own = rule.expiry().orElse(null);
        return own == null ? account.datesOf(wallet, at, available) : account.datesOf(own, at, available);
    }

    private void use(List<PlannedCap> caps, long points) {
        for (PlannedCap cap : caps) {
            account.counters().count(cap, at, cap.isOfUses() ? 1 : points);
        }
    }

    private void useProgram(Map<String, Long> earned) {
        for (PlannedCap cap : plan.caps()) {
            long points = 0;
            for (Map.Entry<String, Long> each : earned.entrySet()) {
                points = cap.isOn(each.getKey()) ? Math.addExact(points, each.getValue()) : points;
            }
            if (points > 0) {
                account.counters().count(cap, at, cap.isOfUses() ? 1 : points);
            }
        }
    }

    /** The sums of earned points that count what is awarded. */
    private void askCounters() {
        if (awards.isEmpty()) {
            return;
        }
        for (Series series : account.versions().counted()) {
            if (series.counter() instanceof MemberCounter<?> counter
                    && counter.measure() instanceof MemberMeasure.Earned
                    && account.counters().counts(series, at)
                    && isMet(counter)) {
                counted.add(series);
            }
        }
    }

    private boolean isMet(MemberCounter<?> counter) {
        for (Condition condition : counter.conditions()) {
            if (!RuleGuard.ask(counter.id(), "condition", () -> condition.check(facts))
                    .met()) {
                return false;
            }
        }
        return true;
    }

    // --- tiers ---

    private void grant(MemberEffect effect, StandingsDraft standings) {
        if (effect instanceof MemberEffect.GrantsFor grants) {
            standings.prolong(
                    account.versions().inForce(grants.tier()),
                    running -> account.zone()
                            .plus(running == null || running.isBefore(at) ? at : running, grants.period()));
        } else if (effect instanceof MemberEffect.GrantsUntil grants) {
            Instant until = Timestamps.ofMicros(account.micros(grants.until(), Timestamps.micros(at)));
            standings.prolong(
                    account.versions().inForce(grants.tier()),
                    running -> running == null || running.isBefore(until) ? until : running);
        }
    }
}
