package dev.laurel.examples.programs;

import static dev.laurel.dsl.Laurel.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.engine.Quote;
import dev.laurel.engine.UsablePoints;
import dev.laurel.event.Basket;
import dev.laurel.event.Capture;
import dev.laurel.event.Hold;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.event.RewardChoice;
import dev.laurel.money.Quantity;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The terms of the program, one by one. */
class OnePerPoundTest {
    private final Member member = new Member(OnePerPound.onePerPound());

    private static Basket order(String net) {
        return Basket.ofTotal(gbp(net));
    }

    private Decision redeems(String id, String when, long points) {
        return member.submit(Redemption.of(id, "c1", member.at(when), "points", points));
    }

    @CanIgnoreReturnValue
    private Decision buys(String id, String when, Basket basket) {
        return member.submit(new Purchase(id, "c1", member.at(when), basket)).orThrow();
    }

    @ParameterizedTest
    @CsvSource({"0.99, 0", "1.00, 1", "11.77, 11", "2009.99, 2009"})
    @Tag("N4")
    void aPurchaseEarnsAPointPerPoundRoundedDownOnce(String net, long points) {
        assertThat(member.buys("2009-12-01", order(net))).isEqualTo(points);
    }

    @Test
    void linesAddUpBeforeTheyAreRounded() {
        Basket basket = Basket.of(PurchaseLine.of("1", "a", gbp("2.55")), PurchaseLine.of("2", "b", gbp("3.39")));
        assertThat(member.buys("2009-12-01", basket)).isEqualTo(5);
    }

    @Test
    @Tag("L6")
    void pointsNeverExpire() {
        member.buys("2009-12-01", order("100"));
        assertThat(member.engine().nextChangeAt(member.account())).isEmpty();
        member.waitsUntil("2031-12-01");
        assertThat(member.available()).isEqualTo(100);
    }

    @Nested
    @Tag("R1")
    class Points {
        @Test
        void pointsPayAnyNumberOfPennies() {
            member.buys("2009-12-01", order("500"));
            redeems("x1", "2009-12-02", 1).orThrow();
            redeems("x2", "2009-12-03", 123).orThrow();
            assertThat(member.available()).isEqualTo(376);
        }

        @Test
        void theNumberOfPointsIsNamedByTheRedemption() {
            member.buys("2009-12-01", order("500"));
            Redemption unsaid = Redemption.of("x1", "c1", member.at("2009-12-02"), "points");
            assertThat(member.submit(unsaid).refusal()).containsInstanceOf(Refusal.Invalid.class);
        }

        @Test
        void pointsThatAreNotThereCannotBeRedeemed() {
            member.buys("2009-12-01", order("5"));
            assertThat(redeems("x1", "2009-12-02", 6).refusal())
                    .contains(new Refusal.InsufficientPoints("points", 5, 6));
        }

        @Test
        @Tag("R2")
        void pointsPayNoMoreThanTheOrderCosts() {
            member.buys("2009-12-01", order("5000"));
            UsablePoints usable = member.engine()
                    .rewardsFor(member.account(), order("12.34"), member.at("2009-12-02"))
                    .get(0)
                    .usable()
                    .orElseThrow();
            assertThat(usable.most()).isEqualTo(1234);
            assertThat(usable.worth()).isEqualTo(gbp("12.34"));
            Redemption more = Redemption.of("x1", "c1", member.at("2009-12-02"), "points", 1235, order("12.34"));
            assertThat(member.submit(more).refusal()).containsInstanceOf(Refusal.ConditionNotMet.class);
        }

        @Test
        @Tag("A6")
        @Tag("R2")
        void pointsEarnNothingOnWhatTheyPay() {
            member.buys("2009-12-01", order("5000"));
            Quote quote = member.engine()
                    .quote(
                            member.account(),
                            order("100"),
                            member.at("2009-12-02"),
                            RewardChoice.of("points", 2500).redeemedAs("x1"));
            assertThat(quote.orThrow().leftToPay()).isEqualTo(gbp("75"));
            redeems("x1", "2009-12-02", 2500).orThrow();
            assertThat(buys("p1", "2009-12-02", quote.basket()).earned("points"))
                    .isEqualTo(75);
            assertThat(member.account()).isEqualTo(quote.account());
        }
    }

    @Nested
    @Tag("A6")
    @Tag("R4")
    class OrdersPaidWithPoints {
        private Basket paid(String net, Payment payment) {
            return order(net).paidBy(payment);
        }

