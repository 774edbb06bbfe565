package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.codec.Codec;
import dev.laurel.condition.Finding;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.condition.Selector;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RefusedException;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Ratio;
import dev.laurel.rule.Amount;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.Selection;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules of others that misbehave: what they do fails the decision, names them, and posts nothing. */
@Tag("D6")
@Tag("I22")
@Tag("K26")
class RuleFailureTest {
    private static final EarnRule GOOD = EarnRule.earning("good", Amounts.fixed(10));

    private record Asking(Function<PurchaseFacts, Finding> answer) implements PurchaseCondition {
        @Override
        public Finding check(PurchaseFacts facts) {
            return answer.apply(facts);
        }

        @Override
        public String describe() {
            return "asking";
        }
    }

    private record Awarding(BiFunction<Selection, PurchaseFacts, Ratio> answer) implements Amount {
        @Override
        public Ratio of(Selection selection, PurchaseFacts facts) {
            return answer.apply(selection, facts);
        }

        @Override
        public String describe() {
            return "awarding";
        }
    }

    /** An amount of a plugin that says of itself that it is fixed, and is asked all the same. */
    private record SaidToBeFixed(Supplier<Ratio> answer, Supplier<Amount.@Nullable Weighing> shares) implements Amount {
        @Override
        public Ratio of(Selection selection, PurchaseFacts facts) {
            return answer.get();
        }

        @Override
        public String describe() {
            return "said to be fixed";
        }

        @Override
        public Weighing weighing() {
            return shares.get();
        }

        @Override
        public long fixedPoints() {
            return 5;
        }
    }

    private static EarnRule saidToBeFixed(Supplier<Ratio> answer, Supplier<Amount.@Nullable Weighing> shares) {
        return EarnRule.earning("bad", new SaidToBeFixed(answer, shares));
    }

    private record Choosing(Predicate<PurchaseLine> answer) implements Selector {
        @Override
        public boolean selects(PurchaseLine line) {
            return answer.test(line);
        }

        @Override
        public String describe() {
            return "choosing";
        }
    }

    private static void assertFails(EarnRule rule, String reason) {
        Shop shop = new Shop(program().earn(GOOD, rule).build());
        String before = Codec.ACCOUNTS.digest(shop.account());
        Decision decision = shop.engine()
                .evaluate(shop.account(), new Purchase("p", CUSTOMER, noon("2026-01-05"), Basket.ofTotal(usd("10"))));
        assertThat(decision.refusal()).contains(new Refusal.RuleFailed("bad", reason));
        assertThat(decision.refusal().orElseThrow().code()).isEqualTo("RULE_FAILED");
        assertThat(decision.refusal().orElseThrow().message())
                .isEqualTo("rule 'bad' " + reason + "; nothing was posted");
        assertThat(Codec.ACCOUNTS.digest(decision.account())).isEqualTo(before);
    }

    private static EarnRule where(Function<PurchaseFacts, Finding> answer) {
        return EarnRule.earning("bad", Amounts.fixed(1)).where(new Asking(answer));
    }

    private static EarnRule awarding(BiFunction<Selection, PurchaseFacts, Ratio> answer) {
        return EarnRule.earning("bad", new Awarding(answer));
    }

    private static int endless(int depth) {
        return depth < 0 ? 0 : endless(depth + 1) + 1;
    }

    @Test
    void aConditionThatThrowsFailsTheDecision() {
        assertFails(
                where(facts -> {
                    throw new IllegalStateException(
                            "secret of " + facts.customer().id());
                }),
                "threw java.lang.IllegalStateException from its condition");
    }

    @Test
    @Tag("F1")
    void theFailureOfARuleCanBeLookedIntoByWhoeverWroteIt() {
        IllegalStateException thrown = new IllegalStateException("secret");
        EarnRule rule = where(facts -> {
            throw thrown;
        });
        Shop shop = new Shop(program().earn(GOOD, rule).build());
        Decision decision = shop.engine()
                .evaluate(shop.account(), new Purchase("p", CUSTOMER, noon("2026-01-05"), Basket.ofTotal(usd("10"))));
        assertThat(decision.failure()).containsSame(thrown);
        assertThat(decision.toString() + decision.refusal()).doesNotContain("secret");
        assertThatThrownBy(decision::orThrow)
                .isExactlyInstanceOf(RefusedException.class)
                .hasNoCause();
    }

    @Test
    void aConditionThatNeverReturnsFromItselfFailsTheDecision() {
        assertFails(
                where(facts -> Finding.of(endless(1) > 0, "", "")),
                "threw java.lang.StackOverflowError from its condition");
    }

