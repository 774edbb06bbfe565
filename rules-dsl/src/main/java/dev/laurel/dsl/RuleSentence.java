package dev.laurel.dsl;

import static java.util.Objects.requireNonNull;

import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.dsl.syntax.Factor;
import dev.laurel.dsl.syntax.FactorOfRounded;
import dev.laurel.dsl.syntax.MemberRuleTerms;
import dev.laurel.dsl.syntax.PaidPartTerms;
import dev.laurel.dsl.syntax.RuleOnPurchase;
import dev.laurel.dsl.syntax.RuleStart;
import dev.laurel.dsl.syntax.RuleTerms;
import dev.laurel.event.Payment;
import dev.laurel.id.Identifiers;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.PointRate;
import dev.laurel.ledger.Points;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.occasion.Occasion;
import dev.laurel.rule.Amount;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.MoneySteps;
import dev.laurel.rule.Multiplier;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rule of which it is not said yet what it does. */
record RuleSentence(String id, Selector lines, @Nullable String method, List<PurchaseCondition> conditions)
        implements RuleOnPurchase, PaidPartTerms {
    /** Checks the id here, so that the exception points to the word that is wrong. */
    static RuleStart named(String id) {
        Identifiers.declaredId("rule id", id);
        return new Start(id);
    }

    /** A rule that has a name. */
    private record Start(String id) implements RuleStart {
        @Override
        public RuleOnPurchase onPurchase() {
            return new RuleSentence(id, Selectors.everything(), null, List.of());
        }

        @Override
        public MemberRuleTerms on(Occasion occasion) {
            return new MemberRuleSentence(id, occasion, List.of());
        }
    }

    @Override
    public RuleTerms of(Selector lines) {
        return new RuleSentence(id, lines, method, conditions);
    }

    @Override
    public PaidPartTerms partPaidBy(String method) {
        Identifiers.text("payment method", method, Payment.MAX_METHOD_LENGTH);
        return new RuleSentence(id, lines, method, conditions);
    }

    @Override
    public RuleSentence where(PurchaseCondition condition, PurchaseCondition... more) {
        return new RuleSentence(
                id,
                lines,
                method,
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
    public EarnRule earns(MoneySteps steps) {
        return finished(EarnRule.earning(id, steps));
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
        EarnRule ofPart = method == null ? rule : rule.partPaidBy(method);
        return ofPart.of(lines).where(conditions.toArray(new PurchaseCondition[0]));
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
