package dev.laurel.engine.plan;

import com.google.common.collect.ImmutableList;
import dev.laurel.rule.Cap;
import dev.laurel.rule.MemberRule;
import java.util.List;

/**
 * A rule on a member with what the plan has worked out about it.
 *
 * @param rule the rule
 * @param caps its caps, in an order of their own: that of their declaration has no influence
 */
public record PlannedMemberRule(MemberRule rule, List<PlannedCap> caps) {
    static PlannedMemberRule of(MemberRule rule) {
        return new PlannedMemberRule(
                rule,
                rule.caps().stream()
                        .sorted(Cap.BY_WHAT_IS_COUNTED)
                        .map(cap -> PlannedCap.of(rule.id(), cap))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** The id of the rule. */
    public String id() {
        return rule.id();
    }
}
