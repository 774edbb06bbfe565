package dev.laurel.dsl;

import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.dsl.syntax.RuleOnPurchase;
import dev.laurel.dsl.syntax.RuleStart;
import dev.laurel.dsl.syntax.RuleTerms;
import dev.laurel.id.Identifiers;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.PointRate;
import dev.laurel.ledger.Points;
import dev.laurel.money.Ratio;
import dev.laurel.rule.Amount;
import dev.laurel.rule.EarnRule;
import java.util.List;
import java.util.stream.Stream;

/** A rule of which it is not said yet what it does. */
record RuleSentence(String id, Selector lines, List<PurchaseCondition> conditions) implements RuleOnPurchase {
    /** Checks the id here, so that the exception points to the word that is wrong. */
    static RuleStart named(String id) {
        Identifiers.declaredId("rule id", id);
        return () -> new RuleSentence(id, Selectors.everything(), List.of());
    }

    @Override
    public RuleTerms of(Selector lines) {
        return new RuleSentence(id, lines, conditions);
    }

    @Override
    public RuleTerms where(PurchaseCondition condition, PurchaseCondition... more) {
        return new RuleSentence(
                id,
                lines,
                Stream.concat(conditions.stream(), OneOrMore.of(condition, more).stream())
                        .toList());
    }

    @Override
    public EarnRule earns(Points points) {
        return finished(EarnRule.earning(id, points));
    }

    @Override
    public EarnRule earns(PointRate rate) {
        return finished(EarnRule.earning(id, rate));
    }

    @Override
    public EarnRule earns(PointCurrency currency, Amount amount) {
        return finished(EarnRule.earning(id, amount).awarding(currency));
    }

    @Override
    public EarnRule earns(Amount amount) {
        return finished(EarnRule.earning(id, amount));
    }

    @Override
    public EarnRule multiplies(EarnRule rule, String factor) {
        return multiplies(rule, Ratio.of(factor));
    }

    @Override
    public EarnRule multiplies(EarnRule rule, Ratio factor) {
        return finished(EarnRule.multiplying(id, rule, factor));
    }

    @Override
    public EarnRule multipliesRounded(EarnRule rule, String factor) {
        return multipliesRounded(rule, Ratio.of(factor));
    }

    @Override
    public EarnRule multipliesRounded(EarnRule rule, Ratio factor) {
        return finished(EarnRule.multiplyingRounded(id, rule, factor));
    }

    private EarnRule finished(EarnRule rule) {
        return rule.of(lines).where(conditions.toArray(new PurchaseCondition[0]));
    }
}