        private void returnsAll(String id, String purchase) {
            member.submit(Return.ofAll(id, "c1", member.at("2009-12-09"), purchase))
                    .orThrow();
        }

        @Test
        void pointsOfOneRedemptionPaySeveralOrders() {
            member.buys("2009-12-01", order("1000"));
            redeems("x1", "2009-12-02", 1000).orThrow();
            assertThat(buys("p1", "2009-12-03", paid("20", Payment.withPoints(gbp("6"), "x1")))
                            .earned("points"))
                    .isEqualTo(14);
            assertThat(buys("p2", "2009-12-04", paid("10", Payment.withPoints(gbp("4"), "x1")))
                            .earned("points"))
                    .isEqualTo(6);
            Purchase third = new Purchase(
                    "p3", "c1", member.at("2009-12-05"), paid("10", Payment.withPoints(gbp("0.01"), "x1")));
            assertThat(member.submit(third).refusal()).contains(new Refusal.ExceedsWorth("x1", gbp("0"), gbp("0.01")));
            returnsAll("r2", "p2");
            assertThat(member.available()).isEqualTo(14 + 400);
            returnsAll("r1", "p1");
            assertThat(member.available()).isEqualTo(1000);
        }

        @Test
        void pointsPayNothingThatWasNotRedeemed() {
            member.buys("2009-12-01", order("1000"));
            Purchase purchase =
                    new Purchase("p1", "c1", member.at("2009-12-03"), paid("20", Payment.withPoints(gbp("1"), "x1")));
            assertThat(member.submit(purchase).refusal()).contains(new Refusal.UnknownRedemption("x1"));
        }

        @Test
        @Tag("L7")
        void pointsThatAreSetAsidePayBeforeTheyAreCapturedAndComeBackAfterwards() {
            member.buys("2009-12-01", order("1000"));
            member.submit(new Hold("h1", "c1", member.at("2009-12-02"), "points", member.at("2009-12-20"), 500L, null))
                    .orThrow();
            assertThat(buys("p1", "2009-12-03", paid("20", Payment.withPoints(gbp("5"), "h1")))
                            .earned("points"))
                    .isEqualTo(15);
            returnsAll("r1", "p1");
            assertThat(member.available()).isEqualTo(500);
            member.submit(Capture.ofAll("k1", "c1", member.at("2009-12-10"), "h1"))
                    .orThrow();
            assertThat(member.available()).isEqualTo(1000);
            assertThat(member.account().balance("points").redeemed()).isZero();
        }

        @Test
        @Tag("L7")
        void pointsThatWereSetAsideInVainLeaveTheirOrdersUnpaid() {
            member.buys("2009-12-01", order("1000"));
            member.submit(new Hold("h1", "c1", member.at("2009-12-02"), "points", member.at("2009-12-20"), 500L, null))
                    .orThrow();
            buys("p1", "2009-12-03", paid("20", Payment.withPoints(gbp("3"), "h1")));
            buys("p2", "2009-12-03", paid("20", Payment.withPoints(gbp("2"), "h1")));
            Decision later = member.engine().advance(member.account(), member.at("2009-12-21"));
            assertThat(later.unpaid())
                    .containsExactly(new UnpaidOrders("h1", List.of("p1", "p2"), member.at("2009-12-20")));
            assertThat(later.account().balance("points").available()).isEqualTo(1000 + 17 + 18);
        }

        @Test
        void pointsPayShippingTooAndComeBackForIt() {
            member.buys("2009-12-01", order("5000"));
            redeems("x1", "2009-12-02", 3000).orThrow();
            Basket shipped = order("20").withShipping(gbp("5"));
            Purchase tooMuch = new Purchase(
                    "p1", "c1", member.at("2009-12-03"), shipped.paidBy(Payment.withPoints(gbp("25.01"), "x1")));
            assertThat(member.submit(tooMuch).refusal()).containsInstanceOf(Refusal.ConditionNotMet.class);
            assertThat(buys("p1", "2009-12-03", shipped.paidBy(Payment.withPoints(gbp("24"), "x1")))
                            .earned("points"))
                    .isZero();
            // A fifth of the 2,400 points.
            member.submit(Return.ofShipping("r1", "c1", member.at("2009-12-04"), "p1"))
                    .orThrow();
            assertThat(member.available()).isEqualTo(2000 + 480);
            returnsAll("r2", "p1");
            assertThat(member.available()).isEqualTo(2000 + 2400);
        }

