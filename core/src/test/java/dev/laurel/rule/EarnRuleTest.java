package dev.laurel.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Conditions;
import dev.laurel.condition.LineKey;
import dev.laurel.condition.Mentions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Scope;
import dev.laurel.condition.Selectors;
import dev.laurel.condition.StoreFacts;
import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.PointRate;
import dev.laurel.ledger.Points;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("A1")
class EarnRuleTest {
    private static final PointCurrency POINTS = PointCurrency.of("points");
    private static final Currency USD = Currency.getInstance("USD");
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1)));
    private static final Cap CAP = PointCap.of(POINTS.points(100)).per(BoundedWindow.MONTH);

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Ratio worth(Amount amount, String money, String quantity) {
        PurchaseLine line = PurchaseLine.of("1", "a", Money.of(USD, money)).withQuantity(Quantity.of(quantity));
        StoreFacts facts = new StoreFacts(Basket.of(line), LocalDate.of(2026, 5, 1), null);
        return amount.of(new Selection(List.of(line), Ratio.of(money), Ratio.of(quantity)), facts);
    }

    @Nested
    class Rules {
        @Test
        void rulesHoldForEveryLineAndRoundDownPerPurchaseUnlessSaid() {
            assertThat(BASE)
                    .isEqualTo(new EarnRule(
                            "base",
                            Selectors.everything(),
                            null,
                            List.of(),
                            new Effect.Earns(Amounts.proportional(1, Money.of(USD, 1))),
                            null,
                            RoundingStep.PER_PURCHASE,
                            Rounding.DOWN,
                            Combination.ADD,
                            List.of(),
                            null,
                            null,
                            TermsOfReturn.BY_LINE,
                            null));
        }

        @Test
        void copiesOfARuleChangeOneThingEachAndLeaveTheRuleAsItWas() {
            PurchaseCondition first = Conditions.memberIs(StoreFacts.VIB);
            PurchaseCondition second = Conditions.orderOfAtLeast(Money.of(USD, 1));
            EarnRule full = BASE.of(Selectors.discounted())
                    .partPaidBy("store-card")
                    .where(first)
                    .where(second)
                    .awarding(PointCurrency.of("stars"))
                    .rounded(Rounding.UP, RoundingStep.PER_ITEM)
                    .combining(Combination.COMPOUND)
                    .capped(CAP)
                    .capped(UseCap.of(1, Window.EVER))
                    .availableFrom(Moment.after(Period.ofDays(14)))
                    .expiring(Moment.endOf(BoundedWindow.YEAR))
                    .returning(TermsOfReturn.KEPT)
                    .because("A reason");
            assertThat(full)
                    .isEqualTo(new EarnRule(
                            "base",
                            Selectors.discounted(),
                            "store-card",
                            List.of(first, second),
                            BASE.effect(),
                            PointCurrency.of("stars"),
                            RoundingStep.PER_ITEM,
                            Rounding.UP,
                            Combination.COMPOUND,
                            List.of(CAP, UseCap.of(1, Window.EVER)),
                            Moment.after(Period.ofDays(14)),
                            Moment.endOf(BoundedWindow.YEAR),
                            TermsOfReturn.KEPT,
                            "A reason"))
                    .isEqualTo(full.of(Selectors.discounted()).because("A reason"))
                    .isEqualTo(full.capped().where())
                    .isEqualTo(full.returning(TermsOfReturn.KEPT))
                    .isEqualTo(full.availableFrom(Moment.after(Period.ofDays(14))));
            assertThat(BASE.available()).isNull();
            assertThat(BASE.expiry()).isNull();
            assertThat(BASE.availableFrom(Moment.after(Period.ofDays(14))).describe())
                    .isEqualTo(BASE.describe() + ", available P14D after earning");
            assertThat(BASE.expiring(Moment.endOf(BoundedWindow.YEAR)).describe())
                    .isEqualTo(BASE.describe() + ", expires P0D after earning, at the end of the year");
            assertThat(BASE.returning(TermsOfReturn.KEPT).returns()).isEqualTo(TermsOfReturn.KEPT);
            assertThat(BASE.returns()).isEqualTo(TermsOfReturn.BY_LINE);
            assertThat(BASE.conditions()).isEmpty();
            assertThat(BASE.caps()).isEmpty();
            assertThat(BASE.capped(CAP, UseCap.of(1, Window.EVER)).caps())
                    .containsExactly(CAP, UseCap.of(1, Window.EVER));
            assertThat(BASE.where(first, second).conditions()).containsExactly(first, second);
            assertThatThrownBy(() -> full.conditions().clear()).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> full.caps().clear()).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void rulesEarnPointsOfACurrencyAtARateOrForEveryPurchase() {
            PointCurrency stars = PointCurrency.of("stars");
            Money five = Money.of(USD, 5);
            assertThat(EarnRule.earning("r", stars.points(2).per(five)))
                    .isEqualTo(
                            EarnRule.earning("r", Amounts.proportional(2, five)).awarding(stars));
            assertThat(EarnRule.earning("r", stars.points(2).perFull(five)))
                    .isEqualTo(
                            EarnRule.earning("r", Amounts.perCompleted(2, five)).awarding(stars));
            assertThat(EarnRule.earning("r", stars.points(2).perItem()))
                    .isEqualTo(EarnRule.earning("r", Amounts.perItem(2)).awarding(stars));
            assertThat(EarnRule.earning("r", stars.points(2)))
                    .isEqualTo(EarnRule.earning("r", Amounts.fixed(2)).awarding(stars));
            MoneySteps steps = MoneySteps.of(five, stars.points(2));
            assertThat(EarnRule.earning("r", steps))
                    .isEqualTo(EarnRule.earning("r", (Amount) steps).awarding(stars));
            assertThatNullPointerException().isThrownBy(() -> EarnRule.earning("r", (PointRate) null));
            assertThatNullPointerException().isThrownBy(() -> EarnRule.earning("r", (Points) null));
        }

        @Test
        void rulesCopyTheirLists() {
            List<PurchaseCondition> conditions = new ArrayList<>(List.of(Conditions.memberIs(StoreFacts.VIB)));
            List<Cap> caps = new ArrayList<>(List.of(CAP));
            EarnRule rule = new EarnRule(
                    "base",
                    Selectors.everything(),
                    null,
                    conditions,
                    BASE.effect(),
                    null,
                    RoundingStep.PER_PURCHASE,
                    Rounding.DOWN,
                    Combination.ADD,
                    caps,
                    null,
                    null,
                    TermsOfReturn.BY_LINE,
                    null);
            conditions.clear();
            caps.clear();
            assertThat(rule)
                    .isEqualTo(BASE.where(Conditions.memberIs(StoreFacts.VIB)).capped(CAP));
        }

        @Test
        void rulesHaveAScopeAndMentionsMadeOfAllTheirParts() {
            EarnRule rule = BASE.of(Selectors.category("a"))
                    .where(
                            Conditions.memberIs(StoreFacts.VIB),
                            Conditions.during(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 7)));
            assertThat(rule.scope())
                    .isEqualTo(new Scope(
                            LocalDate.of(2026, 5, 1),
                            LocalDate.of(2026, 5, 7),
                            Set.of(new LineKey(LineKey.Kind.CATEGORY, "a")),
                            Set.of(Set.of(StoreFacts.VIB))));
            assertThat(rule.mentions()).isEqualTo(new Mentions(Set.of(StoreFacts.VIB), Set.of(USD), Set.of()));
        }

        @Test
        void rulesAreRefusedWithMalformedTextsOrNull() {
            refused(
                    () -> EarnRule.earning("VIB bonus", Amounts.fixed(1)),
                    "rule id must be kebab-case, such as 'vib-bonus', but was 'VIB bonus'");
            refused(() -> BASE.because(""), "reason must not be empty");
            refused(() -> BASE.because("x".repeat(501)), "reason must have at most 500 characters, but had 501");
            refused(
                    () -> BASE.because("two\nlines"),
                    "reason must not hold control, format, private-use, surrogate or unassigned characters"
                            + " of Unicode 15, but had U+000A at index 3");
            assertThatNullPointerException().isThrownBy(() -> BASE.where((PurchaseCondition) null));
            assertThatNullPointerException().isThrownBy(() -> BASE.capped((Cap) null));
            assertThatNullPointerException().isThrownBy(() -> EarnRule.earning(null, Amounts.fixed(1)));
        }
    }

    @Nested
    @Tag("N3")
    @Tag("N4")
    class TheAmounts {
        @ParameterizedTest
        @Tag("TV-01")
        @CsvSource({"1, 100, 1999, 1999/100", "1, 1, 0.01, 1/100", "3, 7, 1, 3/7", "4, 1, 0, 0"})
        void amountsInProportionToMoneyAreExact(long points, String per, String money, String expected) {
            assertThat(worth(Amounts.proportional(points, Money.of(USD, per)), money, "1"))
                    .isEqualTo(Ratio.of(expected));
        }

        @ParameterizedTest
        @Tag("TV-15")
        @Tag("TV-19")
        @CsvSource({
            "10, 2.00, 7.00, 30",
            "5, 2.50, 3.00, 5",
            "5, 2.50, 2.499999, 0",
            "5, 2.50, 2.50, 5",
            "5, 0.000001, 1, 5000000"
        })
        void amountsPerFullUnitDropWhatCompletesNoUnit(long points, String unit, String money, long expected) {
            assertThat(worth(Amounts.perCompleted(points, Money.of(USD, unit)), money, "1"))
                    .isEqualTo(Ratio.of(expected));
        }

        @Test
        void amountsCountItemsOrNothingAtAll() {
            assertThat(worth(Amounts.perItem(2), "10", "3")).isEqualTo(Ratio.of(6));
            assertThat(worth(Amounts.perItem(2), "10", "0.345")).isEqualTo(Ratio.of("0.69"));
            assertThat(worth(Amounts.fixed(50), "10", "3")).isEqualTo(Ratio.of(50));
            assertThat(Amounts.perItem(2).weighing()).isEqualTo(Amount.Weighing.BY_QUANTITY);
            assertThat(Amounts.fixed(2).weighing()).isEqualTo(Amount.Weighing.BY_MONEY);
        }

        @Test
        void amountsAreAtTheLeastWhatIsFixed() {
            assertThat(Amounts.fixed(50).fixedPoints()).isEqualTo(50);
            assertThat(Amounts.fixed(Long.MAX_VALUE).fixedPoints()).isEqualTo(Long.MAX_VALUE);
            assertThat(Amounts.perItem(2).fixedPoints()).isZero();
            assertThat(Amounts.proportional(3, Money.of(USD, 1)).fixedPoints()).isZero();
            assertThat(Amounts.perCompleted(3, Money.of(USD, 1)).fixedPoints()).isZero();
        }

        @Test
        void amountsDescribeThemselves() {
            assertThat(List.of(
                            Amounts.proportional(1, Money.of(USD, 1)),
                            Amounts.perCompleted(5, Money.of(USD, "2.5")),
                            Amounts.perItem(1),
                            Amounts.fixed(50)))
                    .extracting(Amount::describe)
                    .containsExactly(
                            "1 point per USD 1.00", "5 points for each full USD 2.50", "1 point per item", "50 points");
        }

        @Test
        @Tag("P3")
        void amountsSayInTermsWhatPeopleUnderstand() {
            assertThat(List.of(
                            Amounts.proportional(1, Money.of(USD, 1)),
                            Amounts.perCompleted(5, Money.of(USD, "2.5")),
                            Amounts.perItem(2),
                            Amounts.fixed(1)))
                    .extracting(Amount::inTerms)
                    .containsExactly(
                            "1 point for each USD 1.00 spent, in proportion",
                            "5 points for each full USD 2.50 spent",
                            "2 points for each item",
                            "1 point for each purchase");
        }

        @Test
        void amountsAreOfMoreThanNothing() {
            Money one = Money.of(USD, 1);
            refused(() -> Amounts.proportional(0, one), "points of an amount must be positive, but were 0");
            refused(() -> Amounts.perCompleted(-1, one), "points of an amount must be positive, but were -1");
            refused(() -> Amounts.perItem(0), "points of an amount must be positive, but were 0");
            refused(
                    () -> Amounts.fixed(Long.MIN_VALUE),
                    "points of an amount must be positive, but were " + Long.MIN_VALUE);
            refused(
                    () -> Amounts.proportional(1, Money.zero(USD)),
                    "money of an amount must be positive, but was USD 0.00");
            refused(
                    () -> Amounts.perCompleted(1, Money.of(USD, "-1")),
                    "money of an amount must be positive, but was USD -1.00");
            assertThatNullPointerException().isThrownBy(() -> Amounts.proportional(1, null));
        }

        @Test
        void amountsAreThoseOfARate() {
            Points three = PointCurrency.of("stars").points(3);
            Money two = Money.of(USD, 2);
            assertThat(Amounts.at(three.per(two))).isEqualTo(Amounts.proportional(3, two));
            assertThat(Amounts.at(three.perFull(two))).isEqualTo(Amounts.perCompleted(3, two));
            assertThat(Amounts.at(three.perItem())).isEqualTo(Amounts.perItem(3));
            assertThat(worth(Amounts.at(three.per(two)), "5", "1")).isEqualTo(Ratio.of("7.5"));
            assertThat(worth(Amounts.at(three.perFull(two)), "5", "1")).isEqualTo(Ratio.of(6));
            assertThat(worth(Amounts.at(three.perItem()), "5", "4")).isEqualTo(Ratio.of(12));
            assertThatNullPointerException().isThrownBy(() -> Amounts.at(null));
        }

        @Test
        @Tag("N1")
        void amountsSpeakOfTheirMoney() {
            assertThat(Amounts.proportional(1, Money.of(USD, 1)).mentions().currencies())
                    .containsExactly(USD);
            assertThat(Amounts.fixed(1).mentions()).isEqualTo(Mentions.NOTHING);
        }
    }
}
