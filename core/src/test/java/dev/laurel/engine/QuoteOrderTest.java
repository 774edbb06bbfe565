package dev.laurel.engine;

import static dev.laurel.condition.Selectors.category;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Collections2;
import dev.laurel.condition.Conditions;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.RewardChoice;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.FreeItem;
import dev.laurel.reward.PercentageOff;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In a quote the order of asking decides nothing. */
@Tag("R5")
class QuoteOrderTest {
    private static final Instant DAY = noon("2026-01-06");

    private final Shop shop = new Shop(program()
            .excluding(category("gift-card"))
            .earn(
                    EarnRule.earning("base", Amounts.proportional(1, usd("1"))),
                    EarnRule.earning("piece", Amounts.perItem(1000)).of(category("drink")))
            .redeem(
                    reward("ship").where(Conditions.orderOfAtLeast(usd("50"))),
                    reward("ten").giving(new AmountOff(usd("10"))),
                    reward("ten-for-fifty")
                            .giving(new AmountOff(usd("10")))
                            .where(Conditions.orderOfAtLeast(usd("50"))),
                    reward("tenth").giving(PercentageOff.of(Ratio.of(10))),
                    reward("half").giving(PercentageOff.of(Ratio.of(50))),
                    reward("drink").giving(new FreeItem(category("drink"))),
                    Reward.costing("pay", ChosenPrice.ofAnyNumber()).giving(PointsAsPayment.of(usd("0.01"), 1)),
                    Reward.costing("pay-half", ChosenPrice.ofAnyNumber())
                            .giving(PointsAsPayment.of(usd("0.01"), 1).upToPercentOfOrder(50)))
            .build());

    private static Reward reward(String id) {
        return Reward.costing(id, POINTS.points(100));
    }

    private static PurchaseLine drinks(String pieces, String net) {
        return line("d", net, "drink").withQuantity(Quantity.of(pieces));
    }

    /** The one quote that all orders of the choices give. */
    private Quote quote(Basket basket, RewardChoice... choices) {
        if (!shop.account().isOpen()) {
            shop.spend("2026-01-05", "9000");
        }
        Quote first = shop.engine().quote(shop.account(), basket, DAY, choices);
        for (List<RewardChoice> permutation : Collections2.permutations(List.of(choices))) {
            Quote quote = shop.engine().quote(shop.account(), basket, permutation, DAY, List.of());
            assertThat(quote.refusal()).isEqualTo(first.refusal());
            assertThat(quote.basket()).isEqualTo(first.basket());
            assertThat(quote.discount()).isEqualTo(first.discount());
            assertThat(quote.account()).isEqualTo(first.account());
            assertThat(quote.redemptions().stream().map(Decision::event))
                    .isEqualTo(first.redemptions().stream().map(Decision::event).toList());
        }
        return first;
    }

    private Quote quote(Basket basket, String... rewards) {
        return quote(basket, List.of(rewards).stream().map(RewardChoice::of).toArray(RewardChoice[]::new));
    }

    private static List<String> rewardsOf(Quote quote) {
        return quote.redemptions().stream()
                .map(decision -> ((Redemption) decision.event()).reward())
                .toList();
    }

    @Nested
    class ConditionsAboutTheOrder {
        @Test
        @Tag("TV-225")
        void conditionsAreJudgedOnTheOrderAsItIsBeforeAnyOfItsRewards() {
            Quote quote = quote(Basket.ofTotal(usd("55")), "ship", "ten").orThrow();
            assertThat(quote.total()).isEqualTo(usd("45"));
            assertThat(quote.redemptions()).hasSize(2);
            assertThat(quote(Basket.ofTotal(usd("55")), "ten-for-fifty", "ten-for-fifty")
                            .orThrow()
                            .total())
                    .isEqualTo(usd("35"));
            assertThat(quote(Basket.ofTotal(usd("49.99")), "ship", "ten")
                            .refusal()
                            .orElseThrow()
                            .code())
                    .isEqualTo("CONDITION_NOT_MET");
        }

        @Test
        @Tag("R2")
        void eachRedemptionCarriesTheOrderAsTheHostGaveIt() {
            Basket basket = Basket.of(drinks("2", "60"));
            assertThat(quote(basket, "ship", "drink", "ten").orThrow().redemptions())
                    .hasSize(3)
                    .allSatisfy(decision ->
                            assertThat(((Redemption) decision.event()).basket()).isEqualTo(basket));
        }
    }

    @Nested
    class Steps {
        @Test
        void freePiecesComeFirstThenPercentagesThenAmountsThenPoints() {
            Basket basket = Basket.of(drinks("2", "60"), line("2", "40"));
            Quote quote = quote(
                            basket,
                            RewardChoice.of("pay", 500),
                            RewardChoice.of("ten"),
                            RewardChoice.of("tenth"),
                            RewardChoice.of("drink"),
                            RewardChoice.of("ship"))
                    .orThrow();
            assertThat(rewardsOf(quote)).containsExactly("drink", "tenth", "ten", "pay", "ship");
            // 100 less 30 is 70, less 7 is 63, less 10 is 53, of which points pay 5.
            assertThat(quote.total()).isEqualTo(usd("53"));
            assertThat(quote.leftToPay()).isEqualTo(usd("48"));
            assertThat(quote.discount()).isEqualTo(usd("47"));
        }

