package dev.laurel.engine.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import dev.laurel.occasion.ActivityWith;
import dev.laurel.occasion.Occasion;
import dev.laurel.occasion.Occasions;
import dev.laurel.occasion.SumOccasion;
import dev.laurel.occasion.SumRun;
import dev.laurel.occasion.TierReached;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.time.BoundedWindow;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules on a member, found by what happens. Each list is by id. */
public final class MemberRules {
    private static final long MOST_DAYS_OF_A_MONTH = 31;
    private static final long SLACK = 4;

    private final List<PlannedMemberRule> all;
    private final List<PlannedMemberRule> onEnrollment;
    private final ImmutableListMultimap<String, PlannedMemberRule> byActivity;
    private final List<PlannedMemberRule> onSums;
    private final ImmutableMap<String, Long> sums;
    private final boolean areOnTiers;

    MemberRules(LoyaltyProgram program) {
        all = program.memberRules().stream().map(PlannedMemberRule::of).collect(ImmutableList.toImmutableList());
        onEnrollment = all.stream()
                .filter(rule -> rule.rule().occasion() instanceof Occasions.Enrolling)
                .collect(ImmutableList.toImmutableList());
        ImmutableListMultimap.Builder<String, PlannedMemberRule> byName = ImmutableListMultimap.builder();
        for (PlannedMemberRule rule : all) {
            rule.rule().occasion().activity().ifPresent(kind -> byName.put(kind.name(), rule));
        }
        byActivity = byName.build();
        onSums = FeedingOrder.of(
                program,
                all.stream().filter(rule -> isOnSum(rule.rule().occasion())).toList());
        Map<String, Long> kept = new TreeMap<>();
        for (PlannedMemberRule rule : onSums) {
            if (rule.rule().occasion() instanceof SumOccasion on) {
                kept.merge(on.sum().id(), daysKept(on, program), Math::max);
            }
        }
        sums = ImmutableMap.copyOf(kept);
        areOnTiers = onSums.stream().anyMatch(rule -> rule.rule().occasion() instanceof TierReached);
    }

    private static boolean isOnSum(Occasion occasion) {
        return occasion instanceof SumOccasion || occasion instanceof TierReached;
    }

    /**
     * How many days longer the windows of a sum are kept for a rule on it than for questions: as long as something can be returned that was
     * counted in them, and as far back as windows in a row reach. Months have the most days that they can.
     */
    private static long daysKept(SumOccasion on, LoyaltyProgram program) {
        Period period = program.returnPeriod();
        long days = on.canFall()
                ? Math.addExact(MOST_DAYS_OF_A_MONTH * period.toTotalMonths(), period.get(ChronoUnit.DAYS) + SLACK)
                : 0;
        return on instanceof SumRun run && on.sum().window() instanceof BoundedWindow window
                ? Math.multiplyExact(run.windows() - 1L, window.mostDays())
                : days;
    }

    /** Those on sums and on tiers that are reached, in the order in which they are asked: what feeds another comes before it. */
    public List<PlannedMemberRule> onSums() {
        return onSums;
    }

    /** That of them which has an id, or null. */
    public @Nullable PlannedMemberRule onSums(String id) {
        for (PlannedMemberRule rule : onSums) {
            if (rule.id().equals(id)) {
                return rule;
            }
        }
        return null;
    }

    /** Whether any is on a tier that is reached. */
    public boolean areOnTiers() {
        return areOnTiers;
    }

    /** Whether any is on a sum of an id. */
    public boolean areOn(String sum) {
        return sums.containsKey(sum);
    }

    /** How many days longer the windows of a sum are kept for them. */
    public long daysKept(String sum) {
        return sums.getOrDefault(sum, 0L);
    }

    /** All of them. */
    public List<PlannedMemberRule> all() {
        return all;
    }

    /** Those on an enrollment. */
    public List<PlannedMemberRule> onEnrollment() {
        return onEnrollment;
    }

    /** Those on activities of a name, whatever the attributes of these must be. */
    public List<PlannedMemberRule> onActivity(String name) {
        return byActivity.get(name);
    }

    /** Those on an activity. */
    public List<PlannedMemberRule> onActivity(String name, Map<String, String> attributes) {
        List<PlannedMemberRule> ofName = onActivity(name);
        return ofName.isEmpty()
                ? ofName
                : ofName.stream()
                        .filter(rule -> isMet(rule.rule().occasion(), attributes))
                        .toList();
    }

    private static boolean isMet(Occasion occasion, Map<String, String> attributes) {
        return !(occasion instanceof ActivityWith with) || with.isMetBy(attributes);
    }
}
