package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.brief;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.BroughtTier;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Opening;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.event.TierGrant;
import dev.laurel.money.Quantity;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierAfterReturn;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a return does to points that paid and to tiers. */
class ReturnedSpendTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));

    private static ReturnedLine pieces(String line, String quantity) {
        return ReturnedLine.of(line, Quantity.of(quantity));
    }

    private static ReturnedLine worth(String line, String amount) {
        return ReturnedLine.of(line, usd(amount));
    }

    private static PurchaseLine pieces(String id, String net, int quantity) {
        return line(id, net).withQuantity(Quantity.of(quantity));
    }

    @Nested
    @Tag("R4")
    class PointsThatPaid {
        private final Buyer member =
                new Buyer(program().earn(BASE).redeem(Shop.PAYS).build());

        PointsThatPaid() {
            member.buys("a", "2026-01-01", Basket.ofTotal(usd("1000")));
            member.shop.submit(Redemption.of("x", CUSTOMER, noon("2026-01-02"), "pays", 1000));
        }

        private void paysWithPoints(Payment... payments) {
            Basket basket = Basket.of(pieces("1", "30", 3));
            for (Payment payment : payments) {
                basket = basket.paidBy(payment);
            }
            member.buys("p", "2026-01-05", basket);
        }

        @Test
        void pointsThatPaidGoBackBeforeAnythingIsTakenInProportionAndInAllExactly() {
            paysWithPoints(Payment.withPoints(usd("10"), "x"));
            Decision third = member.shop.submit(member.event("2026-01-10", pieces("1", "1")));
            assertThat(brief(third.entries())).containsExactly("RESTORE 333 pays", "CLAWBACK -7 base");
            Decision second = member.shop.submit(member.event("2026-01-10", pieces("1", "1")));
            assertThat(brief(second.entries())).containsExactly("RESTORE 333 pays", "CLAWBACK -7 base");
            Decision last = member.shop.submit(member.event("2026-01-10"));
            assertThat(brief(last.entries())).containsExactly("RESTORE 334 pays", "CLAWBACK -6 base");
            assertThat(member.shop.available()).isEqualTo(1000);
            assertThat(member.shop.redeemed("x").pointsLeft()).isZero();
            member.shop.verify();
        }

        @Test
        void pointsThatPaidGoBackOnceWhereOneRedemptionPaidInTwoParts() {
            paysWithPoints(Payment.withPoints(usd("5"), "x"), Payment.withPoints(usd("5"), "x"));
            member.returns(pieces("1", "1"));
            assertThat(member.shop.redeemed("x").pointsLeft()).isEqualTo(667);
        }

        @Test
        void pointsThatACancellationGaveBackDoNotGoBackAgain() {
            paysWithPoints(Payment.withPoints(usd("10"), "x"));
            member.shop.submit(new Cancellation("y", CUSTOMER, noon("2026-01-06"), "x", 900L));
            Decision decision = member.shop.submit(member.event("2026-01-10", pieces("1", "1")));
            assertThat(brief(decision.entries())).containsExactly("RESTORE 100 pays", "CLAWBACK -7 base");
            Decision rest = member.shop.submit(member.event("2026-01-10"));
            assertThat(brief(rest.entries())).containsExactly("CLAWBACK -13 base");
        }

        @Test
        void pointsThatPaidAreOfARedemptionThatIsKnownOrAreTheHostsAffair() {
            Basket basket = Basket.of(pieces("1", "30", 3));
            assertThat(member.shop.refused(new Purchase(
                            "p", CUSTOMER, noon("2026-01-05"), basket.paidBy(Payment.withPoints(usd("10"), "other")))))
                    .isEqualTo(new Refusal.UnknownRedemption("other"));
            paysWithPoints(Payment.withForeignPoints(usd("10")));
            assertThat(brief(member.shop.submit(member.event("2026-01-10")).entries()))
                    .containsExactly("CLAWBACK -20 base");
        }

        @Test
        void pointsThatPaidShippingGoBackWhenItIsRefunded() {
            Basket basket =
                    Basket.of(line("1", "15")).withShipping(usd("5")).paidBy(Payment.withPoints(usd("10"), "x"));
            member.buys("p", "2026-01-05", basket);
            Decision shipping = member.shop.submit(Return.ofShipping("s", CUSTOMER, noon("2026-01-06"), "p"));
            assertThat(brief(shipping.entries())).containsExactly("RESTORE 250 pays");
            Decision rest = member.shop.submit(member.event("2026-01-10"));
            assertThat(brief(rest.entries())).containsExactly("RESTORE 750 pays", "CLAWBACK -7 base");
            member.shop.verify();
        }

        @Test
        void pointsThatPaidAndGoBackPayADebtBeforeAnythingIsTaken() {
            paysWithPoints(Payment.withPoints(usd("10"), "x"));
            member.shop.submit(new Adjustment("d", CUSTOMER, noon("2026-01-06"), "points", -520, "error", "agent"));
            Decision decision = member.shop.submit(member.event("2026-01-10"));
            assertThat(brief(decision.entries()))
                    .containsExactly("RESTORE 1000 pays", "DEBT_PAID 500", "CLAWBACK -20 base");
            assertThat(member.shop.available()).isEqualTo(480);
        }
    }

    @Nested
    @Tag("Q5")
    class Tiers {
        private Shop shop(TierAfterReturn choice) {
            MoneySum spend = SPEND.per(BoundedWindow.YEAR);
            Ladder ladder = Ladder.startingAt("status", Tier.of("low"))
                    .then(Tier.of("middle"), spend.reaches(usd("100")))
                    .then(Tier.of("high"), spend.reaches(usd("200")));
            ladder = choice == TierAfterReturn.KEPT_UNTIL_REVIEW ? ladder.unmovedByReturns() : ladder;
            assertThat(ladder.afterReturn()).isEqualTo(choice);
            return new Shop(
                    program().ladders(ladder).earn(BASE).redeem(Shop.PAYS).build());
        }

        private void buys(Shop shop, String id, String date, String net) {
            shop.submit(new Purchase(id, CUSTOMER, noon(date), Basket.of(line("1", net))));
        }

        private static String tier(Shop shop) {
            return shop.account().standing("status").orElseThrow().tier().id();
        }

        private static long spend(Shop shop, int year) {
            return shop.account().counter("spend/year").of(year);
        }

        private static Return part(String id, String date, String purchase, String amount) {
            return new Return(id, CUSTOMER, noon(date), purchase, List.of(worth("1", amount)));
        }

        @Test
        void tiersAreKeptAfterAReturnUntilTheirReviewIfTheProgramSaysSo() {
            Shop shop = shop(TierAfterReturn.KEPT_UNTIL_REVIEW);
            buys(shop, "p", "2026-06-01", "250");
            Decision decision = shop.submit(Return.ofAll("r", CUSTOMER, noon("2026-06-02"), "p"));
            assertThat(decision.tierChanges()).isEmpty();
            assertThat(tier(shop)).isEqualTo("high");
            assertThat(shop.account().counters()).isEmpty();
            shop.advance(noon("2027-12-31"));
            assertThat(tier(shop)).isEqualTo("high");
            shop.advance(noon("2028-01-01"));
            assertThat(tier(shop)).isEqualTo("low");
        }

        @Test
        void tiersAreJudgedAnewAtOnceAfterAReturnUnlessTheProgramSaysOtherwise() {
            assertThat(Ladder.startingAt("status", Tier.of("low"))
                            .kept(Moment.endOf(BoundedWindow.YEAR))
                            .fallingToTheLowest()
                            .afterReturn())
                    .isEqualTo(TierAfterReturn.JUDGED_ANEW);
            Shop shop = shop(TierAfterReturn.JUDGED_ANEW);
            buys(shop, "p", "2026-06-01", "250");
            shop.submit(part("r1", "2026-06-02", "p", "50"));
            assertThat(tier(shop)).isEqualTo("high");
            Decision decision = shop.submit(part("r2", "2026-06-02", "p", "0.01"));
            assertThat(decision.tierChanges()).hasSize(1);
            assertThat(decision.tierChanges().get(0).cause()).isEqualTo("r2");
            assertThat(tier(shop)).isEqualTo("middle");
            shop.submit(Return.ofAll("r3", CUSTOMER, noon("2026-06-02"), "p"));
            assertThat(tier(shop)).isEqualTo("low");
        }

        @Test
        void tiersLoseTheSpendOfTheWindowInWhichTheReturnedPurchaseCounted() {
            Shop shop = shop(TierAfterReturn.JUDGED_ANEW);
            buys(shop, "p", "2026-12-01", "150");
            buys(shop, "q", "2027-01-10", "120");
            shop.submit(part("r", "2027-01-11", "p", "100"));
            assertThat(spend(shop, 2026)).isEqualTo(50_000_000);
            assertThat(spend(shop, 2027)).isEqualTo(120_000_000);
            assertThat(tier(shop)).isEqualTo("middle");
            assertThat(shop.account().standing("status").orElseThrow().until()).isEqualTo(Shop.startOf("2029-01-01"));
        }

        @Test
        void tiersThatWereBroughtOverDoNotFallByWhatNeverSupportedThem() {
            Shop shop = shop(TierAfterReturn.JUDGED_ANEW);
            shop.submit(new Opening(
                    "o",
                    CUSTOMER,
                    noon("2026-01-01"),
                    List.of(),
                    List.of(new BroughtTier("high", Shop.startOf("2027-01-01")))));
            buys(shop, "p", "2026-02-01", "120");
            Decision decision = shop.submit(Return.ofAll("r", CUSTOMER, noon("2026-02-02"), "p"));
            assertThat(decision.tierChanges()).isEmpty();
            assertThat(tier(shop)).isEqualTo("high");
        }

        @Test
        @Tag("Q6")
        void tiersThatAreGrantedAreNoneOfAReturnsBusiness() {
            Shop shop = shop(TierAfterReturn.JUDGED_ANEW);
            shop.submit(new TierGrant("g", CUSTOMER, noon("2026-01-01"), "middle", noon("2026-12-01")));
            buys(shop, "p", "2026-02-01", "250");
            shop.submit(Return.ofAll("r", CUSTOMER, noon("2026-02-02"), "p"));
            assertThat(tier(shop)).isEqualTo("middle");
            assertThat(shop.account().standing("status").orElseThrow().until()).isEqualTo(noon("2026-12-01"));
        }

        @Test
        void tiersLosePartsOfTheSpendThatAddUpToAllThatCounted() {
            Shop shop = shop(TierAfterReturn.KEPT_UNTIL_REVIEW);
            Basket basket = Basket.of(pieces("1", "10", 3), pieces("2", "0.01", 7))
                    .paidBy(Payment.withPoints(usd("3.33"), "x"));
            shop.redeemsToPay("x", noon("2026-02-01"), "3.33");
            shop.submit(new Purchase("p", CUSTOMER, noon("2026-02-01"), basket));
            for (int i = 0; i < 3; i++) {
                shop.submit(new Return("a" + i, CUSTOMER, noon("2026-02-02"), "p", List.of(pieces("1", "1"))));
            }
            for (int i = 0; i < 7; i++) {
                shop.submit(new Return("b" + i, CUSTOMER, noon("2026-02-02"), "p", List.of(pieces("2", "1"))));
            }
            assertThat(shop.account().counters()).isEmpty();
        }
    }
}
