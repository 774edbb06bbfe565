package dev.laurel.engine.draft;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Account;
import dev.laurel.account.VersionInForce;
import dev.laurel.condition.Question;
import dev.laurel.engine.plan.CountedSums;
import dev.laurel.engine.plan.Membership;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedLadder;
import dev.laurel.engine.plan.PlannedReward;
import dev.laurel.engine.plan.Series;
import dev.laurel.engine.plan.Version;
import dev.laurel.occasion.Sum;
import dev.laurel.occasion.SumUpTo;
import dev.laurel.program.PointPolicy;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.tier.Tier;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The versions of its program that an account is under, while an event is being settled: the one that is in force, those that were before it,
 * and the one by which the event is judged.
 */
public final class VersionsDraft {
    private final Version present;
    private final Plan plan;
    private final List<VersionInForce> written;
    private final boolean isLater;
    private Version judging;

    /** Of the versions that came into force for it, or whose thresholds were asked: the earliest. */
    private Version earliestUsed;

    /**
     * The versions under one of them, by which the event is judged too unless something else is said.
     *
     * @param before the account under the version before
     * @param earlier those of the same event under the version before, or null if this is the first
     */
    VersionsDraft(Version present, Account before, @Nullable VersionsDraft earlier) {
        this.present = present;
        plan = present.plan();
        judging = present;
        isLater = earlier != null;
        earliestUsed = earlier == null || !earlier.hasUsed() ? present : earlier.earliestUsed;
        written = earlier == null
                ? before.versions()
                : ImmutableList.<VersionInForce>builder()
                        .addAll(before.versions())
                        .add(new VersionInForce(present.name(), before.asOf(), begun(earlier.plan, plan)))
                        .build();
    }

    /** The sums that terms ask for and those before did not. */
    private static List<String> begun(Plan before, Plan now) {
        return now.series().keySet().stream()
                .filter(sum -> !before.series().containsKey(sum))
                .toList();
    }

    /** Whether the event needs one of them. The one that was in force before it counts only if another was asked under it. */
    private boolean hasUsed() {
        return isLater || earliestUsed != present;
    }

    /** Lets an event be judged by the version that was in force at its date. */
    void judge(Instant at) {
        judging = present.all().judging(written, present, at);
    }

    /** The version that is in force. */
    public Version present() {
        return present;
    }

    /** The version by which the event is judged: that which was in force at its date. */
    Version judging() {
        return judging;
    }

    /** The versions that have been in force for an account, the present one last. */
    List<VersionInForce> toList(boolean isOpen) {
        return written.isEmpty() && isOpen
                ? ImmutableList.of(VersionInForce.of(present.name(), present.from()))
                : written;
    }

    /** The names from the first that judges it, is asked or comes into force for it to the one in force after it, in their order. */
    public List<String> posting() {
        return present.namesFrom(judging.earlier(earliestUsed));
    }

    /** When the last return ends of what is bought at an instant, by any of the versions that have been in force. */
    Instant lastReturn(Instant bought) {
        Instant last = plan.returnableUntil(bought);
        for (Plan other : earlierPlans()) {
            Instant until = other.returnableUntil(bought);
            last = until.isAfter(last) ? until : last;
        }
        return last;
    }

    /** Tells of many instants whether what was bought then can still be returned at one, by any of the versions that have been in force. */
    Predicate<Instant> returnableAt(Instant now) {
        Predicate<Instant> returnable = plan.returnableAt(now);
        for (Plan other : earlierPlans()) {
            returnable = returnable.or(other.returnableAt(now));
        }
        return returnable;
    }

    /** The terms of the versions that were in force before the present one, as far as they are known. */
    List<Plan> earlierPlans() {
        if (written.size() < 2) {
            return List.of();
        }
        List<Plan> plans = new ArrayList<>(written.size() - 1);
        for (VersionInForce earlier : written.subList(0, written.size() - 1)) {
            Version known = present.all().named(earlier.version());
            if (known != null) {
                plans.add(known.plan());
            }
        }
        return plans;
    }

    /** The reward of a redemption or hold by the terms by which it was taken, or if these are not known any more, by later ones; or null. */
    public @Nullable PlannedReward rewardOf(RedemptionReceipt redemption) {
        Plan taken = present.all().planOf(redemption.program());
        return taken == null ? reward(redemption.reward()) : taken.reward(redemption.reward());
    }

    /** The reward of an id as the terms in force have it, or as the last of those before them had it that did; or null. */
    private @Nullable PlannedReward reward(String id) {
        PlannedReward reward = plan.reward(id);
        List<Plan> earlier = reward == null ? earlierPlans() : List.of();
        for (int i = earlier.size() - 1; i >= 0 && reward == null; i--) {
            reward = earlier.get(i).reward(id);
        }
        return reward;
    }

