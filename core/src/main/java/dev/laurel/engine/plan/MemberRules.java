package dev.laurel.engine.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.laurel.occasion.ActivityWith;
import dev.laurel.occasion.Occasion;
import dev.laurel.occasion.Occasions;
import dev.laurel.rule.MemberRule;
import java.util.List;
import java.util.Map;

/** The rules on a member, found by what happens. Each list is by id. */
public final class MemberRules {
    private final List<PlannedMemberRule> all;
    private final List<PlannedMemberRule> onEnrollment;
    private final ImmutableListMultimap<String, PlannedMemberRule> byActivity;

    MemberRules(List<MemberRule> rules) {
        all = rules.stream().map(PlannedMemberRule::of).collect(ImmutableList.toImmutableList());
        onEnrollment = all.stream()
                .filter(rule -> rule.rule().occasion() instanceof Occasions.Enrolling)
                .collect(ImmutableList.toImmutableList());
        ImmutableListMultimap.Builder<String, PlannedMemberRule> byName = ImmutableListMultimap.builder();
        for (PlannedMemberRule rule : all) {
            rule.rule().occasion().activity().ifPresent(kind -> byName.put(kind.name(), rule));
        }
        byActivity = byName.build();
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