        @Test
        void rewardsOfOneKindAreTakenByTheirIds() {
            Quote quote =
                    quote(Basket.ofTotal(usd("0.99")), "tenth", "half", "half").orThrow();
            assertThat(rewardsOf(quote)).containsExactly("half", "half", "tenth");
            // Of 99 cents 49, of 50 cents 25, of 25 cents 2.
            assertThat(quote.total()).isEqualTo(usd("0.23"));
        }

        @Test
        void rewardsTogetherNeverTakeMoreThanTheOrder() {
            assertThat(quote(Basket.ofTotal(usd("15")), "ten", "ten").refusal())
                    .contains(new Refusal.ConditionNotMet(
                            "reward 'ten'", "USD 10.00 off", "order of USD 5.00", "order of at least USD 10.00"));
            assertThat(quote(Basket.ofTotal(usd("15")), "half", "ten")
                            .refusal()
                            .orElseThrow()
                            .code())
                    .isEqualTo("CONDITION_NOT_MET");
        }

        @Test
        void rewardsTogetherWithPointsNeverTakeMoreThanTheOrder() {
            Basket basket = Basket.ofTotal(usd("15"));
            assertThat(quote(basket, RewardChoice.of("pay", 500), RewardChoice.of("ten"))
                            .orThrow()
                            .leftToPay())
                    .isEqualTo(usd("0"));
            assertThat(quote(basket, RewardChoice.of("pay", 501), RewardChoice.of("ten"))
                            .refusal())
                    .contains(new Refusal.ConditionNotMet(
                            "reward 'pay'",
                            "payment of USD 0.01 for each point",
                            "order on which at most 500 can be used",
                            "order on which 501 points can be used"));
        }

        @Test
        void aPartOfTheOrderThatPointsMayPayIsOfWhatDiscountsLeave() {
            Basket basket = Basket.ofTotal(usd("30"));
            assertThat(quote(basket, RewardChoice.of("pay-half", 1000), RewardChoice.of("ten"))
                            .orThrow()
                            .leftToPay())
                    .isEqualTo(usd("10"));
            assertThat(quote(basket, RewardChoice.of("pay-half", 1001), RewardChoice.of("ten"))
                            .refusal()
                            .orElseThrow()
                            .code())
                    .isEqualTo("CONDITION_NOT_MET");
        }

        @Test
        void theSameRewardForOtherPointsOrUnderOtherIdsIsTakenInOneOrderToo() {
            Quote quote = quote(
                            Basket.ofTotal(usd("30")),
                            RewardChoice.of("pay", 300).redeemedAs("b"),
                            RewardChoice.of("pay", 300).redeemedAs("a"),
                            RewardChoice.of("pay", 200).redeemedAs("c"),
                            RewardChoice.of("pay", 300))
                    .orThrow();
            assertThat(quote.basket().payments())
                    .containsExactly(
                            Payment.withPoints(usd("2"), "c"),
                            Payment.preview(usd("3")),
                            Payment.withPoints(usd("3"), "a"),
                            Payment.withPoints(usd("3"), "b"));
        }

        @Test
        void theRefusalIsTheSameWhateverIsAskedFirst() {
            assertThat(quote(Basket.ofTotal(usd("5")), "nothing", "ten", "drink")
                            .refusal()
                            .orElseThrow())
                    .isEqualTo(new Refusal.ConditionNotMet(
                            "reward 'drink'",
                            "one of category drink free",
                            "no such line",
                            "a line of category drink"));
        }
    }

    @Nested
    @Tag("R1")
    @Tag("A6")
    class FreePieces {
        private final Shop stamps = new Shop(program()
                .excluding(category("gift-card"))
                .earn(
                        EarnRule.earning("base", Amounts.fixed(100)).of(category("food")),
                        EarnRule.earning("stamp", Amounts.perItem(1)).of(category("drink")))
                .redeem(reward("drink").giving(new FreeItem(category("drink"))))
                .build());

        private Quote free(int pieces, PurchaseLine... lines) {
            for (int i = 1; !stamps.account().isOpen() || i < 9; i++) {
                stamps.buy("2026-01-05", line("f", "1", "food"));
            }
            return stamps.engine().quote(stamps.account(), Basket.of(lines), Collections.nCopies(pieces, "drink"), DAY);
        }

        private static List<String> lines(Quote quote) {
            return quote.basket().lines().stream()
                    .map(line -> line.id() + " " + line.quantity() + " " + line.net() + " " + line.tax())
                    .toList();
        }