    /**
     * The late limit that an event breaks, or null: that of the terms of its date, of those in force, or of any between. What happened by
     * then has been forgotten by the shortest.
     */
    public @Nullable Period brokenLateLimit(Instant at, Instant latest) {
        if (plan.isTooLate(at, latest)) {
            return plan.program().lateLimit();
        }
        for (int i = written.size() - 1; i >= 0 && judging != present; i--) {
            Version known = present.all().named(written.get(i).version());
            if (known != null && known.plan().isTooLate(at, latest)) {
                return known.plan().program().lateLimit();
            }
            if (known == judging) {
                break;
            }
        }
        return judging.plan().isTooLate(at, latest) ? judging.plan().program().lateLimit() : null;
    }

    /** The terms by which a counter counts: those in force, or the last before them that had it, for what its windows still owe. */
    Plan planCounting(String counter) {
        if (written.size() < 2 || plan.counts(counter)) {
            return plan;
        }
        List<Plan> earlier = earlierPlans();
        for (int i = earlier.size() - 1; i >= 0; i--) {
            if (earlier.get(i).counts(counter)) {
                return earlier.get(i);
            }
        }
        return plan;
    }

    /** Whether anything counts by membership years or since enrollment, by the terms in force or by those before, for late events. */
    boolean askForMembership() {
        if (plan.asksForMembership() || judging.plan().asksForMembership()) {
            return true;
        }
        for (int i = 0; i < written.size() - 1; i++) {
            Version known = present.all().named(written.get(i).version());
            if (known != null && known.plan().asksForMembership()) {
                return true;
            }
        }
        return false;
    }

    // --- sums ---

    /** The sum for which a condition of the terms of a version asks, or null if these do not say so. */
    public @Nullable Series seriesOf(Question question, Version by) {
        Sum sum = question instanceof SumUpTo upTo ? upTo.sum() : question instanceof Sum whole ? whole : null;
        Series series = sum == null ? null : by.plan().series().get(sum.id());
        return series == null ? null : keyed(series, by);
    }

    /** The sums for which the event counts: those that the terms of its date ask for. */
    public List<Series> counted() {
        return keyed(judging);
    }

    /** The sums that the terms in force ask for. */
    public List<Series> inForce() {
        return keyed(present);
    }

    /** A sum of the terms in force under the key that it has for the account. */
    public Series inForce(Series series) {
        return keyed(series, present);
    }

    /** Whether rules of the terms in force, or of those that judge the event, are on a sum. */
    boolean isOfRules(Series series) {
        return plan.memberRules().areOn(series.id())
                || (judging != present && judging.plan().memberRules().areOn(series.id()));
    }

    /** How many days longer the windows of a counter are kept for rules than for questions, of any version that has been in force. */
    long daysKeptForRules(String counter) {
        if (!Series.isSum(counter)) {
            return 0;
        }
        String sum = Series.sumOf(counter);
        long days = plan.memberRules().daysKept(sum);
        List<Plan> earlier = earlierPlans();
        for (int i = 0; i < earlier.size(); i++) {
            days = Math.max(days, earlier.get(i).memberRules().daysKept(sum));
        }
        return days;
    }

    /** The versions whose rules on sums can matter, the latest first: that in force, those that were before it, and the judging one. */
    List<Version> latestFirst() {
        List<Version> versions = new ArrayList<>();
        versions.add(present);
        for (int i = written.size() - 2; i >= 0; i--) {
            Version known = present.all().named(written.get(i).version());
            if (known != null) {
                versions.add(known);
            }
        }
        if (!versions.contains(judging)) {
            versions.add(judging);
        }
        return versions;
    }

    private List<Series> keyed(Version by) {
        List<Series> asked = by.plan().allSeries();
        return asked.isEmpty() || (by == present && written.size() < 2)
                ? asked
                : asked.stream().map(series -> keyed(series, by)).toList();
    }

    /** A sum under its key. What the terms in force count on with is asked as far as these do. */
    private Series keyed(Series series, Version by) {
        if (by == present && written.size() < 2) {
            return series;
        }
        String sum = series.id();
        int nearest = nearest(sum, by);
        Series inForce = nearest(sum, present) == nearest ? plan.series().get(sum) : null;
        return (inForce == null ? series : inForce).under(Series.keyOf(sum, nearest));
    }

    /**
     * Among the versions that follow one another up to one or from it on, and ask for a sum as it does: the place of that which lies nearest to the
     * first that was in force for the account, from that on.
     */
    private int nearest(String sum, Version of) {
        int place = placeOf(of);
        if (place >= 0) {
            return beginning(sum, place);
        }
        Version first = present.all().require(written.get(0).version());
        Version nearest = of;
        for (Version later = of.later(); later != null && asksFor(later, sum); later = later.later()) {
            nearest = later;
            if (later == first) {
                break;
            }
        }
        return nearest.minus(first);
    }