    @Test
    void aConditionThatThrowsAnErrorFailsTheDecision() {
        assertFails(
                where(facts -> {
                    throw new AssertionError("no");
                }),
                "threw java.lang.AssertionError from its condition");
        assertFails(
                where(facts -> {
                    throw new NoClassDefFoundError("Gone");
                }),
                "threw java.lang.NoClassDefFoundError from its condition");
    }

    @Test
    void aConditionThatAnswersNullFailsTheDecision() {
        assertFails(where(facts -> null), "returned null from its condition");
    }

    @Test
    void aConditionThatTriesToChangeThePurchaseFailsTheDecision() {
        assertFails(
                where(facts -> Finding.of(facts.basket().lines().add(null), "", "")),
                "threw java.lang.UnsupportedOperationException from its condition");
    }

    @Test
    void aSelectorThatThrowsFailsTheDecision() {
        assertFails(
                GOOD_AS_BAD.of(new Choosing(line -> {
                    throw new IllegalArgumentException();
                })),
                "threw java.lang.IllegalArgumentException from its selector");
    }

    private static final EarnRule GOOD_AS_BAD = EarnRule.earning("bad", Amounts.fixed(10));

    @Test
    void anAmountThatThrowsOrIsNullNegativeOrTooLargeFailsTheDecision() {
        assertFails(
                awarding((selection, facts) -> Ratio.of("no")),
                "threw java.lang.IllegalArgumentException from its amount");
        assertFails(awarding((selection, facts) -> null), "returned null from its amount");
        assertFails(awarding((selection, facts) -> Ratio.of(-1)), "awarded a negative amount, -1");
        assertFails(
                awarding((selection, facts) -> Ratio.of(Long.MAX_VALUE).times(2)),
                "threw dev.laurel.money.AmountOverflowException from its amount");
    }

    @Test
    void aMultiplierThatMakesAnAmountTooLargeIsTheOneToBlame() {
        EarnRule rich = EarnRule.earning("rich", Amounts.proportional(Long.MAX_VALUE, usd("10")));
        Shop shop = new Shop(
                program().earn(rich, Multiplier.of("bad", rich, Ratio.of("2"))).build());
        Decision decision = shop.engine()
                .evaluate(shop.account(), new Purchase("p", CUSTOMER, noon("2026-01-05"), Basket.ofTotal(usd("10"))));
        assertThat(decision.refusal())
                .contains(new Refusal.RuleFailed(
                        "bad", "threw dev.laurel.money.AmountOverflowException from its multiplier"));
    }

    @Test
    void ruleFailuresOfAnotherCustomerDoNotMatter() {
        EarnRule rule = where(facts -> {
            if (facts.customer().id().equals("unlucky")) {
                throw new IllegalStateException();
            }
            return Finding.of(true, "", "");
        });
        Shop shop = new Shop(program().earn(GOOD, rule).build());
        LoyaltyEngine engine = shop.engine();
        Basket basket = Basket.ofTotal(usd("10"));
        assertThat(engine.preview(engine.newAccount("unlucky"), basket, noon("2026-01-05"))
                        .isAccepted())
                .isFalse();
        assertThat(shop.spend("2026-01-05", "10").earned("points")).isEqualTo(11);
    }

    @Test
    void anAmountOfAPluginIsAskedWhateverItSaysOfItself() {
        EarnRule seven = saidToBeFixed(() -> Ratio.of(7), () -> Amount.Weighing.BY_MONEY);
        Shop shop = new Shop(program().earn(GOOD, seven).build());
        assertThat(shop.spend("2026-01-05", "10").earned("points")).isEqualTo(17);
    }

    @Test
    void aFixedAmountOfAPluginThatThrowsFailsTheDecision() {
        assertFails(
                saidToBeFixed(
                        () -> {
                            throw new IllegalStateException();
                        },
                        () -> Amount.Weighing.BY_MONEY),
                "threw java.lang.IllegalStateException from its amount");
    }

    @Test
    void anAmountWithoutAWeighingFailsTheDecision() {
        assertFails(saidToBeFixed(() -> Ratio.of(5), () -> null), "returned null from its weighing");
    }

    @Test
    void anAmountWhoseWeighingThrowsFailsTheDecisionAndNotTheProgram() {
        assertFails(
                saidToBeFixed(() -> Ratio.of(5), () -> {
                    throw new IllegalStateException();
                }),
                "threw java.lang.IllegalStateException from its amount");
    }
}