        @Test
        @Tag("TV-204")
        void aFreeDrinkOfTwoIsALineOfItsOwnAndEarnsNoStamp() {
            PurchaseLine two = drinks("2", "6");
            Quote one = free(1, two).orThrow();
            assertThat(one.leftToPay()).isEqualTo(usd("3"));
            assertThat(lines(one)).containsExactly("d 1 USD 3.00 USD 0.00", "d-free 1 USD 0.00 USD 0.00");
            assertThat(one.earned("points")).isEqualTo(1);
            Quote both = free(2, two).orThrow();
            assertThat(both.discount()).isEqualTo(usd("6"));
            assertThat(both.earned("points")).isZero();
            assertThat(free(3, two).refusal())
                    .contains(new Refusal.ConditionNotMet(
                            "reward 'drink'",
                            "one of category drink free",
                            "no such line",
                            "a line of category drink"));
        }

        @Test
        void aFreePieceHasNoTaxSoItDoesNotCount() {
            Quote one = free(1, drinks("2", "6").withTax(usd("0.50"))).orThrow();
            assertThat(lines(one)).containsExactly("d 1 USD 3.00 USD 0.25", "d-free 1 USD 0.00 USD 0.00");
            assertThat(one.total()).isEqualTo(usd("3.25"));
            assertThat(one.discount()).isEqualTo(usd("3.25"));
            Quote both = free(2, drinks("2", "6").withTax(usd("0.50"))).orThrow();
            assertThat(both.total()).isEqualTo(usd("0"));
            assertThat(both.earned("points")).isZero();
        }

        @Test
        void freePiecesOfALineThatCannotBeDividedTakeExactlyAllOfIt() {
            assertThat(free(1, drinks("3", "10")).orThrow().discount()).isEqualTo(usd("3.33"));
            assertThat(free(2, drinks("3", "10")).orThrow().discount()).isEqualTo(usd("6.66"));
            assertThat(free(3, drinks("3", "10")).orThrow().discount()).isEqualTo(usd("10"));
            assertThat(free(4, drinks("3", "10")).isAccepted()).isFalse();
        }

        @Test
        void freePiecesAreNeverOfAnExcludedLine() {
            PurchaseLine card = line("c", "50", "drink", "gift-card");
            assertThat(lines(free(1, card, drinks("1", "3")).orThrow()))
                    .containsExactly("c 1 USD 50.00 USD 0.00", "d 1 USD 0.00 USD 0.00");
            assertThat(free(2, card, drinks("1", "3")).isAccepted()).isFalse();
        }

        @Test
        void whatAWholeDiscountGivesAwayEarnsNothingByThePieceEither() {
            shop.spend("2026-01-05", "9000");
            Basket basket = Basket.of(drinks("5", "10").withTax(usd("0.05")));
            Quote quote = shop.engine()
                    .quote(shop.account(), basket, List.of("ten"), DAY)
                    .orThrow();
            assertThat(quote.total()).isEqualTo(usd("0"));
            assertThat(quote.discount()).isEqualTo(usd("10.05"));
            assertThat(quote.earned("points")).isZero();
        }
    }

    @Test
    @Tag("R2")
    void submittingTheRedemptionsAndBuyingTheBasketIsWhatTheQuoteSays() {
        Basket basket = Basket.of(
                        line("g", "20", "gift-card"), drinks("3", "10").withTax(usd("1")), line("2", "55"))
                .withShipping(usd("4"));
        Quote quote = quote(
                        basket,
                        RewardChoice.of("pay-half", 1000).redeemedAs("x-pay"),
                        RewardChoice.of("ship").redeemedAs("x-ship"),
                        RewardChoice.of("tenth").redeemedAs("x-tenth"),
                        RewardChoice.of("drink").redeemedAs("x-drink"))
                .orThrow();
        quote.redemptions().forEach(decision -> shop.submit(decision.event()));
        Decision bought = shop.submit(new Purchase("p", CUSTOMER, DAY, quote.basket()));
        assertThat(shop.account()).isEqualTo(quote.account());
        assertThat(bought.earned("points")).isEqualTo(quote.earned("points"));
        shop.verify();
    }

    @Test
    @Tag("N2")
    void aFreePieceFindsNoRoomInAnOrderOfAsManyLinesAsThereCanBe() {
        PurchaseLine drink = drinks("2", "6");
        List<PurchaseLine> lines = new ArrayList<>(List.of(drink));
        for (int i = 1; i < Basket.MAX_LINES; i++) {
            lines.add(drink("n" + i));
        }
        shop.spend("2026-01-05", "9000");
        assertThat(shop.engine()
                        .quote(shop.account(), Basket.of(lines), List.of("drink"), DAY)
                        .refusal())
                .contains(new Refusal.Invalid("reward 'drink' gives a piece as a line of its own, but the order has"
                        + " 1000000 lines, which is the most"));
    }

    private static PurchaseLine drink(String id) {
        return PurchaseLine.of(id, "tea", usd("1"));
    }
}
