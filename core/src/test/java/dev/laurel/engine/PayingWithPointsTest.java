package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.brief;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Hold;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.RewardChoice;
import dev.laurel.ledger.Points;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.FixedPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.UseCap;
import dev.laurel.time.Window;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R1")
class PayingWithPointsTest {
    private static final Instant DAY = noon("2026-01-06");
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));
    private static final PointsAsPayment CENT = PointsAsPayment.of(usd("0.01"), 1);
    private static final Reward ANY =
            Reward.costing("any", ChosenPrice.ofAnyNumber()).giving(CENT);
    private static final Reward HALF = Reward.costing(
                    "half", ChosenPrice.ofAnyNumber().inStepsOf(100).atLeast(500))
            .giving(CENT.upToPercentOfOrder(50));

    /** Costs USD 100 without tax, 110 with it, and 115 with shipping. */
    private final Basket basket = Basket.of(
                    line("1", "60").withTax(usd("6")), line("2", "40").withTax(usd("4")))
            .withShipping(usd("5"));

    private final Shop shop = new Shop(program()
            .earn(BASE)
            .redeem(
                    ANY,
                    HALF,
                    Reward.costing("five", FixedPrice.of(500)).giving(CENT),
                    Reward.costing("cash-10", 100).giving(new AmountOff(usd("10"))))
            .build());

    private static LoyaltyProgram of(Reward... rewards) {
        return program().earn(BASE).redeem(rewards).build();
    }

    private void has(long points) {
        shop.submit(new Adjustment("has", CUSTOMER, noon("2026-01-05"), "points", points, "brought", "host"));
    }

    private String refused(String reward, Long points, Basket order) {
        Refusal refusal = shop.refused(new Redemption("x", CUSTOMER, DAY, reward, points, order));
        return refusal.code() + ": " + refusal.message();
    }

    @AfterEach
    void theAccountIsTheFoldOfItsEntries() {
        shop.verify();
    }

    @Nested
    class ARedemption {
        @Test
        void aRedemptionThatPaysTakesThePointsThatItNames() {
            has(10_000);
            Decision decision = shop.submit(Redemption.of("x1", CUSTOMER, DAY, "any", 1_234, basket));
            assertThat(brief(decision.entries())).containsExactly("REDEEM -1234 any");
            assertThat(shop.available()).isEqualTo(8_766);
            shop.submit(Redemption.of("x2", CUSTOMER, DAY, "half", 5_500, basket));
            assertThat(shop.available()).isEqualTo(3_266);
        }

        @Test
        void aRedemptionThatPaysNeedsNoOrderWhereItIsNotAPartOfOne() {
            has(100);
            shop.submit(Redemption.of("x1", CUSTOMER, DAY, "any", 100));
            assertThat(shop.available()).isZero();
            assertThat(refused("half", 500L, null))
                    .isEqualTo("INVALID: reward 'half' is taken on an order, so the redemption must have its basket");
        }

        @Test
        @Tag("E3")
        void aRedemptionThatPaysMustNameItsPoints() {
            assertThat(refused("any", null, null))
                    .isEqualTo("INVALID: reward 'any' costs 1 or more, so the redemption must say how many");
            assertThat(refused("half", null, basket))
                    .isEqualTo("INVALID: reward 'half' costs 500 or more in steps of 100, so the redemption must say"
                            + " how many");
        }

        @ParameterizedTest
        @CsvSource({"499", "400", "550", "1"})
        void aRedemptionThatPaysMustFitTheStepsAndTheLeast(long points) {
            has(100_000);
            assertThat(refused("half", points, basket))
                    .isEqualTo(
                            "INVALID: points of reward 'half' must be 500 or more in steps of 100, but were " + points);
        }

        @Test
        void aRedemptionNeverPaysMoreThanItsPartOfTheOrder() {
            has(100_000);
            assertThat(refused("half", 5_600L, basket))
                    .isEqualTo(
                            "CONDITION_NOT_MET: reward 'half' needs order on which 5600 points can be used, but found"
                                    + " order on which at most 5500 can be used");
            shop.submit(Redemption.of("x1", CUSTOMER, DAY, "half", 5_500, basket));
        }

        @Test
        void aRedemptionNeverPaysMoreThanTheOrderIsWorth() {
            has(100_000);
            assertThat(refused("any", 11_501L, basket))
                    .isEqualTo(
                            "CONDITION_NOT_MET: reward 'any' needs order on which 11501 points can be used, but found"
                                    + " order on which at most 11500 can be used");
            Basket paid = basket.paidBy(Payment.withPoints(usd("100"), "x0"));
            assertThat(refused("any", 1_501L, paid)).startsWith("CONDITION_NOT_MET: ");
            shop.submit(Redemption.of("x1", CUSTOMER, DAY, "any", 1_500, paid));
        }

        @Test
        @Tag("R3")
        @Tag("L9")
        void aRedemptionThatPaysNeverTakesMoreThanThereIs() {
            has(700);
            assertThat(refused("any", 701L, basket))
                    .isEqualTo("INSUFFICIENT_POINTS: 701 points are needed, but 700 are available");
        }

        @Test
        @Tag("E3")
        void aRedemptionThatPaysIsRefusedForTheFirstReason() {
            assertThat(refused("half", 550L, null)).startsWith("INVALID: points of");
            assertThat(refused("half", 100_000L, basket)).startsWith("CONDITION_NOT_MET: ");
            has(600);
            shop.submit(new Adjustment("all", CUSTOMER, DAY, "points", -700, "taken", "host"));
            assertThat(refused("any", 1_000L, basket)).startsWith("IN_DEBT: 100 points");
        }

        @Test
        @Tag("N2")
        void aRedemptionThatPaysIsWorthNoMoreThanMoneyCanBe() {
            Shop rich = new Shop(
                    of(Reward.costing("any", ChosenPrice.ofAnyNumber()).giving(PointsAsPayment.of(usd("1000"), 1))));
            rich.submit(new Adjustment("has", CUSTOMER, DAY, "points", Points.MAX_IN_ONE_EVENT, "brought", "host"));
            UsablePoints usable = rich.engine()
                    .rewardsFor(rich.account(), DAY)
                    .get(0)
                    .usable()
                    .orElseThrow();
            assertThat(usable.worth()).isEqualTo(Money.ofMillionths(Shop.USD, Money.MAX_MILLIONTHS));
            Refusal refusal = rich.refused(Redemption.of("x", CUSTOMER, DAY, "any", usable.most() + 1));
            assertThat(refusal).isEqualTo(new Refusal.Overflow("what 9000000001 points are worth"));
            rich.submit(Redemption.of("x", CUSTOMER, DAY, "any", usable.most()));
        }

        @Test
        void aRedemptionThatPaysCountsAsOneUseHoweverManyPointsItTakes() {
            Shop once = new Shop(of(ANY.capped(UseCap.of(1, Window.EVER))));
            once.submit(new Adjustment("has", CUSTOMER, DAY, "points", 100, "brought", "host"));
            once.submit(Redemption.of("x1", CUSTOMER, DAY, "any", 50));
            assertThat(once.refused(Redemption.of("x2", CUSTOMER, DAY, "any", 50))
                            .code())
                    .isEqualTo("LIMIT_REACHED");
        }

        @Test
        @Tag("L7")
        void aRedemptionThatPaysCanBeHeldAndCaptured() {
            has(10_000);
            Instant until = noon("2026-01-07");
            assertThat(shop.refused(new Hold("h0", CUSTOMER, DAY, "half", until, 550L, basket))
                            .code())
                    .isEqualTo("INVALID");
            assertThat(shop.refused(new Hold("h0", CUSTOMER, DAY, "half", until, null, basket))
                            .code())
                    .isEqualTo("INVALID");
            assertThat(shop.refused(new Hold("h0", CUSTOMER, DAY, "half", until, 5_600L, basket))
                            .code())
                    .isEqualTo("CONDITION_NOT_MET");
            shop.submit(new Hold("h1", CUSTOMER, DAY, "half", until, 5_500L, basket));
            assertThat(shop.available()).isEqualTo(4_500);
            shop.submit(Capture.ofAll("x1", CUSTOMER, DAY, "h1"));
            assertThat(shop.account().balance("points").redeemed()).isEqualTo(5_500);
        }

        @Test
        @Tag("R3")
        void aRedemptionThatPaysCanBeCancelledInPart() {
            has(1_000);
            shop.submit(Redemption.of("x1", CUSTOMER, DAY, "any", 800));
            shop.submit(new Cancellation("y1", CUSTOMER, DAY, "x1", 300L));
            assertThat(shop.available()).isEqualTo(500);
        }
    }

    @Nested
    @Tag("R2")
    class RewardsFor {
        private RewardOption option(String reward, Basket order) {
            List<RewardOption> options = order == null
                    ? shop.engine().rewardsFor(shop.account(), DAY)
                    : shop.engine().rewardsFor(shop.account(), order, DAY);
            return options.stream()
                    .filter(option -> option.reward().id().equals(reward))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void theRewardsForAnOrderSayHowManyPointsCanPayAndHowMuch() {
            has(20_000);
            UsablePoints half = option("half", basket).usable().orElseThrow();
            assertThat(half.least()).isEqualTo(500);
            assertThat(half.most()).isEqualTo(5_500);
            assertThat(half.worth()).isEqualTo(usd("55"));
            assertThat(option("any", basket).usable().orElseThrow().most()).isEqualTo(11_500);
            UsablePoints five = option("five", basket).usable().orElseThrow();
            assertThat(five.least()).isEqualTo(500);
            assertThat(five.most()).isEqualTo(500);
            assertThat(option("cash-10", basket).usable()).isEmpty();
        }

        @Test
        void theRewardsForAnOrderAreHeldAgainstTheBalance() {
            has(777);
            assertThat(option("half", basket).usable().orElseThrow().most()).isEqualTo(700);
            assertThat(option("any", basket).usable().orElseThrow().worth()).isEqualTo(usd("7.77"));
        }

        @Test
        void theRewardsForAnOrderSayWhatIsMissingToTheLeast() {
            has(450);
            RewardOption half = option("half", basket);
            assertThat(half.refusal()).contains(new Refusal.InsufficientPoints("points", 450, 500));
            assertThat(half.missingPoints()).isEqualTo(50);
            assertThat(half.usable()).isEmpty();
            RewardOption small = option("half", Basket.ofTotal(usd("9.99")));
            assertThat(small.refusal()).containsInstanceOf(Refusal.ConditionNotMet.class);
        }

        @Test
        void theRewardsForNoOrderAreHeldAgainstTheBalanceAlone() {
            has(777);
            assertThat(option("half", null).usable().orElseThrow().most()).isEqualTo(700);
        }
    }

    @Nested
    @Tag("R2")
    class AQuote {
        private Quote quote(RewardChoice... choices) {
            return shop.engine().quote(shop.account(), basket, DAY, choices);
        }

        @Test
        @Tag("A6")
        void aQuoteCarriesThePaymentAndEarnsOnWhatIsPaidInMoney() {
            has(10_000);
            Quote quote = quote(RewardChoice.of("any", 2_300).redeemedAs("x1")).orThrow();
            assertThat(quote.basket()).isEqualTo(basket.paidBy(Payment.withPoints(usd("23"), "x1")));
            assertThat(quote.discount()).isEqualTo(usd("0"));
            assertThat(quote.total()).isEqualTo(usd("115"));
            assertThat(quote.paidWithPoints()).isEqualTo(usd("23"));
            assertThat(quote.leftToPay()).isEqualTo(usd("92"));
            // A fifth of the order is paid with points, so four fifths of 100 earn.
            assertThat(quote.earned("points")).isEqualTo(80);
            assertThat(quote.account().balance("points").available()).isEqualTo(10_000 - 2_300 + 80);
            assertThat(quote).hasToString("Quote[USD 115.00 after USD 0.00 off, USD 23.00 of it with points]");
        }

        @Test
        void aQuoteIsWhatRedeemingAndBuyingThenDo() {
            has(10_000);
            Quote quote = quote(
                            RewardChoice.of("cash-10"),
                            RewardChoice.of("half", 3_000).redeemedAs("x2"))
                    .orThrow();
            shop.submit(Redemption.of("x1", CUSTOMER, DAY, "cash-10", basket));
            Basket order = new AmountOff(usd("10")).applied(basket, basket);
            shop.submit(Redemption.of("x2", CUSTOMER, DAY, "half", 3_000, basket));
            shop.submit(new Purchase("p", CUSTOMER, DAY, quote.basket()));
            assertThat(quote.basket()).isEqualTo(order.paidBy(Payment.withPoints(usd("30"), "x2")));
            assertThat(quote.account()).isEqualTo(shop.account());
        }

        @Test
        void aQuoteCanBeAskedBeforeTheRedemptionHasAnId() {
            has(10_000);
            Quote quote = quote(RewardChoice.of("any", 1_000), RewardChoice.of("any", 500))
                    .orThrow();
            assertThat(quote.basket().payments())
                    .containsExactly(Payment.preview(usd("5")), Payment.preview(usd("10")));
            assertThat(new Purchase("p", CUSTOMER, DAY, quote.basket()).isPreview())
                    .isTrue();
        }

        @Test
        void aQuoteNeverPaysMoreThanItsPartWithAllPointsTogether() {
            has(20_000);
            quote(RewardChoice.of("half", 3_000), RewardChoice.of("half", 2_500))
                    .orThrow();
            assertThat(quote(RewardChoice.of("half", 3_000), RewardChoice.of("half", 2_600))
                            .refusal())
                    .contains(new Refusal.ConditionNotMet(
                            "reward 'half'",
                            "payment of USD 0.01 for each point, at most 50 % of the order",
                            "order on which at most 2900 can be used",
                            "order on which 3000 points can be used"));
        }

        @Test
        void aQuoteRefusesPointsThatPayMoreThanADiscountLeaves() {
            has(20_000);
            assertThat(quote(RewardChoice.of("any", 11_000), RewardChoice.of("cash-10"))
                            .refusal())
                    .contains(new Refusal.ConditionNotMet(
                            "reward 'any'",
                            "payment of USD 0.01 for each point",
                            "order on which at most 10400 can be used",
                            "order on which 11000 points can be used"));
        }

        @Test
        void aQuoteNamesItsPointsUnlessThePriceIsFixed() {
            has(20_000);
            assertThat(quote(RewardChoice.of("any")).refusal()).containsInstanceOf(Refusal.Invalid.class);
            assertThat(quote(RewardChoice.of("five")).orThrow().paidWithPoints())
                    .isEqualTo(usd("5"));
            assertThat(shop.engine()
                            .quote(shop.account(), basket, List.of("five"), DAY)
                            .orThrow()
                            .paidWithPoints())
                    .isEqualTo(usd("5"));
        }

        @Test
        @Tag("R4")
        void aQuotedOrderThatIsReturnedGivesThePointsBack() {
            has(1_000);
            Quote quote = quote(RewardChoice.of("any", 1_000).redeemedAs("x1")).orThrow();
            shop.submit(Redemption.of("x1", CUSTOMER, DAY, "any", 1_000, basket));
            shop.submit(new Purchase("p", CUSTOMER, DAY, quote.basket()));
            shop.submit(Return.ofAll("r", CUSTOMER, DAY, "p"));
            assertThat(shop.available()).isEqualTo(1_000);
        }
    }

    @Nested
    class AChoice {
        @Test
        @Tag("F1")
        void aChoiceIsOfARewardAndPerhapsPoints() {
            assertThat(RewardChoice.of("any", 5).redeemedAs("x1")).isEqualTo(new RewardChoice("any", 5L, "x1"));
            assertThatThrownBy(() -> RewardChoice.of("any", 0))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("points of a choice must be positive, but were 0");
            assertThatThrownBy(() -> RewardChoice.of(""))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("reward id must not be empty");
            assertThatThrownBy(() -> RewardChoice.of("any", 5).redeemedAs("laurel:x"))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("redemption of a choice must not begin with 'laurel:', which is kept for ids the engine"
                            + " derives");
        }
    }
}
