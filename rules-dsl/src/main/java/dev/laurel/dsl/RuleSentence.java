package dev.laurel.dsl;

import static java.util.Objects.requireNonNull;

import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.dsl.syntax.Factor;
import dev.laurel.dsl.syntax.FactorOfRounded;
import dev.laurel.dsl.syntax.RuleOnPurchase;
import dev.laurel.dsl.syntax.RuleStart;
import dev.laurel.dsl.syntax.RuleTerms;
import dev.laurel.id.Identifiers;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.PointRate;
import dev.laurel.ledger.Points;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.Amount;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import java.util.List;
import java.util.function.BiFunction;
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
    public Factor multiplies(EarnRule rule) {
        requireNonNull(rule, "rule");
        return new FactorSentence(factor -> finished(Multiplier.of(id, rule, factor)));
    }

    @Override
    public FactorOfRounded multipliesRounded(EarnRule rule) {
        requireNonNull(rule, "rule");
        return new FactorOfRoundedSentence(
                (factor, rounding) -> finished(Multiplier.ofRounded(id, rule, factor, rounding)));
    }

    private EarnRule finished(EarnRule rule) {
        return rule.of(lines).where(conditions.toArray(new PurchaseCondition[0]));
    }

    private Multiplier finished(Multiplier rule) {
        return rule.of(lines).where(conditions.toArray(new PurchaseCondition[0]));
    }

    /** Rounded down unless said. */
    private record FactorOfRoundedSentence(BiFunction<Ratio, Rounding, Multiplier> rule) implements FactorOfRounded {
        @Override
        public Factor rounded(Rounding rounding) {
            requireNonNull(rounding, "rounding");
            return new FactorSentence(factor -> rule.apply(factor, rounding));
        }

        @Override
        public Multiplier by(String factor) {
            return rounded(Rounding.DOWN).by(factor);
        }

        @Override
        public Multiplier by(Ratio factor) {
            return rounded(Rounding.DOWN).by(factor);
        }
    }
}
