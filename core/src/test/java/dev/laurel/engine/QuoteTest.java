package dev.laurel.engine;

import static dev.laurel.condition.Selectors.category;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.brief;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.codec.Codec;
import dev.laurel.condition.Conditions;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RefusedException;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.RewardChoice;
import dev.laurel.money.Ratio;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.receipt.Receipt;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.FreeItem;
import dev.laurel.reward.PercentageOff;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R2")
class QuoteTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Instant DAY = noon("2026-01-06");
    private static final Tier HIGH = Tier.of("high");

    private final Shop shop = new Shop(program()
            .ladders(Ladder.startingAt("status", Tier.of("low"))
                    .then(HIGH, SPEND.per(BoundedWindow.YEAR).reaches(usd("600")))
                    .kept(Moment.endOf(BoundedWindow.YEAR))
                    .fallingToTheLowest())
            .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
            .redeem(
                    Reward.costing("cash-10", 100).giving(new AmountOff(usd("10"))),
                    Reward.costing("fifth", 150)
                            .giving(PercentageOff.of(Ratio.of(20)).upTo(usd("15"))),
                    Reward.costing("free-soap", 50).giving(new FreeItem(category("soap"))),
                    Reward.costing("for-large-orders", 10).where(Conditions.orderOfAtLeast(usd("1000"))))
            .build());

    private final Basket basket = Basket.of(line("1", "60").withTax(usd("6")), line("2", "30"), line("3", "10", "soap"))
            .withShipping(usd("5"));

    @BeforeEach
    void fillTheAccount() {
        shop.spend("2026-01-05", "500");
    }

    private Quote quote(String... rewards) {
        String digest = Codec.ACCOUNTS.digest(shop.account());
        Quote quote = shop.engine().quote(shop.account(), basket, List.of(rewards), DAY);
        assertThat(Codec.ACCOUNTS.digest(shop.account())).isEqualTo(digest);
        return quote;
    }

    @Nested
    class OfWhatWouldBeAccepted {
        @Test
        void aQuoteWithoutRewardsIsThePurchase() {
            Quote quote = quote().orThrow();
            assertThat(quote.basket()).isSameAs(basket);
            assertThat(quote.discount()).isEqualTo(usd("0"));
            assertThat(quote.total()).isEqualTo(usd("111"));
            assertThat(quote.earned("points")).isEqualTo(100);
            assertThat(quote.account().standing("status").orElseThrow().tier()).isEqualTo(HIGH);
            assertThat(quote.redemptions()).isEmpty();
            assertThat(quote.refusal()).isEmpty();
        }

        @Test
        void aQuoteTakesOneRewardAfterAnotherOffTheOrderWhateverOrderTheyAreAskedIn() {
            Quote quote = quote("cash-10", "fifth", "free-soap").orThrow();
            // The soap is 10 of 100, of a fifth of 90 at most 15, and 10 off the 75 that are left.
            // Of the first line 43.34 of 60 are left, and so 4.33 of 6 of tax.
            assertThat(quote.discount()).isEqualTo(usd("36.67"));
            assertThat(quote.total()).isEqualTo(usd("74.33"));
            assertThat(quote.basket().lines())
                    .extracting(PurchaseLine::net)
                    .containsExactly(usd("43.34"), usd("21.66"), usd("0"));
            assertThat(quote.earned("points")).isEqualTo(65);
            assertThat(quote.redemptions()).hasSize(3);
            assertThat(quote.account().balance("points").available()).isEqualTo(500 - 300 + 65);
            assertThat(quote.account().standing("status").orElseThrow().tier()).isNotEqualTo(HIGH);
        }

        @Test
        void aQuoteIsWhatRedeemingAndBuyingThenDo() {
            Quote quote = quote("free-soap", "cash-10").orThrow();
            Basket order = basket;
            shop.submit(new Redemption("r1", CUSTOMER, DAY, "free-soap", null, order));
            order = new FreeItem(category("soap")).applied(order, order);
            shop.submit(new Redemption("r2", CUSTOMER, DAY, "cash-10", null, basket));
            order = new AmountOff(usd("10")).applied(order, order);
            Decision bought = shop.submit(new Purchase("p", CUSTOMER, DAY, order));
            assertThat(quote.basket()).isEqualTo(order);
            assertThat(quote.account()).isEqualTo(shop.account());
            assertThat(brief(quote.purchase().orElseThrow().entries())).isEqualTo(brief(bought.entries()));
        }

        @Test
        void aQuoteTakesTheSameRewardTwiceIfThatMayBe() {
            Quote quote = quote("cash-10", "cash-10").orThrow();
            // With a fifth of 6 of tax.
            assertThat(quote.discount()).isEqualTo(usd("21.20"));
            assertThat(quote.account().balance("points").redeemed()).isEqualTo(200);
        }

        @Test
        @Tag("F2")
        void aQuoteTellsAmountsOnly() {
            assertThat(quote("cash-10")).hasToString("Quote[USD 100.40 after USD 10.60 off]");
        }
    }

    @Nested
    class OfWhatWouldBeRefused {
        private void assertRefused(Quote quote, Refusal refusal) {
            assertThat(quote.isAccepted()).isFalse();
            assertThat(quote.refusal()).contains(refusal);
            assertThat(quote.account()).isSameAs(shop.account());
            assertThat(quote.redemptions()).isEmpty();
            assertThat(quote.purchase()).isEmpty();
            assertThat(quote.earned("points")).isZero();
            assertThat(quote.discount()).isEqualTo(usd("0"));
            assertThatThrownBy(quote::orThrow)
                    .isInstanceOfSatisfying(
                            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
        }

        @Test
        void aRefusedQuoteGivesTheFirstReasonAndNothingOfTheRest() {
            assertRefused(
                    quote("free-soap", "free-soap", "unknown"),
                    new Refusal.ConditionNotMet(
                            "reward 'free-soap'",
                            "one of category soap free",
                            "no such line",
                            "a line of category soap"));
            assertRefused(quote("cash-10", "unknown"), new Refusal.UnknownReward("unknown"));
            assertThat(quote("unknown")).hasToString("Quote[UNKNOWN_REWARD]");
        }

        @Test
        void aQuoteCountsThePointsThatTheRewardsBeforeTake() {
            assertRefused(
                    quote("fifth", "fifth", "fifth", "cash-10"), new Refusal.InsufficientPoints("points", 50, 100));
        }

        @Test
        void aQuoteHoldsARewardAgainstTheOrderThatTheOthersLeave() {
            Basket small = Basket.ofTotal(usd("15"));
            Quote quote = shop.engine().quote(shop.account(), small, List.of("cash-10", "cash-10"), DAY);
            assertThat(quote.refusal())
                    .contains(new Refusal.ConditionNotMet(
                            "reward 'cash-10'", "USD 10.00 off", "order of USD 5.00", "order of at least USD 10.00"));
            assertThat(quote.basket()).isSameAs(small);
        }

        @Test
        @Tag("A6")
        void aQuoteSaysIfPointsAlreadyPayMoreThanWouldBeLeft() {
            Shop payer = new Shop(program()
                    .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                    .redeem(Shop.PAYS, Reward.costing("cash-10", 100).giving(new AmountOff(usd("10"))))
                    .build());
            payer.spend("2026-01-05", "500");
            payer.redeemsToPay("r0", noon("2026-01-05"), "35");
            List<RewardChoice> choices = List.of(RewardChoice.of("cash-10"));
            List<Receipt> receipts = List.of(payer.receipt("r0"));
            Basket paid = Basket.ofTotal(usd("40")).paidBy(Payment.withPoints(usd("35"), "r0"));
            Quote quote = payer.engine().quote(payer.account(), paid, choices, DAY, receipts);
            assertThat(quote.refusal().orElseThrow().code()).isEqualTo("CONDITION_NOT_MET");
            assertThat(quote.refusal().orElseThrow().message())
                    .isEqualTo("reward 'cash-10' needs an order of which at least USD 35.00 is left, but found an order"
                            + " of which USD 10.00 off leaves less");
            Basket fits = Basket.ofTotal(usd("40")).paidBy(Payment.withPoints(usd("30"), "r0"));
            assertThat(payer.engine()
                            .quote(payer.account(), fits, choices, DAY, receipts)
                            .orThrow()
                            .earned("points"))
                    .isZero();
            assertThat(payer.engine()
                            .quote(payer.account(), fits, List.of("cash-10"), DAY)
                            .refusal())
                    .contains(new Refusal.UnknownRedemption("r0"));
        }
    }

    @Nested
    class RewardsFor {
        @Test
        void theRewardsForAnOrderSayWhatCanBeHadAndWhatIsMissingToTheRest() {
            shop.submit(Redemption.of("r", CUSTOMER, DAY, "cash-10"));
            Shop other = new Shop(shop.engine().program());
            other.spend("2026-01-05", "120");
            List<RewardOption> options = other.engine().rewardsFor(other.account(), basket, DAY);
            assertThat(options.stream()
                            .map(option -> option.reward().id() + " " + option.isAvailable() + " "
                                    + option.missingPoints() + " "
                                    + option.refusal().map(Refusal::code).orElse("")))
                    .containsExactly(
                            "cash-10 true 0 ",
                            "fifth false 30 INSUFFICIENT_POINTS",
                            "for-large-orders false 0 CONDITION_NOT_MET",
                            "free-soap true 0 ");
        }

        @Test
        void theRewardsForNoOrderAskNothingAboutOne() {
            assertThat(shop.engine().rewardsFor(shop.account(), DAY)).allMatch(RewardOption::isAvailable);
            Refusal refusal = shop.refused(Redemption.of("r", CUSTOMER, DAY, "for-large-orders"));
            assertThat(refusal.code()).isEqualTo("INVALID");
            assertThat(refusal.message())
                    .isEqualTo("reward 'for-large-orders' is taken on an order, so the redemption must have its"
                            + " basket");
        }

        @Test
        @Tag("D4")
        void theRewardsForAFutureInstantSeeTheAccountAsItWillBe() {
            Shop expiring = new Shop(program(Moment.after(Period.ofDays(10)))
                    .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                    .redeem(Reward.costing("ten", 10))
                    .build());
            expiring.spend("2026-01-05", "10");
            assertThat(expiring.engine().rewardsFor(expiring.account(), noon("2026-01-14")))
                    .allMatch(RewardOption::isAvailable);
            assertThat(expiring.engine().rewardsFor(expiring.account(), noon("2026-01-15")))
                    .extracting(RewardOption::missingPoints)
                    .containsExactly(10L);
        }
    }
}
