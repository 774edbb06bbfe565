package dev.laurel.dsl;

import static java.util.Objects.requireNonNull;

import dev.laurel.condition.Condition;
import dev.laurel.dsl.syntax.MemberRuleTerms;
import dev.laurel.ledger.Points;
import dev.laurel.occasion.Occasion;
import dev.laurel.rule.MemberRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.Moment;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;

/** A rule on a member of which it is not said yet what it does. */
record MemberRuleSentence(String id, Occasion occasion, List<Condition> conditions) implements MemberRuleTerms {
    MemberRuleSentence {
        requireNonNull(occasion, "occasion");
    }

    @Override
    public MemberRuleTerms where(Condition condition, Condition... more) {
        return new MemberRuleSentence(
                id,
                occasion,
                Stream.concat(conditions.stream(), OneOrMore.of(condition, more).stream())
                        .toList());
    }

    @Override
    public MemberRule earns(Points points) {
        return said(MemberRule.earning(id, occasion, points));
    }

    @Override
    public MemberRule grants(Tier tier, Period period) {
        return said(MemberRule.granting(id, occasion, tier, period));
    }

    @Override
    public MemberRule grants(Tier tier, Moment until) {
        return said(MemberRule.granting(id, occasion, tier, until));
    }

    private MemberRule said(MemberRule rule) {
        return rule.where(conditions.toArray(new Condition[0]));
    }
}
