package dev.laurel.engine;

import static dev.laurel.condition.Selectors.category;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.decision.Decision;
import dev.laurel.event.Basket;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.Cap;
import dev.laurel.rule.Combination;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.Rule;
import dev.laurel.rule.UseCap;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Window;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Multipliers with caps of their own, and multipliers below one. */
class MultiplierTest {
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));
    private static final Multiplier DOUBLE = Multiplier.of("double", BASE, Ratio.of(2));

    private static Shop shop(Rule... rules) {
        return new Shop(program().earn(rules).build());
    }

    private static Multiplier times(String id, String factor) {
        return Multiplier.of(id, BASE, Ratio.of(factor));
    }

    /** What the rules award for one line. */
    private static List<String> awards(String net, Rule... rules) {
        return Shop.brief(shop(rules).spend("2026-01-05", net).entries());
    }

    @Nested
    @Tag("A3")
    @Tag("A5")
    class CapsOfTheirOwn {
        @Test
        @Tag("A4")
        void aCapOfAMultiplierTrimsWhatThatMultiplierAddsAndNothingElse() {
            assertThat(awards("10", BASE, DOUBLE.capped(PointCap.of(POINTS.points(5)))))
                    .containsExactly("EARN 10 base", "EARN 5 double");
            assertThat(awards("4", BASE, DOUBLE.capped(PointCap.of(POINTS.points(5)))))
                    .containsExactly("EARN 4 base", "EARN 4 double");
            assertThat(awards("10", BASE, DOUBLE.capped(PointCap.of(POINTS.points(5))), times("triple", "3")))
                    .containsExactly("EARN 10 base", "EARN 5 double", "EARN 20 triple");
        }

        @Test
        void capsApplyFromTheInsideOut() {
            EarnRule capped = BASE.capped(PointCap.of(POINTS.points(20)));
            Multiplier first = Multiplier.of("first", capped, Ratio.of(2)).capped(PointCap.of(POINTS.points(6)));
            Multiplier second = Multiplier.of("second", capped, Ratio.of(2)).capped(PointCap.of(POINTS.points(8)));
            // 10, 10 and 10: the caps of the multipliers leave 10, 6 and 8, that of the rule takes 4 of the highest id.
            assertThat(awards("10", capped, first, second))
                    .containsExactly("EARN 10 base", "EARN 6 first", "EARN 4 second");
        }

        @Test
        void aMultiplierOfRoundedPointsIsCappedToo() {
            Multiplier again = Multiplier.ofRounded("again", BASE, Ratio.of("1.5"));
            assertThat(awards("10.99", BASE, DOUBLE, again.capped(PointCap.of(POINTS.points(3)))))
                    .containsExactly("EARN 10 base", "EARN 11 double", "EARN 3 again");
        }

        @Test
        void aCapOfAMultiplierCountsThePointsOfThatMultiplierInItsWindow() {
            Shop shop = shop(BASE, DOUBLE.capped(PointCap.of(POINTS.points(15)).per(BoundedWindow.MONTH)));
            assertThat(Shop.brief(shop.spend("2026-01-05", "10").entries()))
                    .containsExactly("EARN 10 base", "EARN 10 double");
            assertThat(Shop.brief(shop.spend("2026-01-31", "10").entries()))
                    .containsExactly("EARN 10 base", "EARN 5 double");
            assertThat(shop.account().counter("double:points:month").toMap()).containsValue(15L);
            assertThat(Shop.brief(shop.spend("2026-02-01", "10").entries()))
                    .containsExactly("EARN 10 base", "EARN 10 double");
        }

        @Test
        void aUseOfAMultiplierIsAPurchaseInWhichItAwardsAPoint() {
            Shop shop = shop(BASE, times("quarter-more", "1.25").capped(UseCap.of(1, Window.EVER)));
            assertThat(Shop.brief(shop.spend("2026-01-05", "3").entries())).containsExactly("EARN 3 base");
            assertThat(Shop.brief(shop.spend("2026-01-05", "4").entries()))
                    .containsExactly("EARN 4 base", "EARN 1 quarter-more");
            assertThat(Shop.brief(shop.spend("2026-01-05", "4").entries())).containsExactly("EARN 4 base");
        }

        @Test
        void whatTheCapOfTheRuleCutsOfAMultiplierUsesUpNothingOfItsOwnCap() {
            EarnRule capped = BASE.capped(PointCap.of(POINTS.points(10)));
            Shop shop =
                    shop(capped, Multiplier.of("double", capped, Ratio.of(2)).capped(UseCap.of(1, Window.EVER)));
            assertThat(Shop.brief(shop.spend("2026-01-05", "10").entries())).containsExactly("EARN 10 base");
            assertThat(Shop.brief(shop.spend("2026-01-05", "5").entries()))
                    .containsExactly("EARN 5 base", "EARN 5 double");
        }

        @Test
        @Tag("D3")
        void theOrderInWhichCapsAreDeclaredDecidesNothing() {
            Cap perMonth = PointCap.of(POINTS.points(4)).per(BoundedWindow.MONTH);
            Cap perPurchase = PointCap.of(POINTS.points(3));
            Shop one = shop(BASE, DOUBLE.capped(perMonth, perPurchase));
            Shop other = shop(BASE, DOUBLE.capped(perPurchase, perMonth));
            assertThat(one.engine().program().fingerprint())
                    .isEqualTo(other.engine().program().fingerprint());
            assertThat(one.spend("2026-01-05", "10").explanation())
                    .isEqualTo(other.spend("2026-01-05", "10").explanation());
            assertThat(one.receiptOf("e1")).isEqualTo(other.receiptOf("e1"));
        }
    }

    @Nested
    @Tag("A4")
    class BelowOne {
        @ParameterizedTest
        @CsvSource({"10, 0.5, 5", "11, 0.5, 5", "0.99, 0.5, 0", "10, 0.333, 3", "10, 1/3, 3", "10, 0.001, 0"})
        void aMultiplierBelowOneLessensWhatItsRuleAwards(String net, String factor, long expected) {
            Decision decision = shop(BASE, times("less", factor)).spend("2026-01-05", net);
            assertThat(decision.earned("points")).isEqualTo(expected);
            assertThat(decision.entries()).allMatch(entry -> "base".equals(entry.source()) && entry.points() > 0);
        }

        @Test
        void multipliersBelowAndAboveOneAddUpWhatTheyAdd() {
            // 1 - 0.5 + 2
            assertThat(awards("10", BASE, times("a-half", "0.5"), times("b-triple", "3")))
                    .containsExactly("EARN 5 base", "EARN 20 b-triple");
            assertThat(awards("10", BASE, times("a-triple", "3"), times("b-half", "0.5")))
                    .containsExactly("EARN 10 base", "EARN 15 a-triple");
        }

        @Test
        void multipliersThatTogetherTakeMoreThanThereIsLeaveNothing() {
            assertThat(awards("10", BASE, times("a", "0.2"), times("b", "0.2"))).isEmpty();
            // 1 - 0.8 - 0.8 + 2, whatever the order.
            assertThat(awards("10", BASE, times("a", "0.2"), times("b", "0.2"), times("c", "3")))
                    .containsExactly("EARN 14 c");
            assertThat(awards("10", BASE, times("a", "3"), times("b", "0.2"), times("c", "0.2")))
                    .containsExactly("EARN 10 base", "EARN 4 a");
        }

        @Test
        void multipliersBelowOneCompoundWhereTheRuleSaysSo() {
            EarnRule compound = BASE.combining(Combination.COMPOUND);
            Multiplier triple = Multiplier.of("a-triple", compound, Ratio.of(3));
            Multiplier half = Multiplier.of("b-half", compound, Ratio.of("0.5"));
            Multiplier fifth = Multiplier.of("c-fifth", compound, Ratio.of("0.2"));
            assertThat(awards("10", compound, triple, half)).containsExactly("EARN 10 base", "EARN 5 a-triple");
            assertThat(awards("10", compound, triple, half, fifth)).containsExactly("EARN 3 base");
        }

        @Test
        void aMultiplierBelowOneTakesOfTheLinesThatItSelects() {
            Multiplier half = times("half", "0.5").of(category("sale"));
            Multiplier more = DOUBLE.of(category("skin"));
            Decision decision =
                    shop(BASE, more, half).buy("2026-01-05", line("1", "10", "skin"), line("2", "10", "sale"));
            assertThat(Shop.brief(decision.entries())).containsExactly("EARN 15 base", "EARN 10 double");
        }

        @ParameterizedTest
        @CsvSource({"DOWN, 4", "HALF_UP, 7", "HALF_EVEN, 6", "UP, 7"})
        @Tag("N4")
        void aMultiplierBelowOneIsRoundedPerLineWithItsRule(Rounding rounding, long expected) {
            EarnRule perLine = BASE.rounded(rounding, RoundingStep.PER_LINE);
            Multiplier half = Multiplier.of("half", perLine, Ratio.of("0.5"));
            Decision decision =
                    shop(perLine, half).buy("2026-01-05", line("1", "3"), line("2", "3.20"), line("3", "5"));
            // 1.5, 1.6 and 2.5
            assertThat(decision.earned("points")).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({"DOWN, 5", "HALF_UP, 5", "UP, 10"})
        @Tag("N4")
        void aMultiplierBelowOneIsRoundedPerItemWithItsRule(Rounding rounding, long expected) {
            EarnRule perItem = BASE.rounded(rounding, RoundingStep.PER_ITEM);
            Multiplier half = Multiplier.of("half", perItem, Ratio.of("0.5"));
            // Five pieces of 1.20 each.
            Decision decision =
                    shop(perItem, half).buy("2026-01-05", line("1", "12").withQuantity(Quantity.of(5)));
            assertThat(decision.earned("points")).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({"DOWN, 5", "HALF_UP, 6", "HALF_EVEN, 6", "UP, 6"})
        @Tag("N4")
        void aMultiplierOfRoundedPointsBelowOneRoundsTheProduct(Rounding rounding, long expected) {
            Multiplier half = Multiplier.ofRounded("half", BASE, Ratio.of("0.5"), rounding);
            assertThat(awards("11.99", BASE, half)).containsExactly("EARN " + expected + " base");
        }

        @Test
        @Tag("N4")
        void aMultiplierOfRoundedPointsBelowOneNeverAddsAndOneAboveOneNeverTakes() {
            Multiplier down = Multiplier.ofRounded("a-more", BASE, Ratio.of("1.1"));
            Multiplier up = Multiplier.ofRounded("b-less", BASE, Ratio.of("0.999"), Rounding.UP);
            // 12.1 down is 12; 12.089 up would be 13.
            assertThat(awards("11", BASE, down, up)).containsExactly("EARN 11 base", "EARN 1 a-more");
            Multiplier rounded = Multiplier.ofRounded("a-more", BASE, Ratio.of("1.1"), Rounding.UP);
            Multiplier later = Multiplier.ofRounded("b-more", BASE, Ratio.of("1.01"));
            assertThat(awards("11", BASE, rounded, later)).containsExactly("EARN 11 base", "EARN 2 a-more");
        }

        @Test
        void whatAMultiplierBelowOneLeavesIsCappedLast() {
            Multiplier triple = times("a-triple", "3").capped(PointCap.of(POINTS.points(5)));
            assertThat(awards("10", BASE, triple, times("b-half", "0.5")))
                    .containsExactly("EARN 10 base", "EARN 5 a-triple");
            EarnRule capped = BASE.capped(PointCap.of(POINTS.points(3)));
            assertThat(awards("10", capped, Multiplier.of("half", capped, Ratio.of("0.5"))))
                    .containsExactly("EARN 3 base");
        }

        @Test
        @Tag("I13")
        void splittingAnOrderGainsNothingWithAMultiplierBelowOne() {
            Shop shop = shop(BASE, times("less", "0.7"), Multiplier.ofRounded("again", BASE, Ratio.of("0.9")));
            for (int whole = 1; whole <= 60; whole++) {
                long together = earned(shop, whole);
                for (int part = 1; part < whole; part++) {
                    assertThat(earned(shop, part) + earned(shop, whole - part)).isLessThanOrEqualTo(together);
                }
            }
        }

        private static long earned(Shop shop, int tenths) {
            Basket basket = Basket.ofTotal(usd(tenths / 10 + "." + tenths % 10));
            return shop.engine()
                    .preview(shop.account(), basket, noon("2026-01-05"))
                    .earned("points");
        }
    }

    @Nested
    @Tag("P1")
    class TheProgram {
        @Test
        void theProgramRefusesFactorsThatAddNothingOrLeaveNothing() {
            assertThatThrownBy(() -> new Shop(program()
                            .earn(BASE, times("one", "1"), times("less", "-0.5"), times("none", "0"))
                            .build()))
                    .hasMessage("""
                            program 'shop' has 3 problems:
                            - rule 'one': multiplies by 1, which adds nothing; multiply by more than 1, or by less
                            - rule 'less': multiplies by -0.5, which leaves nothing; multiply by more than 0
                            - rule 'none': multiplies by 0, which leaves nothing; multiply by more than 0""");
        }

        @Test
        void theProgramRefusesCapsOfAMultiplierThatCountTheSameOrLimitNothing() {
            Multiplier half = times("half", "0.5").capped(PointCap.of(POINTS.points(5)));
            Multiplier twice = DOUBLE.capped(
                    PointCap.of(POINTS.points(5)).per(Window.EVER),
                    PointCap.of(POINTS.points(6)).per(Window.EVER));
            assertThatThrownBy(() -> new Shop(program().earn(BASE, half, twice).build()))
                    .hasMessage("""
                            program 'shop' has 2 problems:
                            - rule 'half': has a cap, but multiplies by 0.5, which never awards anything; leave out the cap
                            - rule 'double': has two caps that count the same; keep the lower one""");
        }
    }
}
