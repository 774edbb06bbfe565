package dev.laurel.engine;

import static dev.laurel.condition.Conditions.all;
import static dev.laurel.condition.Conditions.any;
import static dev.laurel.condition.Conditions.basketHas;
import static dev.laurel.condition.Conditions.during;
import static dev.laurel.condition.Conditions.memberIs;
import static dev.laurel.condition.Conditions.memberIsAtLeast;
import static dev.laurel.condition.Conditions.not;
import static dev.laurel.condition.Conditions.orderOfAtLeast;
import static dev.laurel.condition.Selectors.all;
import static dev.laurel.condition.Selectors.any;
import static dev.laurel.condition.Selectors.attribute;
import static dev.laurel.condition.Selectors.brand;
import static dev.laurel.condition.Selectors.category;
import static dev.laurel.condition.Selectors.discounted;
import static dev.laurel.condition.Selectors.not;
import static dev.laurel.condition.Selectors.sku;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Selector;
import dev.laurel.decision.Decision;
import dev.laurel.event.Basket;
import dev.laurel.event.BroughtTier;
import dev.laurel.event.Opening;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.Combination;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.Rule;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarningTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));

    private static long earned(String net, Rule... rules) {
        return new Shop(program().earn(rules).build()).spend("2026-01-05", net).earned("points");
    }

    private static List<String> entries(Basket basket, Rule... rules) {
        Shop shop = new Shop(program().earn(rules).build());
        return Shop.brief(shop.buy(Shop.noon("2026-01-05"), basket).entries());
    }

    @Nested
    @Tag("A3")
    class Amount {
        @Test
        @Tag("TV-01")
        void aProportionalAmountIsInProportionToTheMoneyAndRoundedDown() {
            assertThat(earned("19.99", EarnRule.earning("base", Amounts.proportional(1, usd("1")))))
                    .isEqualTo(19);
        }

        @Test
        @Tag("TV-15")
        void anAmountPerCompletedUnitIsForEachOfThemAndDropsTheRemainder() {
            EarnRule rule = EarnRule.earning("base", Amounts.perCompleted(10, usd("2")));
            assertThat(earned("7.00", rule)).isEqualTo(30);
            assertThat(earned("1.99", rule)).isZero();
            assertThat(earned("2.00", rule)).isEqualTo(10);
        }

        @Test
        @Tag("TV-19")
        void anAmountPerCompletedUnitIsFivePointsForEachFullTwoFifty() {
            EarnRule rule = EarnRule.earning("base", Amounts.perCompleted(5, usd("2.50")));
            assertThat(earned("3.00", rule)).isEqualTo(5);
            assertThat(earned("2.49", rule)).isZero();
            assertThat(earned("5.00", rule)).isEqualTo(10);
        }

        @Test
        void anAmountPerItemIsByTheQuantityOfTheLines() {
            Basket basket = Basket.of(
                    line("1", "9.00", "drink").withQuantity(Quantity.of(3)),
                    line("2", "4.00", "cake").withQuantity(Quantity.of(2)));
            EarnRule stamps = EarnRule.earning("stamps", Amounts.perItem(1)).of(category("drink"));
            assertThat(entries(basket, stamps)).containsExactly("EARN 3 stamps");
        }

        @Test
        void aFixedAmountIsTheSameWhateverIsSelected() {
            assertThat(earned("0.01", EarnRule.earning("welcome", Amounts.fixed(50))))
                    .isEqualTo(50);
            assertThat(earned("999.00", EarnRule.earning("welcome", Amounts.fixed(50))))
                    .isEqualTo(50);
        }

        @Test
        @Tag("A6")
        @Tag("TV-218")
        void anAmountOfAnyKindIsNothingWhereNothingIsPaid() {
            EarnRule welcome = EarnRule.earning("welcome", Amounts.fixed(5));
            EarnRule stamps = EarnRule.earning("stamps", Amounts.perItem(3));
            assertThat(entries(Basket.ofTotal(usd("0.00")), welcome, stamps)).isEmpty();
            assertThat(entries(Basket.of(line("1", "0.00"), line("2", "0.01")), welcome, stamps))
                    .containsExactly("EARN 3 stamps", "EARN 5 welcome");
            // Its tax is paid in money too.
            assertThat(entries(Basket.of(line("1", "0.00").withTax(usd("1"))), welcome, stamps))
                    .containsExactly("EARN 3 stamps", "EARN 5 welcome");
        }

        @Test
        void anAmountOfNothingWritesNoEntry() {
            Shop shop = new Shop(program().earn(BASE).build());
            Decision decision = shop.spend("2026-01-05", "0.99");
            assertThat(decision.entries()).isEmpty();
            assertThat(decision.account().lotsOpened()).isZero();
        }
    }

    @Nested
    @Tag("A4")
    class RulesTogether {
        @Test
        @Tag("TV-03")
        void rulesAddUpEachRoundedByItself() {
            assertThat(earned(
                            "19.99",
                            EarnRule.earning("one", Amounts.proportional(1, usd("1"))),
                            EarnRule.earning("two", Amounts.proportional(1, usd("2")))))
                    .isEqualTo(28);
        }

        @Test
        void rulesOfSeveralCurrenciesEachOpenTheirOwnLot() {
            PointCurrency status = PointCurrency.of("status");
            Shop shop = new Shop(program()
                    .points(status, PointTerms.expiring(Moment.never()))
                    .earn(
                            BASE,
                            EarnRule.earning("status", Amounts.proportional(5, usd("1")))
                                    .awarding(status))
                    .build());
            Decision decision = shop.spend("2026-01-05", "10.00");
            assertThat(decision.earned("points")).isEqualTo(10);
            assertThat(decision.earned("status")).isEqualTo(50);
            assertThat(decision.account().lotsOpened()).isEqualTo(2);
        }

        @Test
        @Tag("L4")
        void rulesOfOneCurrencyWithTheSameDatesShareOneLotAndKeepTheirOwnEntries() {
            Shop shop = new Shop(program()
                    .earn(BASE, EarnRule.earning("extra", Amounts.fixed(7)))
                    .build());
            Decision decision = shop.spend("2026-01-05", "10.00");
            assertThat(Shop.brief(decision.entries())).containsExactly("EARN 10 base", "EARN 7 extra");
            assertThat(decision.account().lotsOpened()).isEqualTo(1);
            assertThat(decision.account().wallet("points").orElseThrow().lots())
                    .singleElement()
                    .satisfies(lot -> assertThat(lot.points()).isEqualTo(17));
        }
    }

    @Nested
    @Tag("N4")
    class Multipliers {
        @ParameterizedTest
        @CsvSource({"DOWN, 28", "HALF_UP, 29", "UP, 29"})
        @Tag("TV-07")
        void multipliersOfTheRoundedPointsRoundASecondTime(Rounding rounding, long expected) {
            EarnRule points = EarnRule.earning("points", Amounts.proportional(1, usd("1")));
            Multiplier more = Multiplier.ofRounded("more", points, Ratio.of("1.5"), rounding);
            assertThat(earned("19.99", points, more)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({"DOWN, 28", "HALF_UP, 29", "UP, 29"})
        @Tag("TV-07")
        void multipliersOfCompletedUnitsAreRoundedWithThem(Rounding rounding, long expected) {
            EarnRule points = EarnRule.earning("points", Amounts.perCompleted(1, usd("1")))
                    .rounded(rounding, RoundingStep.PER_PURCHASE);
            assertThat(earned("19.99", points, Multiplier.of("more", points, Ratio.of("1.5"))))
                    .isEqualTo(expected);
        }

        @Test
        @Tag("TV-17")
        void multipliersDropFractions() {
            assertThat(earned("5", BASE, Multiplier.of("triple", BASE, Ratio.of("3"))))
                    .isEqualTo(15);
            assertThat(earned("4", BASE, Multiplier.of("half-more", BASE, Ratio.of("1.5"))))
                    .isEqualTo(6);
            assertThat(earned("5", BASE, Multiplier.of("half-more", BASE, Ratio.of("1.5"))))
                    .isEqualTo(7);
            assertThat(earned("8", BASE, Multiplier.of("fine", BASE, Ratio.of("1.125"))))
                    .isEqualTo(9);
        }

        @Test
        void multipliersAndTheirBaseAreOneAmountRoundedOnce() {
            Multiplier vib = Multiplier.of("vib-rate", BASE, Ratio.of("1.25"));
            assertThat(entries(Basket.ofTotal(usd("10.99")), BASE, vib))
                    .containsExactly("EARN 10 base", "EARN 3 vib-rate");
            assertThat(entries(Basket.ofTotal(usd("0.99")), BASE, vib)).containsExactly("EARN 1 vib-rate");
        }

        @Test
        @Tag("A4")
        void multipliersAddUpUnlessTheyCompound() {
            Multiplier two = Multiplier.of("two", BASE, Ratio.of("2"));
            Multiplier three = Multiplier.of("three", BASE, Ratio.of("3"));
            assertThat(entries(Basket.ofTotal(usd("10")), BASE, two, three))
                    .containsExactly("EARN 10 base", "EARN 20 three", "EARN 10 two");
            assertThat(entries(Basket.ofTotal(usd("10")), BASE.combining(Combination.COMPOUND), two, three))
                    .containsExactly("EARN 10 base", "EARN 20 three", "EARN 30 two");
        }

        @Test
        void multipliersOfSomeLinesMultiplyTheirShareOnly() {
            Basket basket = Basket.of(line("1", "10.50", "fragrance"), line("2", "20.25", "skin"));
            Multiplier days =
                    Multiplier.of("fragrance-days", BASE, Ratio.of("2")).of(category("fragrance"));
            // 30.75 and 10.50 more: 41.25
            assertThat(entries(basket, BASE, days)).containsExactly("EARN 30 base", "EARN 11 fragrance-days");
        }

        @Test
        void multipliersDoNotApplyWhereTheirRuleDoesNot() {
            EarnRule skin = BASE.of(category("skin"));
            Multiplier more = Multiplier.of("more", skin, Ratio.of("2"));
            assertThat(entries(Basket.of(line("1", "10", "fragrance")), skin, more))
                    .isEmpty();
        }

        @Test
        void multipliersOfRoundedPointsComeAfterThoseOfTheExactAmount() {
            Multiplier exact = Multiplier.of("exact", BASE, Ratio.of("1.5"));
            Multiplier rounded = Multiplier.ofRounded("again", BASE, Ratio.of("1.1"));
            // 10.99 x 1.5 = 16.485: 16 points; 16 x 1.1 = 17.6: 17 points
            assertThat(entries(Basket.ofTotal(usd("10.99")), BASE, exact, rounded))
                    .containsExactly("EARN 10 base", "EARN 6 exact", "EARN 1 again");
        }
    }

    @Nested
    @Tag("N4")
    class RoundingSteps {
        private final Basket basket =
                Basket.of(line("1", "1.90"), line("2", "2.80").withQuantity(Quantity.of(4)), line("3", "0.70"));

        @ParameterizedTest
        @CsvSource({
            "PER_PURCHASE, DOWN, 5", // 5.40
            "PER_PURCHASE, UP, 6",
            "PER_LINE, DOWN, 3", // 1.9, 2.8, 0.7
            "PER_LINE, HALF_UP, 6",
            "PER_ITEM, DOWN, 1", // 1.9, 4 x 0.7, 0.7
            "PER_ITEM, HALF_EVEN, 7",
            "PER_ITEM, UP, 7"
        })
        void roundingStepsRoundWhereTheRuleSays(RoundingStep step, Rounding rounding, long expected) {
            Shop shop = new Shop(program().earn(BASE.rounded(rounding, step)).build());
            assertThat(shop.buy(Shop.noon("2026-01-05"), basket).earned("points"))
                    .isEqualTo(expected);
        }

        @Test
        void roundingPerLineRoundsTheProductOfEachLineWithItsMultiplier() {
            EarnRule perLine = BASE.rounded(Rounding.DOWN, RoundingStep.PER_LINE);
            Multiplier more = Multiplier.of("more", perLine, Ratio.of("1.5"));
            // 2.85, 4.2, 1.05 down: 2 + 4 + 1, of which the base has 1 + 2 + 0
            assertThat(entries(basket, perLine, more)).containsExactly("EARN 3 base", "EARN 4 more");
        }

        @Test
        void roundingPerItemTakesALineOfAFractionalQuantityAsOneItem() {
            Basket cheese = Basket.of(line("1", "3.80").withQuantity(Quantity.of("0.345")));
            assertThat(entries(cheese, BASE.rounded(Rounding.DOWN, RoundingStep.PER_ITEM)))
                    .containsExactly("EARN 3 base");
        }
    }

    @Nested
    @Tag("A2")
    class WhatARuleIsAbout {
        private final Basket basket = Basket.of(
                line("1", "10", "fragrance", "gift").withBrand("acme"),
                line("2", "20", "skin").withDiscount().withAttribute("cabin", "business"),
                line("3", "40"));

        private long of(Selector selector) {
            Shop shop = new Shop(program().earn(BASE.of(selector)).build());
            return shop.buy(Shop.noon("2026-01-05"), basket).earned("points");
        }

        @Test
        void aRuleIsAboutTheLinesThatItsSelectorChooses() {
            assertThat(of(category("fragrance"))).isEqualTo(10);
            assertThat(of(brand("acme"))).isEqualTo(10);
            assertThat(of(sku("sku-2"))).isEqualTo(20);
            assertThat(of(discounted())).isEqualTo(20);
            assertThat(of(attribute("cabin", "business"))).isEqualTo(20);
            assertThat(of(any(category("fragrance"), category("skin")))).isEqualTo(30);
            assertThat(of(all(category("fragrance"), category("gift")))).isEqualTo(10);
            assertThat(of(not(category("fragrance")))).isEqualTo(60);
        }

        @Test
        void aRuleIsAboutNothingWhereItsSelectorFindsNoLine() {
            assertThat(of(category("hair"))).isZero();
        }

        @Test
        @Tag("A6")
        void aRuleIsNeverAboutALineThatTheProgramExcludes() {
            Shop shop = new Shop(program()
                    .excluding(category("gift"))
                    .earn(BASE, EarnRule.earning("per-item", Amounts.perItem(1)))
                    .build());
            assertThat(Shop.brief(shop.buy(Shop.noon("2026-01-05"), basket).entries()))
                    .containsExactly("EARN 60 base", "EARN 2 per-item");
        }

        @Test
        @Tag("A6")
        void aRuleIsAboutTheNetWithoutTaxAndShipping() {
            Basket taxed = Basket.of(line("1", "10").withTax(usd("3"))).withShipping(usd("5"));
            assertThat(entries(taxed, BASE)).containsExactly("EARN 10 base");
        }
    }

    @Nested
    @Tag("A2")
    class ConditionsOfARule {
        private static final Tier LOW = Tier.of("low");
        private static final Tier MIDDLE = Tier.of("middle");
        private static final Tier HIGH = Tier.of("high");

        private long with(String tier, String net, EarnRule rule) {
            Shop shop = new Shop(program()
                    .ladders(Ladder.startingAt("status", LOW)
                            .then(MIDDLE, SPEND.per(BoundedWindow.YEAR).reaches(usd("100")))
                            .then(HIGH, SPEND.per(BoundedWindow.YEAR).reaches(usd("200")))
                            .kept(Moment.endOf(BoundedWindow.YEAR))
                            .fallingToTheLowest())
                    .earn(rule)
                    .build());
            shop.submit(new Opening(
                    "o",
                    Shop.CUSTOMER,
                    Shop.noon("2026-05-01"),
                    List.of(),
                    tier == null ? List.of() : List.of(new BroughtTier(tier, null))));
            return shop.buy("2026-05-04", line("1", net, "skin")).earned("points");
        }

        @Test
        void conditionsOfARuleSpeakOfTheTierHeld() {
            assertThat(with("middle", "10", BASE.where(memberIs(MIDDLE)))).isEqualTo(10);
            assertThat(with("high", "10", BASE.where(memberIs(MIDDLE)))).isZero();
            assertThat(with("high", "10", BASE.where(memberIsAtLeast(MIDDLE)))).isEqualTo(10);
            assertThat(with("low", "10", BASE.where(memberIsAtLeast(MIDDLE)))).isZero();
        }

        @Test
        void conditionsOfARuleSpeakOfTheDateInTheProgramsZoneWithBothDaysIncluded() {
            LocalDate first = LocalDate.parse("2026-05-01");
            LocalDate last = LocalDate.parse("2026-05-07");
            Shop shop = new Shop(program().earn(BASE.where(during(first, last))).build());
            assertThat(shop.buy(Shop.startOf("2026-05-01").minusSeconds(1), Basket.ofTotal(usd("10")))
                            .earned("points"))
                    .isZero();
            assertThat(shop.buy(Shop.startOf("2026-05-01"), Basket.ofTotal(usd("10")))
                            .earned("points"))
                    .isEqualTo(10);
            assertThat(shop.buy(Shop.startOf("2026-05-08").minusSeconds(1), Basket.ofTotal(usd("10")))
                            .earned("points"))
                    .isEqualTo(10);
            assertThat(shop.buy(Shop.startOf("2026-05-08"), Basket.ofTotal(usd("10")))
                            .earned("points"))
                    .isZero();
        }

        @Test
        void conditionsOfARuleSpeakOfTheOrder() {
            assertThat(with("low", "49.99", BASE.where(orderOfAtLeast(usd("50")))))
                    .isZero();
            assertThat(with("low", "50", BASE.where(orderOfAtLeast(usd("50"))))).isEqualTo(50);
            assertThat(with("low", "10", BASE.where(basketHas(category("skin")))))
                    .isEqualTo(10);
            assertThat(with("low", "10", BASE.where(basketHas(category("hair")))))
                    .isZero();
        }

        @Test
        void conditionsOfARuleCombine() {
            var cheap = not(orderOfAtLeast(usd("50")));
            assertThat(with("middle", "10", BASE.where(all(memberIs(MIDDLE), cheap))))
                    .isEqualTo(10);
            assertThat(with("middle", "60", BASE.where(all(memberIs(MIDDLE), cheap))))
                    .isZero();
            assertThat(with("low", "10", BASE.where(any(memberIs(MIDDLE), cheap))))
                    .isEqualTo(10);
            assertThat(with("low", "60", BASE.where(any(memberIs(MIDDLE), cheap))))
                    .isZero();
            assertThat(with("middle", "60", BASE.where(memberIs(MIDDLE)).where(cheap)))
                    .isZero();
        }

        @Test
        @Tag("A7")
        void conditionsOfARuleSpeakOfTheTierHeldBeforeThePurchase() {
            Shop shop = new Shop(program()
                    .ladders(Ladder.startingAt("status", LOW)
                            .then(MIDDLE, SPEND.per(BoundedWindow.YEAR).reaches(usd("100")))
                            .kept(Moment.endOf(BoundedWindow.YEAR))
                            .fallingToTheLowest())
                    .earn(BASE.where(memberIs(MIDDLE)))
                    .build());
            assertThat(shop.spend("2026-05-01", "100").earned("points")).isZero();
            assertThat(shop.spend("2026-05-01", "100").earned("points")).isEqualTo(100);
        }
    }

    @Nested
    @Tag("I13")
    class SplittingAnOrder {
        @Test
        @Tag("K11")
        void splittingAnOrderIntoHalfDollarsEarnsNothingWhereFractionsAreDropped() {
            Shop shop = new Shop(program().earn(BASE).build());
            for (int i = 0; i < 100; i++) {
                shop.spend("2026-01-05", "0.50");
            }
            assertThat(shop.available()).isZero();
        }

        @Test
        void splittingAnOrderIsWarnedOfWhereTheRoundingRewardsIt() {
            assertThat(program()
                            .excluding(category("gift-card"))
                            .earn(BASE.rounded(Rounding.HALF_UP, RoundingStep.PER_PURCHASE))
                            .build()
                            .warnings())
                    .singleElement()
                    .hasToString(
                            "rule 'base': is rounded half up, so an order that is split can earn more than the whole;"
                                    + " round down if that is not meant");
            assertThat(program()
                            .excluding(category("gift-card"))
                            .earn(BASE)
                            .build()
                            .warnings())
                    .isEmpty();
        }
    }
}