    /** The place of a version among those that have been in force for the account, or -1. */
    private int placeOf(Version version) {
        if (version == present) {
            return Math.max(0, written.size() - 1);
        }
        int place = written.size() - 1;
        while (place >= 0 && !written.get(place).version().equals(version.name())) {
            place--;
        }
        return place;
    }

    /** The place of the version with which a sum has begun that is counted at a place. */
    private int beginning(String sum, int place) {
        int first = place;
        while (first > 0 && !written.get(first).begun().contains(sum)) {
            first--;
        }
        return first;
    }

    private static boolean asksFor(Version version, String sum) {
        return version.plan().series().containsKey(sum);
    }

    /** The day from which on no event that is accepted asks for a counter; the last there is if some may. */
    long askedUntil(String counter) {
        if (!Series.isSum(counter)) {
            return Long.MAX_VALUE;
        }
        // That of a version before all that have been in force is asked for by what is late for the first of these.
        int next = lastAsking(Series.sumOf(counter), Series.keyIn(counter)) + 1;
        return next >= written.size()
                ? Long.MAX_VALUE
                : plan.zone().dayOf(written.get(next).since()) + 1;
    }

    /** The place of the last version that has been in force and asks for a sum under a key, or -1. */
    private int lastAsking(String sum, String key) {
        int last = written.size() - 1;
        while (last >= 0
                && !(asksFor(last, sum)
                        && Series.keyOf(sum, beginning(sum, last)).equals(key))) {
            last--;
        }
        return last;
    }

    /** Whether a version that has been in force asks for a sum; one that is not known any more did so if the next one goes on with it. */
    private boolean asksFor(int place, String sum) {
        Version known = present.all().named(written.get(place).version());
        if (known != null) {
            return asksFor(known, sum);
        }
        return place + 1 < written.size() && !written.get(place + 1).begun().contains(sum) && asksFor(place + 1, sum);
    }

    // --- others ---

    /** Whether the program has this version only. */
    boolean isOne() {
        return present.all().size() == 1;
    }

    /** The name of the version that is in force. */
    String name() {
        return present.name();
    }

    /**
     * The terms of a point currency in a version.
     *
     * @throws dev.laurel.engine.guard.RefusedSignal if the version is not known
     */
    PointPolicy policyOf(String ofVersion, String currency) {
        return requireNonNull(present.all().require(ofVersion).plan().policyOf(currency));
    }

    /** The tier that is in force in place of one by the terms that judge the event: that on which its members stand. */
    Tier inForce(Tier tier) {
        return inForce(tier, judging);
    }

    /**
     * The place of the tier of the terms in force that the sums of a window reach by the thresholds of another instant. Where the ladder had
     * other sums then, it is by those of now.
     */
    int rankReachedAt(Instant at, PlannedLadder ladder, CountedSums sums, long window) {
        Version then = present.all().judging(written, present, at);
        earliestUsed = earliestUsed.earlier(then);
        PlannedLadder other = then.plan().ladder(ladder.id());
        if (then == present || other == null || !ladder.hasSumsOf(other)) {
            return ladder.rankReached(sums, window);
        }
        return Math.max(0, ladder.rankOf(inForce(other.tier(other.rankReached(sums, window)), then)));
    }

    /**
     * When a tier ends that the sums of a window reach, or never: by the ladder of the terms in force, unless the window was over when these or
     * some before them came into force. What was over by terms that are not known any more is as if it were not.
     */
    long endReachedIn(PlannedLadder ladder, long window, Membership of) {
        for (int place = 1; place < written.size(); place++) {
            Version before = present.all().named(written.get(place - 1).version());
            if (before != null) {
                long since = Timestamps.micros(written.get(place).since());
                long over = ladder.overBefore(before.plan().ladder(ladder.id()), since, window, of);
                if (over != Timestamps.NEVER) {
                    earliestUsed = earliestUsed.earlier(before);
                    return over;
                }
            }
        }
        return ladder.endReachedIn(window, of);
    }

    /** The tier that is in force in place of one of the terms of a version. */
    Tier inForce(Tier tier, Version of) {
        Tier now = tier;
        for (Version each = of; each != present && each != null; ) {
            each = each.later();
            Tier standsOn =
                    each == null ? null : each.plan().program().retired().standsOn(now);
            now = standsOn == null ? now : standsOn;
        }
        return now;
    }

    /** The tier of the terms in force that an event of its date means, or null if there is none. */
    public @Nullable Tier tierInForce(String id) {
        Tier tier = inForce(Tier.of(id));
        return plan.placeOf(tier) == null ? null : tier;
    }
}
