package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.NEW_YORK;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.Refusal;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Closure;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.receipt.OpenHold;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.UseCap;
import dev.laurel.time.Window;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long a hold may be, and how many there may be. */
@Tag("L7")
class LongestHoldTest {
    private static final Instant AT = noon("2026-01-31");

    private static LoyaltyProgram.Builder declared() {
        return program()
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .redeem(
                        Reward.costing("one", 1),
                        Reward.costing("once", 1).capped(UseCap.of(1, Window.EVER)),
                        Reward.costing("any", ChosenPrice.ofAnyNumber()).giving(PointsAsPayment.of(usd("0.01"), 1)),
                        Reward.costing("off", 1).giving(new AmountOff(usd("5"))));
    }

    private static Shop rich(LoyaltyProgram.Builder program) {
        Shop shop = new Shop(program.build());
        shop.submit(new Adjustment("rich", CUSTOMER, noon("2026-01-01"), "points", 5_000, "brought", "host"));
        return shop;
    }

    private static Hold hold(String id, Instant at, Instant until) {
        return Hold.of(id, CUSTOMER, at, "one", until);
    }

    private static Instant local(String dateTime) {
        return LocalDateTime.parse(dateTime).atZone(NEW_YORK).toInstant();
    }

    private static Instant after(Instant instant) {
        return instant.plus(1, ChronoUnit.MICROS);
    }

    @Nested
    class HowLong {
        private void assertLast(Shop shop, Instant at, Instant last) {
            Refusal refusal = shop.refused(hold("too-long", at, after(last)));
            assertThat(refusal.code()).isEqualTo("INVALID");
            assertThat(refusal.message()).contains("by " + last + ", but was to end at " + after(last));
            shop.submit(hold("longest", at, last));
        }

        @Test
        void aHoldLasts30DaysAtMostUnlessTheProgramSaysOtherwise() {
            Shop shop = rich(declared());
            assertThat(shop.refused(hold("h", AT, noon("2026-03-03"))))
                    .isEqualTo(new Refusal.Invalid(
                            "a hold must end within P30D, by 2026-03-02T17:00:00Z, but was to end at"
                                    + " 2026-03-03T17:00:00Z"));
            assertLast(shop, AT, noon("2026-03-02"));
        }

        @Test
        void aHoldLastsAsLongAsTheProgramSays() {
            assertLast(rich(declared().holdsAtMost(Period.ofDays(1))), AT, noon("2026-02-01"));
            assertLast(rich(declared().holdsAtMost(Period.ofYears(1000))), AT, noon("3026-01-31"));
        }

        @Test
        void aLongestHoldIsAPeriodOfTheCalendar() {
            assertLast(rich(declared().holdsAtMost(Period.ofMonths(1))), AT, noon("2026-02-28"));
        }

        @Test
        @Tag("T1")
        void aLongestHoldEndsAtTheSameLocalTimeWhereClocksChange() {
            Shop shop = rich(declared().holdsAtMost(Period.ofDays(1)));
            assertLast(shop, local("2026-03-07T12:00"), local("2026-03-08T12:00"));
        }

        @Test
        @Tag("T1")
        void aLongestHoldThatWouldEndInAGapEndsAfterIt() {
            Shop shop = rich(declared().holdsAtMost(Period.ofDays(1)));
            assertLast(shop, local("2026-03-07T02:30"), local("2026-03-08T03:30"));
        }

        @Test
        void aProgramWithALongestHoldOfZeroAcceptsNone() {
            Shop shop = rich(declared().holdsAtMost(Period.ZERO));
            assertThat(shop.refused(hold("h", AT, after(AT))).code()).isEqualTo("INVALID");
        }

        @Test
        @Tag("T3")
        void aHoldThatComesLateIsMeasuredFromItsOwnDate() {
            Shop shop = rich(declared().holdsAtMost(Period.ofDays(10)));
            shop.advance(noon("2026-02-05"));
            assertThat(shop.refused(hold("h", AT, after(noon("2026-02-10")))).code())
                    .isEqualTo("INVALID");
            shop.submit(hold("h", AT, noon("2026-02-10")));
            assertThat(shop.account().holds()).hasSize(1);
        }

        @Test
        void aHoldThatIsTooLongIsToldAsThatBeforeAllElse() {
            Shop shop = rich(declared());
            Instant end = noon("2027-01-01");
            assertThat(shop.refused(Hold.of("h", CUSTOMER, AT, "no-such-reward", end))
                            .code())
                    .isEqualTo("INVALID");
            shop.submit(new Closure("z", CUSTOMER, AT));
            assertThat(shop.refused(hold("h", AT, end)).code()).isEqualTo("INVALID");
        }

        @Test
        void aHoldAtTheEndOfTimeIsMeasuredAlike() {
            Shop shop = rich(declared());
            Instant last = Instant.parse("9999-12-31T23:59:59.999999Z");
            shop.submit(hold("h", last.minus(5, ChronoUnit.DAYS), last));
            assertThat(shop.account().holds()).hasSize(1);
        }
    }

    @Nested
    class HowMany {
        private final Shop shop = rich(declared());

        private void fill() {
            for (int i = 0; i < OpenHold.MOST_AT_ONCE; i++) {
                shop.submit(hold("h" + i, AT, noon("2026-02-01").plusSeconds(i)));
            }
        }

        private void full(LoyaltyEvent event) {
            assertThat(shop.refused(event)).isEqualTo(new Refusal.LimitReached("an open hold", "1000 times at once"));
        }

        @Test
        void thousandHoldsMayBeOpenAndNotOneMore() {
            fill();
            full(hold("more", AT, noon("2026-02-02")));
            assertThat(shop.account().holds()).hasSize(1_000);
            assertThat(shop.available()).isEqualTo(4_000);
            shop.verify();
        }

        @Test
        void aHoldThatIsReleasedOrLapsesMakesRoom() {
            fill();
            shop.submit(new Release("l", CUSTOMER, AT, "h500"));
            shop.submit(hold("more", AT, noon("2026-02-02")));
            full(hold("again", AT, noon("2026-02-02")));
            shop.submit(hold("later", noon("2026-02-01"), noon("2026-02-02")));
            full(hold("again", noon("2026-02-01"), noon("2026-02-02")));
        }

        @Test
        void theNumberOfHoldsIsToldBeforePointsThatAreNotThereAndAfterConditions() {
            fill();
            full(new Hold("more", CUSTOMER, AT, "any", noon("2026-02-02"), 4_001L, null));
            assertThat(shop.refused(new Hold(
                                    "more", CUSTOMER, AT, "off", noon("2026-02-02"), null, Basket.ofTotal(usd("1"))))
                            .code())
                    .isEqualTo("CONDITION_NOT_MET");
            shop.submit(new Adjustment("down", CUSTOMER, AT, "points", -4_001, "taken", "host"));
            full(hold("more", AT, noon("2026-02-02")));
        }

        @Test
        void aRedemptionNeedsNoRoomAmongHolds() {
            fill();
            shop.submit(Redemption.of("x", CUSTOMER, AT, "one"));
            assertThat(shop.available()).isEqualTo(3_999);
        }
    }
}
