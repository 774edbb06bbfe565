package dev.laurel.service.versions;

import static dev.laurel.service.versions.Editions.ADA;
import static dev.laurel.service.versions.Editions.BASE;
import static dev.laurel.service.versions.Editions.POINTS;
import static dev.laurel.service.versions.Editions.noon;
import static dev.laurel.service.versions.Editions.start;
import static dev.laurel.service.versions.Editions.usd;
import static dev.laurel.service.versions.Editions.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Iterables;
import dev.laurel.account.Account;
import dev.laurel.condition.Conditions;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RefusedException;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Batch;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Claim;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Hold;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.program.InvalidProgramException;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.Offer;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.BoundedWindow;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** By which version of a program an event is judged, and by which it is posted. */
@Tag("P2")
class JudgingVersionTest {
    private static final Tier PLATINUM = Tier.of("platinum");

    private static LoyaltyProgram.Builder with(String version, String date) {
        return version(version, date).points(POINTS, Terms.never());
    }

    private static List<String> lastPostedBy(Editions shop) {
        return Iterables.getLast(shop.service().journal(ADA)).versions();
    }

    @Test
    @Tag("T3")
    void aLateEventOfAVersionThatNeverWasInForceForTheMemberNamesAllFromItOn() {
        Multiplier goldRate = Multiplier.of("gold-rate", BASE, Ratio.of(2)).where(Conditions.memberIs(Terms.GOLD));
        Editions shop = Editions.of(
                with("1", "").ladders(Terms.yearly(350)).earn(BASE, goldRate).build(),
                with("2", "2026-04-20")
                        .ladders(Terms.ladder(Terms.LOWEST, PLATINUM, 350))
                        .retiring(Terms.GOLD, PLATINUM)
                        .earn(BASE)
                        .build(),
                with("3", "2026-05-01")
                        .ladders(Terms.ladder(Terms.LOWEST, Terms.GOLD, 350))
                        .retiring(PLATINUM, Terms.GOLD)
                        .earn(BASE)
                        .build());
        shop.buy("p1", "2026-05-02", 400);
        shop.buy("late", "2026-04-10", 10);
        assertThat(shop.entries()).endsWith("2026-05-02 v1 EARN 10", "2026-05-02 v1 EARN 10");
        assertThat(lastPostedBy(shop)).containsExactly("1", "2", "3");
    }

    @Test
    @Tag("T3")
    void aWindowThatEndedUnderAnEarlierVersionIsJudgedByItWhetherOrNotTheMemberWasThere() {
        LoyaltyProgram first =
                with("1", "").ladders(Terms.monthly(100)).earn(BASE).build();
        LoyaltyProgram second =
                with("2", "2026-04-01").ladders(Terms.monthly(1000)).earn(BASE).build();
        Editions there = Editions.of(first, second);
        there.buy("p1", "2026-03-01", 1);
        Editions fresh = Editions.of(first, second);
        for (Editions shop : List.of(there, fresh)) {
            shop.buy("p2", "2026-04-02", 1);
            shop.buy("late", "2026-03-31", 150);
            assertThat(shop.account().standing("status").orElseThrow())
                    .isEqualTo(new TierStanding(Terms.GOLD, start("2026-05-01")));
        }
    }

