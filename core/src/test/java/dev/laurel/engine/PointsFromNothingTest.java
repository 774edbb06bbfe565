package dev.laurel.engine;

import static dev.laurel.engine.Member.brief;
import static dev.laurel.engine.Member.paid;
import static dev.laurel.engine.Member.worth;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Selectors;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Hold;
import dev.laurel.event.Payment;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.TransferReceived;
import dev.laurel.money.Quantity;
import dev.laurel.money.Rounding;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.PointTerms;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.FixedPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What members tried to have points for nothing. */
class PointsFromNothingTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final PointTerms OWED = PointTerms.expiring(Moment.never());
    private static final PointTerms CLAMPED =
            PointTerms.expiring(Moment.never()).forgettingWhatIsMissing();

    private static PointTerms policy(ShortfallPolicy shortfall) {
        return new PointTerms(Moment.never(), Set.of(), null, shortfall, null, Period.ZERO);
    }

    /** Points that were used or set aside while the order was returned that earned them. */
    @Nested
    @Tag("L8")
    class ForgottenPoints {
        @ParameterizedTest
        @EnumSource(ShortfallPolicy.class)
        @Tag("TV-219")
        void orderIsReturnedWhileItsPointsAreOnHoldAndLeavesNone(ShortfallPolicy shortfall) {
            Member member = Member.of(policy(shortfall));
            for (int i = 1; i <= 5; i++) {
                member.buys("p" + i, "2026-01-05", "100.00");
                member.holds("h" + i, "2026-01-06", "mug", 100);
                member.returns("p" + i, "2026-01-07");
                member.releases("h" + i, "2026-01-08");
                assertThat(member.available()).isZero();
                assertThat(member.debt()).isZero();
                assertThat(member.balance().clawedBack()).isEqualTo(100L * i);
            }
        }

        @Test
        @Tag("TV-210")
        void redemptionOfAfterTheShortfallComesBackWholeAndOneOfBeforePaysIt() {
            Member member = Member.of(CLAMPED);
            member.buys("p", "2026-01-05", "100.00");
            member.redeems("mug-1", "2026-01-06", "mug", 100);
            member.returns("p", "2026-01-07");
            assertThat(member.balance().clawedBack()).isZero();

            member.buys("q", "2026-01-08", "500.00");
            member.redeems("mug-2", "2026-01-09", "mug", 300);
            assertThat(brief(member.cancels("mug-2", "2026-01-10"))).containsExactly("RESTORE 300 mug");
            assertThat(member.available()).isEqualTo(500);

            assertThat(brief(member.cancels("mug-1", "2026-01-11")))
                    .containsExactly("RESTORE 100 mug", "CLAWBACK -100 per-dollar");
            assertThat(member.available()).isEqualTo(500);
            assertThat(member.balance().clawedBack()).isEqualTo(100);
        }

        @Test
        void redemptionOfTheVeryInstantButAfterTheShortfallPaysNothing() {
            Member member = Member.of(CLAMPED);
            member.buys("p", "2026-01-05", "100.00");
            member.redeems("mug-1", "2026-01-05", "mug", 100);
            member.returns("p", "2026-01-05");
            member.buys("q", "2026-01-05", "500.00");
            member.redeems("mug-2", "2026-01-05", "mug", 300);
            member.cancels("mug-2", "2026-01-05");
            assertThat(member.available()).isEqualTo(500);
        }

        @Test
        void shortfallIsPaidInPartsByEachPartThatComesBack() {
            Member member = Member.of(CLAMPED);
            member.buys("p", "2026-01-05", "100.00");
            member.redeems("mug", "2026-01-06", "mug", 100);
            member.returns("p", "2026-01-07", worth("1", "60.00"));
            for (int points : new int[] {10, 30, 25, 5}) {
                member.cancels("mug", "2026-01-08", points);
            }
            assertThat(member.balance().clawedBack()).isEqualTo(60);
            assertThat(member.available()).isEqualTo(10);
            member.cancels("mug", "2026-01-08");
            assertThat(member.available()).isEqualTo(40);
        }

        @Test
        void shortfallIsNoMoreThanWhatIsOnHoldOrRedeemed() {
            Member member = Member.of(CLAMPED);
            member.buys("p", "2026-01-05", "100.00");
            member.redeems("mug", "2026-01-06", "mug", 30);
            member.does(new Adjustment("down", CUSTOMER, noon("2026-01-06"), "points", -1_000, "fraud", "agent-1"));
            assertThat(member.balance().adjustedDown()).isEqualTo(70);
            member.cancels("mug", "2026-01-07");
            assertThat(member.available()).isZero();
            assertThat(member.balance().adjustedDown()).isEqualTo(100);
            member.buys("q", "2026-01-08", "50.00");
            assertThat(member.available()).isEqualTo(50);
        }

        @Test
        void holdThatLapsesPaysItTooAndEvenPastTheDateOfItsPoints() {
            Member member = Member.of(
                    PointTerms.expiring(Moment.after(Period.ofDays(30))).forgettingWhatIsMissing());
            member.buys("p", "2026-01-05", "100.00");
            member.holds("h", "2026-01-06", "mug", 100);
            member.returns("p", "2026-01-07");
            assertThat(brief(member.waits(startOf("2026-12-01"))))
                    .containsExactly("RELEASE 100 mug", "CLAWBACK -100 per-dollar");
            assertThat(member.balance().expired()).isZero();
        }

        @Test
        void shortfallBlocksNothingAndIsNoDebt() {
            Member member = Member.of(CLAMPED);
            member.buys("p", "2026-01-05", "100.00");
            member.redeems("mug", "2026-01-06", "mug", 100);
            member.returns("p", "2026-01-07");
            assertThat(member.debt()).isZero();
            member.buys("q", "2026-01-08", "20.00");
            member.redeems("mug-2", "2026-01-09", "mug", 20);
            assertThat(member.available()).isZero();
        }
    }

    /** Orders that nothing was paid for. */
    @Nested
    @Tag("A6")
    class FreeOrders {
        private final Member member = Member.of(
                OWED, EarnRule.earning("welcome", Amounts.fixed(5)), EarnRule.earning("each", Amounts.perItem(3)));

        @ParameterizedTest
        @ValueSource(strings = {"0.01", "20.00"})
        @Tag("TV-218")
        void orderPaidWhollyWithPointsEarnsNothing(String price) {
            member.isGiven(2_000, "2026-01-04");
            long cents = usd(price).millionths() / 10_000;
            member.redeems("x", "2026-01-05", "pays", cents);
            assertThat(member.buys("p", "2026-01-05", paid(price, price, "x")).entries())
                    .isEmpty();
        }

        @Test
        @Tag("TV-218")
        void sampleThatCostsNothingEarnsNothing() {
            assertThat(member.buys("p", "2026-01-05", "0.00").entries()).isEmpty();
        }

        @Test
        void sampleBesideAnOrderIsNoPiece() {
            Basket basket =
                    Basket.of(PurchaseLine.of("1", "cream", usd("10.00")), PurchaseLine.of("2", "sample", usd("0.00")));
            assertThat(brief(member.buys("p", "2026-01-05", basket))).containsExactly("EARN 3 each", "EARN 5 welcome");
        }

        @Test
        void piecesCountByThePartThatWasPaidInMoney() {
            member.isGiven(2_000, "2026-01-04");
            member.redeems("x", "2026-01-05", "pays", 500);
            Basket basket = Basket.of(
                            PurchaseLine.of("1", "cream", usd("10.00")).withQuantity(Quantity.of(5)))
                    .paidBy(Payment.withPoints(usd("5.00"), "x"));
            // Half of five pieces at three points each, rounded down; what is fixed is earned as a whole.
            assertThat(brief(member.buys("p", "2026-01-05", basket))).containsExactly("EARN 7 each", "EARN 5 welcome");
        }

        @Test
        void piecesRoundedOneByOneCountByThatPartEach() {
            Member each = Member.of(
                    OWED, EarnRule.earning("each", Amounts.perItem(3)).rounded(Rounding.DOWN, RoundingStep.PER_ITEM));
            each.isGiven(500, "2026-01-04");
            each.redeems("x", "2026-01-05", "pays", 500);
            Basket basket = Basket.of(
                            PurchaseLine.of("1", "cream", usd("10.00")).withQuantity(Quantity.of(5)))
                    .paidBy(Payment.withPoints(usd("5.00"), "x"));
            assertThat(brief(each.buys("p", "2026-01-05", basket))).containsExactly("EARN 5 each");
        }

        @Test
        void orderOfWhatTheProgramExcludesCountsForNothing() {
            Member shopper = new Member(Member.declared(
                            PointTerms.expiring(Expiry.inactiveFor(Period.ofDays(100))),
                            EarnRule.earning("welcome", Amounts.fixed(5)))
                    .excluding(Selectors.category("gift-card"))
                    .build());
            shopper.buys("p", "2026-01-05", "10.00");
            Basket giftCard =
                    Basket.of(PurchaseLine.of("1", "card", usd("50.00")).withCategories("gift-card"));
            assertThat(shopper.buys("g", "2026-03-05", giftCard).entries()).isEmpty();
            assertThat(brief(shopper.waits(noon("2026-04-15")))).containsExactly("EXPIRE -5");
        }

        @Test
        void freeOrderIsNoActivityAndNoFirstPurchase() {
            Member shopper = Member.of(PointTerms.expiring(Expiry.inactiveFor(Period.ofDays(100))));
            shopper.isGiven(10, "2026-01-05");
            shopper.buys("p", "2026-03-05", "0.00");
            assertThat(shopper.shop.account().milestones().firstPurchase()).isNull();
            assertThat(brief(shopper.waits(noon("2026-04-15")))).containsExactly("EXPIRE -10");
        }

        @Test
        void usesOfACapAreNotUsedUpByAnOrderThatEarnsNothing() {
            Member once = Member.of(
                    OWED, EarnRule.earning("welcome", Amounts.fixed(500)).capped(UseCap.of(1, Window.EVER)));
            once.buys("p", "2026-01-05", "0.00");
            assertThat(brief(once.buys("q", "2026-01-06", "10.00"))).containsExactly("EARN 500 welcome");
        }
    }

    /** Rewards at a fixed price, of which somebody wants to pay a part. */
    @Nested
    class FixedPrices {
        private final Member member = new Member(Member.declared(OWED)
                .redeem(Reward.costing("bag", FixedPrice.of(500)))
                .redeem(Reward.costing("tens", new ChosenPrice(10, 20, null))
                        .giving(PointsAsPayment.of(usd("0.01"), 1)))
                .build());

        private void has500() {
            member.isGiven(500, "2026-01-04");
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 499, 501})
        @Tag("L7")
        @Tag("TV-224")
        void partOfAFixedPriceIsNotCaptured(long points) {
            has500();
            member.does(new Hold("h", CUSTOMER, noon("2026-01-05"), "bag", noon("2026-02-05"), null, null));
            assertThat(member.isRefused(new Capture("k", CUSTOMER, noon("2026-01-06"), "h", points)))
                    .isEqualTo("INVALID");
            member.captures("k", "h", "2026-01-06", 500);
            assertThat(member.balance().redeemed()).isEqualTo(500);
        }

        @Test
        @Tag("R3")
        void partOfAFixedPriceIsNotCancelled() {
            has500();
            member.does(Redemption.of("x", CUSTOMER, noon("2026-01-05"), "bag"));
            assertThat(member.isRefused(new Cancellation("c", CUSTOMER, noon("2026-01-06"), "x", 1L)))
                    .isEqualTo("INVALID");
            member.cancels("x", "2026-01-06", 500);
            assertThat(member.available()).isEqualTo(500);
        }

        @ParameterizedTest
        @CsvSource({"10, INVALID", "25, INVALID", "110, EXCEEDS_REDEMPTION"})
        @Tag("L7")
        void chosenPriceIsCapturedInItsSteps(long points, String code) {
            has500();
            member.holds("h", "2026-01-05", "tens", 100);
            assertThat(member.isRefused(new Capture("k", CUSTOMER, noon("2026-01-06"), "h", points)))
                    .isEqualTo(code);
            member.captures("k", "h", "2026-01-06", 30);
            assertThat(member.available()).isEqualTo(470);
        }

        @Test
        @Tag("L7")
        void wrongPartIsInvalidWhetherOrNotTheHoldHasLapsed() {
            has500();
            member.holds("h", "2026-01-05", "tens", 100);
            Capture late = new Capture("k", CUSTOMER, noon("2026-12-06"), "h", 25L);
            assertThat(member.isRefused(late)).isEqualTo("INVALID");
            member.waits(startOf("2026-12-01"));
            assertThat(member.isRefused(late)).isEqualTo("INVALID");
        }

        @Test
        @Tag("R3")
        void redemptionIsCancelledAsLongAsAPurchaseCanBeReturned() {
            has500();
            member.redeems("x", "2026-01-05", "mug", 100);
            Cancellation tooLate = new Cancellation("c", CUSTOMER, noon("2027-01-05"), "x", null);
            assertThat(member.isRefused(tooLate)).isEqualTo("UNKNOWN_REDEMPTION");
            member.does(new Cancellation("c", CUSTOMER, noon("2027-01-05").minusNanos(1_000), "x", null));
            assertThat(member.available()).isEqualTo(500);
        }
    }

    /** A tier that is bought and brought back. */
    @Nested
    @Tag("Q5")
    class ReturnedTiers {
        private final Member member = new Member(Member.declared(OWED)
                .ladders(Ladder.startingAt("status", Tier.of("insider"))
                        .then(Tier.of("vib"), SPEND.per(BoundedWindow.YEAR).reaches(usd("350")))
                        .then(Tier.of("rouge"), SPEND.per(BoundedWindow.YEAR).reaches(usd("1000"))))
                .build());

        private String tier() {
            return member.shop.account().standing("status").orElseThrow().tier().id();
        }

        @Test
        void topTierIsLostAtOnceWithTheOrderThatReachedIt() {
            member.buys("p", "2026-01-05", "1000.00");
            assertThat(tier()).isEqualTo("rouge");
            member.returns("p", "2026-01-06");
            assertThat(tier()).isEqualTo("insider");
        }

        @ParameterizedTest
        @CsvSource({"a, b", "b, a"})
        void ordersReturnedInEitherOrderLeaveTheLowestTier(String first, String second) {
            member.buys("a", "2026-01-05", "400.00");
            member.buys("b", "2026-01-06", "600.00");
            member.returns(first, "2026-01-07");
            assertThat(tier()).isEqualTo("vib");
            member.returns(second, "2026-01-08");
            assertThat(tier()).isEqualTo("insider");
        }

        @Test
        void tierStaysWhereTheProgramSaysSo() {
            Member kept = new Member(Member.declared(OWED)
                    .ladders(Ladder.startingAt("status", Tier.of("insider"))
                            .then(Tier.of("vib"), SPEND.per(BoundedWindow.YEAR).reaches(usd("350")))
                            .kept(Moment.endOf(BoundedWindow.YEAR))
                            .fallingToTheLowest()
                            .unmovedByReturns())
                    .build());
            kept.buys("p", "2026-01-05", "1000.00");
            kept.returns("p", "2026-01-06");
            assertThat(kept.shop
                            .account()
                            .standing("status")
                            .orElseThrow()
                            .tier()
                            .id())
                    .isEqualTo("vib");
        }
    }

    /** Points that come back and may last longer. */
    @Nested
    @Tag("R3")
    class LongerLife {
        private final Member member = Member.of(PointTerms.expiring(Moment.endOf(BoundedWindow.YEAR, Period.ZERO))
                .extendingWhatComesBack(Period.ofDays(30)));

        @Test
        @Tag("TV-209")
        void pointsThatComeBackTwiceLastNoLongerThanThoseThatDidOnce() {
            member.buys("p", "2025-12-01", "100.00");
            member.redeems("x", "2025-12-20", "mug", 100);
            member.cancels("x", "2026-01-05");
            assertThat(member.available()).isEqualTo(100);
            member.redeems("y", "2026-01-10", "mug", 100);
            member.cancels("y", "2026-01-20");
            assertThat(member.waits(startOf("2026-01-31").minusNanos(1_000)).entries())
                    .isEmpty();
            assertThat(brief(member.waits(startOf("2026-01-31")))).containsExactly("EXPIRE -100");
        }

        @Test
        @Tag("L9")
        void pointsThatWereSentAreNotExtendedByTakingAndGivingBack() {
            member.does(Enrollment.of("e", CUSTOMER, noon("2026-01-05")));
            member.does(new TransferReceived(
                    CUSTOMER,
                    noon("2026-01-05"),
                    "c2",
                    "t",
                    "points",
                    List.of(new TransferReceived.Points(100, noon("2025-12-01"), noon("2026-01-30")))));
            member.redeems("x", "2026-01-06", "mug", 100);
            member.cancels("x", "2026-01-07");
            assertThat(brief(member.waits(noon("2026-01-30")))).containsExactly("EXPIRE -100");
        }

        @Test
        void restOfTheLotKeepsItsDate() {
            member.buys("p", "2025-12-01", "100.00");
            member.redeems("x", "2025-12-20", "mug", 40);
            member.cancels("x", "2025-12-21");
            assertThat(brief(member.waits(startOf("2026-01-01")))).containsExactly("EXPIRE -60");
            assertThat(member.available()).isEqualTo(40);
            assertThat(brief(member.waits(startOf("2026-01-31")))).containsExactly("EXPIRE -40");
        }

        @Test
        void returnOfThePurchaseFindsBothPartsOfItsLot() {
            member.buys("p", "2025-12-01", "100.00");
            member.redeems("x", "2025-12-20", "mug", 40);
            member.cancels("x", "2025-12-21");
            member.waits(startOf("2026-01-02"));
            // Sixty expired unused, so forty are left to take, and they are there.
            assertThat(brief(member.returns("p", "2026-01-05"))).containsExactly("CLAWBACK -40 per-dollar");
            assertThat(member.available()).isZero();
            assertThat(member.debt()).isZero();
        }
    }
}