        @Test
        void pointsOfAnotherProgramEarnNothingAndDoNotComeBack() {
            assertThat(buys("p1", "2009-12-03", paid("20", Payment.withForeignPoints(gbp("5"))))
                            .earned("points"))
                    .isEqualTo(15);
            returnsAll("r1", "p1");
            assertThat(member.available()).isZero();
        }
    }

    @Nested
    class Returns {
        @Test
        @Tag("V2")
        void returnsTakeBackWhatThePurchaseGave() {
            Basket basket = Basket.of(PurchaseLine.of("1", "a", gbp("2.55")), PurchaseLine.of("2", "b", gbp("3.39")));
            buys("p1", "2009-12-01", basket);
            List<ReturnedLine> first = List.of(ReturnedLine.of("1", Quantity.ONE));
            member.submit(new Return("r1", "c1", member.at("2009-12-02"), "p1", first))
                    .orThrow();
            assertThat(member.available()).isEqualTo(3);
            member.submit(Return.ofAll("r2", "c1", member.at("2009-12-03"), "p1"))
                    .orThrow();
            assertThat(member.available()).isZero();
        }

        @Test
        @Tag("V1")
        void returnsCanBeOfAnAmountWithTaxOrOverAllLines() {
            Basket basket = Basket.of(
                    PurchaseLine.of("1", "a", gbp("60")).withTax(gbp("12")), PurchaseLine.of("2", "b", gbp("40")));
            buys("p1", "2009-12-01", basket);
            // A fourth of the first line: 15 of its net, and 85 are left in all.
            List<ReturnedLine> gross = List.of(ReturnedLine.ofGross("1", gbp("18")));
            member.submit(new Return("r1", "c1", member.at("2009-12-02"), "p1", gross))
                    .orThrow();
            assertThat(member.available()).isEqualTo(85);
            member.submit(Return.ofAmount("r2", "c1", member.at("2009-12-03"), "p1", gbp("8.50")))
                    .orThrow();
            assertThat(member.available()).isEqualTo(76);
            assertThat(member.submit(Return.ofAmount("r3", "c1", member.at("2009-12-04"), "p1", gbp("76.51")))
                            .refusal())
                    .containsInstanceOf(Refusal.ExceedsPurchase.class);
        }

        @Test
        @Tag("V5")
        void returnsAreAcceptedForThreeYears() {
            buys("p1", "2009-12-01", order("100"));
            buys("p2", "2009-12-01", order("100"));
            member.submit(Return.ofAll("r1", "c1", member.at("2012-12-01T11:59"), "p1"))
                    .orThrow();
            assertThat(member.submit(Return.ofAll("r2", "c1", member.at("2012-12-01"), "p2"))
                            .refusal())
                    .contains(new Refusal.UnknownPurchase("p2"));
        }

        @Test
        @Tag("L8")
        void pointsThatAReturnCannotTakeBackAreOwed() {
            buys("p1", "2009-12-01", order("100"));
            redeems("x1", "2009-12-02", 80).orThrow();
            member.submit(Return.ofAll("r1", "c1", member.at("2009-12-03"), "p1"))
                    .orThrow();
            assertThat(member.account().balance("points").debt()).isEqualTo(80);
            assertThat(redeems("x2", "2009-12-04", 1).refusal()).contains(new Refusal.InDebt("points", 80));
            member.buys("2009-12-05", order("90"));
            assertThat(member.available()).isEqualTo(10);
        }

        @Test
        @Tag("R4")
        void returnsGiveBackThePointsThatPaid() {
            member.buys("2009-12-01", order("1000"));
            Basket order = order("20");
            Quote quote = member.engine()
                    .quote(
                            member.account(),
                            order,
                            member.at("2009-12-02"),
                            RewardChoice.of("points", 1000).redeemedAs("x1"))
                    .orThrow();
            member.submit(Redemption.of("x1", "c1", member.at("2009-12-02"), "points", 1000, order))
                    .orThrow();
            buys("p1", "2009-12-02", quote.basket());
            assertThat(member.available()).isEqualTo(10);
            member.submit(Return.ofAll("r1", "c1", member.at("2009-12-03"), "p1"))
                    .orThrow();
            assertThat(member.available()).isEqualTo(1000);
        }
    }
}
