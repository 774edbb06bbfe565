package dev.laurel.engine;

import static dev.laurel.engine.CountingShops.bonus;
import static dev.laurel.engine.CountingShops.earned;
import static dev.laurel.engine.CountingShops.returns;
import static dev.laurel.engine.CountingShops.shop;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Claim;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Redemption;
import dev.laurel.event.ReturnedLine;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.Offer;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Period;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sums of points that are earned. */
@Tag("A10")
@Tag("A2")
class SumsOfPointsTest {
    @Test
    void pointsThatAreEarnedCountPendingOnesTooAndNoOthers() {
        CountSum earned = MemberCounter.earned("earned", POINTS).per(BoundedWindow.YEAR);
        Shop shop = shop(
                EarnRule.earning("base", Amounts.proportional(1, usd("1")))
                        .availableFrom(Moment.after(Period.ofDays(30))),
                bonus(earned.isAtLeast(50)));
        shop.submit(new Adjustment("a", CUSTOMER, noon("2026-01-04"), "points", 500, "goodwill", "agent"));
        assertThat(earned(shop.spend("2026-01-05", "49"))).isEqualTo(49);
        assertThat(earned(shop.spend("2026-01-05", "1"))).isEqualTo(1);
        assertThat(earned(shop.spend("2026-01-06", "1"))).isEqualTo(101);
    }

    @Test
    void pointsOfAClaimCountUntilItIsCancelled() {
        CountSum earned = MemberCounter.earned("earned", POINTS).per(Window.EVER);
        Shop shop = new Shop(program()
                .earn(bonus(earned.isAtLeast(5)))
                .offers(Offer.of(
                        "birthday",
                        BirthdayOccasion.onTheDay().open(Opening.inItsMonth()),
                        new Bonus(POINTS.points(5))))
                .build());
        shop.submit(
                Enrollment.of("e", Customer.of(CUSTOMER).withBirthday(Birthday.parse("--05-10")), noon("2026-01-05")));
        shop.submit(Claim.of("g", CUSTOMER, noon("2026-05-10"), "birthday"));
        assertThat(earned(shop.spend("2026-05-11", "1"))).isEqualTo(100);
        shop.submit(new Cancellation("c", CUSTOMER, noon("2026-05-12"), "g", null));
        returns(shop, "2026-05-13", "e1");
        assertThat(earned(shop.spend("2026-05-14", "1"))).isZero();
    }

    @Test
    @Tag("V2")
    void pointsThatAReturnTakesBackAreNotEarnedEvenIfTheyWereSpent() {
        CountSum earned = MemberCounter.earned("earned", POINTS).per(Window.EVER);
        Shop shop = new Shop(program()
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))), bonus(earned.isAtLeast(60)))
                .redeem(Shop.PAYS)
                .build());
        shop.spend("2026-01-05", "100");
        shop.submit(Redemption.of("x", CUSTOMER, noon("2026-01-06"), "pays", 100));
        returns(shop, "2026-01-07", "e1", ReturnedLine.of("1", usd("41")));
        assertThat(earned(shop.spend("2026-01-08", "1"))).isEqualTo(1);
        assertThat(earned(shop.spend("2026-01-09", "1"))).isEqualTo(101);
    }
}