    @Test
    @Tag("T3")
    void aLateLimitThatIsLengthenedBringsNoCapBack() {
        LoyaltyProgram.Builder first = with("1", "")
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd(1)))
                        .capped(PointCap.of(POINTS.points(10)).per(BoundedWindow.DAY)));
        Editions shop = Editions.of(
                first.lateLimit(Period.ofDays(1)).build(),
                with("2", "2026-04-01")
                        .lateLimit(Period.ofDays(365))
                        .earn(EarnRule.earning("base", Amounts.proportional(1, usd(1)))
                                .capped(PointCap.of(POINTS.points(10)).per(BoundedWindow.DAY)))
                        .build());
        shop.buy("p1", "2026-03-01", 100);
        shop.buy("p2", "2026-03-20", 100);
        shop.buy("p3", "2026-04-10", 100);
        assertThat(shop.refused(new Purchase("p4", ADA, noon("2026-03-01"), Basket.ofTotal(usd(100)))))
                .isEqualTo(new Refusal.EventTooLate(noon("2026-03-01"), noon("2026-04-10"), Period.ofDays(1)));
        shop.buy("p5", "2026-04-01", 100);
        assertThat(shop.account().balance("points").available()).isEqualTo(40);
    }

    @Test
    @Tag("T3")
    void anEventMayBeAsLateAsEveryVersionSinceItsDateAllows() {
        Editions shop = Editions.of(
                with("1", "").earn(BASE).lateLimit(Period.ofDays(365)).build(),
                with("2", "2026-04-01").earn(BASE).lateLimit(Period.ofDays(10)).build(),
                with("3", "2026-04-20").earn(BASE).lateLimit(Period.ofDays(365)).build());
        shop.buy("p1", "2026-03-01", 1);
        shop.buy("p2", "2026-05-01", 1);
        assertThat(shop.refused(new Purchase("p3", ADA, noon("2026-03-30"), Basket.ofTotal(usd(100)))))
                .isEqualTo(new Refusal.EventTooLate(noon("2026-03-30"), noon("2026-05-01"), Period.ofDays(10)));
        // It is as late for the second version, which was over by then.
        shop.buy("p4", "2026-04-20", 100);
        assertThat(shop.account().balance("points").available()).isEqualTo(102);
    }

    @Test
    void questionsAboutAnAccountWhoseHistoryNamesAVersionThatIsGoneAreRefused() {
        LoyaltyProgram first =
                with("1", "").ladders(Terms.monthly(100)).earn(BASE).build();
        LoyaltyProgram second =
                with("2", "2026-04-01").ladders(Terms.monthly(1000)).earn(BASE).build();
        Editions shop = Editions.of(first, second);
        shop.buy("p1", "2026-03-01", 1);
        shop.buy("p2", "2026-04-02", 1);
        Account account = shop.account();
        LoyaltyEngine without = LoyaltyEngine.of(second);
        assertThatThrownBy(() -> without.rewardsFor(account, noon("2026-03-02")))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> without.offersFor(account, noon("2026-03-02"))).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> without.benefitsFor(account, noon("2026-03-02")))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    @Tag("Q5")
    void aReturnNamesTheVersionWhoseThresholdsItAsksForAWindowOfBefore() {
        Editions shop = Editions.of(
                with("1", "").ladders(Terms.yearly(350)).earn(BASE).build(),
                with("2", "2027-01-01").ladders(Terms.yearly(500)).earn(BASE).build());
        shop.buy("p1", "2026-03-01", 360);
        shop.buy("p2", "2027-02-01", 10);
        assertThat(lastPostedBy(shop)).containsExactly("2");
        shop.giveBack("r1", "2027-02-02", "p2");
        assertThat(lastPostedBy(shop)).containsExactly("1", "2");
        assertThat(shop.account().standing("status").orElseThrow())
                .isEqualTo(new TierStanding(Terms.GOLD, start("2028-01-01")));
    }

    @Test
    void aBatchThatOpensAnAccountIsPostedByTheVersionOfItsDateAlone() {
        Editions shop = Editions.of(
                with("1", "").earn(BASE).build(),
                with("2", "2026-04-01").earn(BASE).build());
        shop.service()
                .submitBatch(Batch.of("b1", new Purchase("p1", ADA, noon("2026-04-02"), Basket.ofTotal(usd(10)))))
                .orThrow();
        assertThat(shop.service().verify(ADA)).isEmpty();
        assertThat(shop.service().journal(ADA))
                .allSatisfy(posted -> assertThat(posted.versions()).containsExactly("2"));
        assertThat(shop.store.versions("shop"))
                .extracting(each -> each.version())
                .containsExactly("2");
    }

    @Test
    void aDateBeyondTheYear9999IsNoDateOfAVersion() {
        assertThatThrownBy(() ->
                        Editions.version("1", "").inForceFrom(LocalDate.MAX).build())
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("is in force from");
        assertThatThrownBy(() -> Editions.version("1", "")
                        .inForceFrom(LocalDate.of(0, 1, 1))
                        .build())
                .isInstanceOf(InvalidProgramException.class);
    }

    @Test
    @Tag("R2")
    void aHoldAndARedemptionGoByThePriceOfTheirOwnVersion() {
        Editions shop = Editions.of(
                with("1", "").earn(BASE).redeem(Reward.costing("gift", 100)).build(),
                with("2", "2026-04-01")
                        .earn(BASE)
                        .redeem(Reward.costing("gift", ChosenPrice.ofAnyNumber())
                                .giving(PointsAsPayment.of(Money.of(Editions.USD, "0.01"), 1)))
                        .build());
        shop.buy("p1", "2026-03-01", 300);
        shop.submit(Redemption.of("r1", ADA, noon("2026-03-30"), "gift"));
        shop.submit(Hold.of("h1", ADA, noon("2026-03-31"), "gift", noon("2026-04-20")));
        assertThat(shop.refused(new Cancellation("c1", ADA, noon("2026-04-02"), "r1", 30L)))
                .isInstanceOf(Refusal.Invalid.class);
        assertThat(shop.refused(new Capture("k1", ADA, noon("2026-04-02"), "h1", 30L)))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    @Tag("R2")
    void whatALateEventTakesForARewardNamesTheVersionThatHasTheReward() {
        Reward mug = Reward.costing("mug", 40);
        Editions shop = Editions.of(
                with("1", "").earn(BASE).redeem(mug).build(),
                with("2", "2026-04-01").earn(BASE).retiringRewards("mug").build());
        shop.buy("p1", "2026-03-01", 100);
        shop.buy("p2", "2026-04-02", 10);
        shop.submit(Redemption.of("late", ADA, noon("2026-03-30"), "mug"));
        shop.submit(Hold.of("held late", ADA, noon("2026-03-31"), "mug", noon("2026-04-20")));
        shop.submit(Capture.ofAll("k1", ADA, noon("2026-04-03"), "held late"));
        shop.submit(Cancellation.ofAll("c1", ADA, noon("2026-04-04"), "late"));
        assertThat(shop.entries())
                .endsWith(
                        "2026-04-02 v1 REDEEM -40",
                        "2026-04-02 v1 HOLD 40",
                        "2026-04-03 v2 CAPTURE -40",
                        "2026-04-04 v2 RESTORE 40");
    }

    @Test
    @Tag("G1")
    void whatALateClaimGivesNamesTheVersionThatHasTheOffer() {
        BirthdayOccasion inItsMonth = BirthdayOccasion.onTheDay().open(BirthdayOccasion.Opening.inItsMonth());
        Offer thirty = Offer.of("birthday", inItsMonth, new Bonus(POINTS.points(30)));
        Offer fifty = Offer.of("birthday", inItsMonth, new Bonus(POINTS.points(50)));
        Editions shop = Editions.of(
                with("1", "").earn(BASE).offers(thirty).build(),
                with("2", "2026-04-01").earn(BASE).offers(fifty).build());
        shop.submit(Enrollment.of("e1", Customer.of(ADA).withBirthday(Birthday.parse("--03-10")), noon("2026-03-01")));
        shop.buy("p1", "2026-04-02", 10);
        shop.submit(Claim.of("late", ADA, noon("2026-03-31"), "birthday"));
        assertThat(shop.entries()).endsWith("2026-04-02 v2 EARN 50");
    }
}
