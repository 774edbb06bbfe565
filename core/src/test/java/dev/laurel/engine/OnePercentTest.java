package dev.laurel.engine;

import static dev.laurel.condition.Selectors.category;
import static dev.laurel.engine.OnePercent.BASE;
import static dev.laurel.engine.OnePercent.BOOK;
import static dev.laurel.engine.OnePercent.DAY;
import static dev.laurel.engine.OnePercent.LAMPS;
import static dev.laurel.engine.OnePercent.POINTS;
import static dev.laurel.engine.OnePercent.eur;
import static dev.laurel.engine.OnePercent.line;
import static dev.laurel.engine.OnePercent.member;
import static dev.laurel.engine.OnePercent.program;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Conditions;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RuleOutcome;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.Pricing;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.event.RewardChoice;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.RoundingStep;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Points as money, one for each euro that an order costs with tax. */
@Tag("A6")
class OnePercentTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static long earned(Buyer member, Basket basket) {
        member.buys("p", "2026-01-06", basket);
        return member.shop.available();
    }

    private static long earned(PurchaseLine... lines) {
        return earned(member(BASE), Basket.of(lines));
    }

    @Nested
    class WhatEarns {
        @Test
        void aPurchaseEarnsOnWhatItsLinesCostWithTheirTaxes() {
            assertThat(earned(BOOK, LAMPS)).isEqualTo(58);
            assertThat(earned(BOOK)).isEqualTo(11);
            assertThat(earned(line("1", "0.50", "0"))).isZero();
            assertThat(earned(line("1", "1.30", "0.20"))).isEqualTo(2);
            assertThat(earned(line("1", "2.30", "0.20"))).isEqualTo(2);
        }

        @Test
        void aPurchaseEarnsNothingOnShippingAndOnExcludedLines() {
            Basket basket = Basket.of(BOOK, LAMPS, line("card", "25.00", "4.75").withCategories("gift-card"))
                    .withShipping(eur("4.95"));
            assertThat(earned(member(BASE), basket)).isEqualTo(58);
        }

        @Test
        void aLineWithoutTaxEarnsOnItsNet() {
            assertThat(earned(line("stamps", "12.00", "0"))).isEqualTo(12);
        }

        @Test
        void aLineOfNothingButTaxEarnsOnThat() {
            Buyer member = member(BASE).buys(line("gift", "0", "7.00"));
            assertThat(member.shop.available()).isEqualTo(7);
            assertThat(member.isRefused(ReturnedLine.of("gift", eur("1.00"))))
                    .isEqualTo(new Refusal.ExceedsPurchase("p", "line 'gift'", "EUR 0.00"));
            assertThat(member.returns(ReturnedLine.ofGross("gift", eur("3.50"))))
                    .isEqualTo(3);
            assertThat(member.returns(ReturnedLine.of("gift", Quantity.of("0.5"))))
                    .isEqualTo(4);
        }

        @Test
        @Tag("A3")
        void anAmountPerCompletedUnitCountsFullUnitsWithTax() {
            EarnRule tens = EarnRule.earning("tens", Amounts.perCompleted(1, eur("10")));
            assertThat(earned(member(tens), Basket.of(BOOK, LAMPS))).isEqualTo(5);
            // EUR 10.70 and EUR 47.60.
            assertThat(earned(member(tens.rounded(Rounding.DOWN, RoundingStep.PER_LINE)), Basket.of(BOOK, LAMPS)))
                    .isEqualTo(5);
            // EUR 23.80 for each lamp.
            assertThat(earned(member(tens.rounded(Rounding.DOWN, RoundingStep.PER_ITEM)), Basket.of(BOOK, LAMPS)))
                    .isEqualTo(5);
        }

        @Test
        @Tag("A4")
        void aMultiplierOfSomeLinesMultipliesWhatTheyCostWithTax() {
            Multiplier more = Multiplier.of("more", BASE, Ratio.of(2)).of(category("book"));
            assertThat(earned(member(BASE, more), Basket.of(BOOK.withCategories("book"), LAMPS)))
                    .isEqualTo(69);
        }

        @Test
        void anAmountOfThreeDecimalsOrNoneEarnsAsAnyOther() {
            Currency yen = Currency.getInstance("JPY");
            Buyer japanese = new Buyer(program(yen)
                    .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(yen, 100))))
                    .build());
            assertThat(earned(
                            japanese,
                            Basket.of(PurchaseLine.of("1", "1", Money.of(yen, 980))
                                    .withTax(Money.of(yen, 98)))))
                    .isEqualTo(10);
            Currency dinar = Currency.getInstance("KWD");
            Buyer kuwaiti = new Buyer(program(dinar)
                    .earn(EarnRule.earning("base", Amounts.proportional(1000, Money.of(dinar, 1))))
                    .build());
            assertThat(earned(
                            kuwaiti,
                            Basket.of(PurchaseLine.of("1", "1", Money.of(dinar, "1.234"))
                                    .withTax(Money.of(dinar, "0.062")))))
                    .isEqualTo(1296);
        }
    }

    @Nested
    class WhatIsAsked {
        @Test
        @Tag("A2")
        @Tag("X1")
        void aConditionOnATotalAsksForItWithTax() {
            EarnRule bonus =
                    EarnRule.earning("bonus", Amounts.fixed(100)).where(Conditions.orderOfAtLeast(eur("58.30")));
            assertThat(earned(member(bonus), Basket.of(BOOK, LAMPS))).isEqualTo(100);
            Buyer other = member(bonus);
            assertThat(other.shop
                            .buy(DAY, Basket.of(BOOK, line("pen", "40.00", "7.59")))
                            .explanation()
                            .notApplied())
                    .containsExactly(new RuleOutcome.NotApplied(
                            "bonus",
                            "the order is at least EUR 58.30",
                            "order of EUR 58.29 with tax",
                            "order of at least EUR 58.30"));
        }

        @Test
        @Tag("R1")
        void aConditionOfARewardAsksForTheOrderWithTax() {
            Reward mug = Reward.costing("mug", 10).where(Conditions.orderOfAtLeast(eur("58.30")));
            Shop shop = new Shop(program().earn(BASE).redeem(mug).build());
            shop.buy(DAY, Basket.of(BOOK));
            assertThat(shop.refused(Redemption.of("r", Shop.CUSTOMER, DAY, "mug", Basket.of(LAMPS)))
                            .code())
                    .isEqualTo("CONDITION_NOT_MET");
            shop.submit(Redemption.of("r", Shop.CUSTOMER, DAY, "mug", Basket.of(BOOK, LAMPS)));
        }
    }

    @Nested
    class Tiers {
        private final Tier silver = Tier.of("silver");
        private final Buyer member = new Buyer(program()
                .earn(BASE)
                .ladders(Ladder.startingAt("status", Tier.of("basic"))
                        .then(silver, SPEND.per(BoundedWindow.YEAR).reaches(eur("58.30"))))
                .build());

        private String tier() {
            return member.shop.account().standing("status").orElseThrow().tier().id();
        }

        @Test
        @Tag("Q1")
        @Tag("Q5")
        void spendQualifiesWithTaxAndIsReturnedWithIt() {
            member.buys("p", "2026-01-06", Basket.of(BOOK, LAMPS));
            assertThat(tier()).isEqualTo("silver");
            member.returns(ReturnedLine.ofGross("lamps", eur("0.01")));
            assertThat(tier()).isEqualTo("basic");
        }

        @Test
        @Tag("Q1")
        void spendIsNotEnoughIfItsTaxIsACentLess() {
            member.buys("p", "2026-01-06", Basket.of(BOOK, line("pen", "40.00", "7.59")));
            assertThat(tier()).isEqualTo("basic");
        }
    }

    @Nested
    class PaidWithPoints {
        private final Shop shop = new Shop(program().earn(BASE).redeem(POINTS).build());

        private void has(long points) {
            shop.submit(new Adjustment("brought", Shop.CUSTOMER, DAY, "points", points, "brought", "host"));
        }

        @Test
        @Tag("R4")
        void anOrderOfWhichHalfIsPaidWithPointsEarnsHalfAndGivesHalfBack() {
            has(10_000);
            Basket order = Basket.of(BOOK, line("lamps", "40.00", "8.30").withQuantity(Quantity.of(2)));
            assertThat(order.gross()).isEqualTo(eur("59.00"));
            shop.submit(Redemption.of("r", Shop.CUSTOMER, DAY, "points", 2900, order));
            shop.buy(DAY, order.paidBy(Payment.withPoints(eur("29.00"), "r")));
            assertThat(shop.available()).isEqualTo(10_000 - 2900 + 30);
            shop.submit(Return.ofAll("back", Shop.CUSTOMER, DAY, "e1"));
            assertThat(shop.available()).isEqualTo(10_000);
        }

        @Test
        @Tag("R2")
        void aQuoteTellsWhatIsPaidAndWhatIsEarnedOnTheRest() {
            has(10_000);
            Quote quote = shop.engine()
                    .quote(shop.account(), Basket.of(BOOK, LAMPS), DAY, new RewardChoice("points", 2900L, null));
            assertThat(quote.leftToPay()).isEqualTo(eur("29.30"));
            assertThat(quote.earned("points")).isEqualTo(29);
            Quote tooMuch = shop.engine()
                    .quote(shop.account(), Basket.of(BOOK, LAMPS), DAY, new RewardChoice("points", 3000L, null));
            assertThat(tooMuch.refusal().map(Refusal::code)).contains("CONDITION_NOT_MET");
        }
    }

    @Nested
    class Discounts {
        private final Reward ten = Reward.costing("ten", 10).giving(new AmountOff(eur("10.00")));
        private final Shop shop = new Shop(program().earn(BASE).redeem(ten).build());

        @Test
        @Tag("R1")
        @Tag("X2")
        void anAmountOffLowersTaxInProportionAndOnlyWhatIsLeftEarns() {
            shop.buy(DAY, Basket.of(BOOK));
            Quote quote = shop.engine().quote(shop.account(), Basket.of(BOOK, LAMPS), List.of("ten"), DAY);
            // Of EUR 10.00 the book bears a fifth, and so of the tax.
            assertThat(quote.basket().lines())
                    .containsExactly(
                            BOOK.withNet(eur("8.00")).withTax(eur("0.56")),
                            LAMPS.withNet(eur("32.00")).withTax(eur("6.08")));
            assertThat(quote.discount()).isEqualTo(eur("11.66"));
            assertThat(quote.earned("points")).isEqualTo(47);
            assertThat(shop.engine()
                            .preview(shop.account(), quote.basket(), DAY)
                            .earned("points"))
                    .isEqualTo(47);
        }
    }

    @Nested
    @Tag("P3")
    class ItsWords {
        private final LoyaltyProgram program =
                program().earn(BASE).redeem(POINTS).build();

        @Test
        void aProgramThatIncludesTaxSaysSoInItsStableText() {
            assertThat(program.stableText()).contains("money EUR\namounts with tax\npoints ");
            assertThat(program.pricing()).isEqualTo(Pricing.GROSS);
        }

        @Test
        void aProgramThatIncludesTaxSaysSoInItsTerms() {
            assertThat(program.terms())
                    .contains("What an order or an item costs is counted with tax, unless it is said otherwise.")
                    .contains("- shipping that is charged for the order")
                    .doesNotContain("taxes");
        }
    }
}
