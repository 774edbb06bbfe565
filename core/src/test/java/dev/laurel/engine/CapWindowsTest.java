package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.customer.Customer;
import dev.laurel.event.Basket;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Hold;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningDates;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Return;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.UseCap;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Caps and limits in windows that are none of the calendar. */
@Tag("A5")
class CapWindowsTest {
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));

    private static Shop capped(Window window, long points) {
        return new Shop(Shop.program()
                .earn(BASE.capped(PointCap.of(POINTS.points(points)).per(window)))
                .build());
    }

    private static long earned(Shop shop, String date, String net) {
        long earned = shop.spend(date, net).earned("points");
        shop.verify();
        return earned;
    }

    @Nested
    @Tag("I23")
    class Rolling {
        private final Window month = Window.overTheLast(Period.ofMonths(1));

        @Test
        void aRollingCapCountsADateUntilTheStartOfTheSameDateAPeriodLater() {
            Shop shop = capped(month, 100);
            assertThat(earned(shop, "2026-01-10", "60")).isEqualTo(60);
            assertThat(earned(shop, "2026-01-20", "60")).isEqualTo(40);
            assertThat(shop.buy(startOf("2026-02-10").minusNanos(1_000), Basket.ofTotal(usd("9")))
                            .earned("points"))
                    .isZero();
            assertThat(shop.buy(startOf("2026-02-10"), Basket.ofTotal(usd("90")))
                            .earned("points"))
                    .isEqualTo(60);
        }

        @Test
        @Tag("T3")
        void aRollingCapIsNotBrokenByALateEventInAWindowThatEndsLater() {
            Shop shop = capped(Window.overTheLast(Period.ofDays(10)), 100);
            assertThat(earned(shop, "2026-01-18", "70")).isEqualTo(70);
            // On the 18th both would count together.
            assertThat(earned(shop, "2026-01-10", "70")).isEqualTo(30);
            // What counts on the 8th does so until the 18th.
            assertThat(earned(shop, "2026-01-08", "80")).isEqualTo(70);
            assertThat(earned(shop, "2026-01-17", "70")).isZero();
        }

        @Test
        void aRollingCapHasRoomAgainForWhatAReturnTakesBack() {
            Shop shop = capped(month, 100);
            shop.spend("2026-01-10", "60");
            shop.spend("2026-01-20", "60");
            shop.submit(Return.ofAll("r", CUSTOMER, noon("2026-01-21"), "e1"));
            assertThat(earned(shop, "2026-01-22", "90")).isEqualTo(60);
        }

        @Test
        @Tag("D4")
        void aRollingCapKeepsABucketADayUntilNoEventCanAskForIt() {
            Shop shop = capped(Window.overTheLast(Period.ofDays(7)), 1_000);
            for (int day = 0; day < 100; day++) {
                shop.buy(noon("2026-01-05").plusSeconds(86_400L * day), Basket.ofTotal(usd("1")));
                shop.buy(noon("2026-01-05").plusSeconds(86_400L * day), Basket.ofTotal(usd("1")));
            }
            // Of the seven days that an event thirty days ago asks for, and four for months that are short.
            assertThat(shop.account().counter("base:points:in-any-p7d").toMap())
                    .hasSize(41)
                    .containsValue(2L);
        }

        @Test
        @Tag("R1")
        void aRollingLimitOfARewardIsFreedByAReleaseOnItsOwnDay() {
            Reward mug = Reward.costing("mug", 1).capped(UseCap.of(1, Window.overTheLast(Period.ofDays(30))));
            Shop shop = new Shop(Shop.program().earn(BASE).redeem(mug).build());
            shop.spend("2026-01-05", "100");
            shop.submit(Hold.of("h", CUSTOMER, noon("2026-01-10"), "mug", noon("2026-01-20")));
            assertThat(shop.refused(Redemption.of("x", CUSTOMER, noon("2026-01-12"), "mug"))
                            .code())
                    .isEqualTo("LIMIT_REACHED");
            shop.submit(new Release("l", CUSTOMER, noon("2026-01-13"), "h"));
            shop.submit(Redemption.of("y", CUSTOMER, noon("2026-01-14"), "mug"));
            assertThat(shop.refused(Redemption.of("z", CUSTOMER, noon("2026-02-12"), "mug"))
                            .code())
                    .isEqualTo("LIMIT_REACHED");
            shop.submit(Redemption.of("z", CUSTOMER, noon("2026-02-13"), "mug"));
        }
    }

    @Nested
    @Tag("T2")
    class Grids {
        @Test
        void windowsOfAGridAreThereBeforeItsStartToo() {
            Shop shop = capped(BoundedWindow.every(Period.ofMonths(2), LocalDate.of(2026, 3, 31)), 100);
            assertThat(earned(shop, "2026-01-31", "60")).isEqualTo(60);
            assertThat(earned(shop, "2026-03-30", "60")).isEqualTo(40);
            assertThat(earned(shop, "2026-03-31", "60")).isEqualTo(60);
            // Two months after the 31 March is the 31 May.
            assertThat(earned(shop, "2026-05-30", "60")).isEqualTo(40);
            assertThat(earned(shop, "2026-05-31", "60")).isEqualTo(60);
        }

        @Test
        void windowsFromOneDateToAnotherLimitNothingElse() {
            Shop shop = capped(new Dates(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 7)), 100);
            assertThat(earned(shop, "2026-04-30", "500")).isEqualTo(500);
            assertThat(earned(shop, "2026-05-01", "60")).isEqualTo(60);
            assertThat(earned(shop, "2026-05-07", "60")).isEqualTo(40);
            assertThat(earned(shop, "2026-05-08", "500")).isEqualTo(500);
        }
    }

    @Nested
    @Tag("E4")
    class Memberships {
        private Instant began(Shop shop) {
            return shop.account().milestones().membershipBegan();
        }

        @Test
        void membershipYearsBeginOnTheDateOfEnrollmentIfThereIsOneWhenTheFirstEventCounts() {
            Shop shop = capped(BoundedWindow.MEMBERSHIP_YEAR, 100);
            shop.submit(Enrollment.of("n", Customer.of(CUSTOMER), noon("2024-02-29")));
            assertThat(began(shop)).isNull();
            assertThat(earned(shop, "2025-02-27", "60")).isEqualTo(60);
            assertThat(began(shop)).isEqualTo(noon("2024-02-29"));
            // A year from 29 February begins on the 28th in a common year.
            assertThat(earned(shop, "2025-02-28", "60")).isEqualTo(60);
            assertThat(earned(shop, "2026-02-27", "60")).isEqualTo(40);
            assertThat(earned(shop, "2028-02-28", "60")).isEqualTo(60);
            assertThat(earned(shop, "2028-02-29", "100")).isEqualTo(100);
        }

        @Test
        void membershipYearsBeginAtTheFirstEventOtherwiseAndStayThere() {
            Shop shop = capped(BoundedWindow.MEMBERSHIP_YEAR, 100);
            assertThat(earned(shop, "2026-03-15", "60")).isEqualTo(60);
            shop.submit(Enrollment.of("n", Customer.of(CUSTOMER), noon("2026-06-01")));
            assertThat(began(shop)).isEqualTo(noon("2026-03-15"));
            assertThat(earned(shop, "2027-03-14", "60")).isEqualTo(40);
            assertThat(earned(shop, "2027-03-15", "60")).isEqualTo(60);
        }

        @Test
        void membershipYearsAreKeptOnlyWhereAProgramAsksForThem() {
            Shop shop = capped(BoundedWindow.YEAR, 100);
            shop.submit(Enrollment.of("n", Customer.of(CUSTOMER), noon("2026-01-01")));
            assertThat(earned(shop, "2026-03-15", "60")).isEqualTo(60);
            assertThat(began(shop)).isNull();
        }

        @Test
        void whatHappenedBeforeTheEnrollmentCountsApart() {
            Shop shop = capped(Window.SINCE_ENROLLMENT, 100);
            assertThat(earned(shop, "2026-01-05", "60")).isEqualTo(60);
            shop.submit(Enrollment.of("n", Customer.of(CUSTOMER), noon("2026-01-10")));
            assertThat(earned(shop, "2026-01-11", "150")).isEqualTo(100);
            assertThat(earned(shop, "2026-01-06", "60")).isEqualTo(40);
            assertThat(earned(shop, "2030-01-11", "10")).isZero();
        }

        @Test
        @Tag("E6")
        void aUseGoesBackToWhereItWasCountedThoughTheEnrollmentBecomesKnownLater() {
            Reward mug = Reward.costing("mug", 1).capped(UseCap.of(1, Window.SINCE_ENROLLMENT));
            Shop shop = new Shop(Shop.program().earn(BASE).redeem(mug).build());
            shop.spend("2026-01-05", "100");
            shop.submit(Hold.of("h", CUSTOMER, noon("2026-01-10"), "mug", noon("2026-01-20")));
            shop.submit(Opening.of("o", CUSTOMER, noon("2026-01-11"))
                    .dated(OpeningDates.NONE.withEnrolled(noon("2020-01-01"))));
            shop.submit(Redemption.of("x", CUSTOMER, noon("2026-01-12"), "mug"));
            shop.submit(new Release("l", CUSTOMER, noon("2026-01-13"), "h"));
            assertThat(shop.refused(Redemption.of("y", CUSTOMER, noon("2026-01-14"), "mug"))
                            .code())
                    .isEqualTo("LIMIT_REACHED");
        }
    }
}
