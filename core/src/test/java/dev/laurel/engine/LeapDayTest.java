package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.NEW_YORK;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.LeapDay;
import dev.laurel.event.ProfileChange;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Item;
import dev.laurel.reward.Offer;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Moment;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("T4")
@Tag("G2")
@Tag("K16")
class LeapDayTest {
    /** Every day of a cycle of the calendar is asked. */
    @ParameterizedTest
    @EnumSource
    void customersBornOnALeapDayHaveOneBirthdayInEveryYear(LeapDay leapDay) {
        Shop shop = new Shop(program()
                .leapDay(leapDay)
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .offers(Offer.of(
                        "birthday",
                        BirthdayOccasion.onTheDay().open(Opening.until(Moment.after(Period.ofDays(1)))),
                        new Item("sample")))
                .build());
        LocalDate first = LocalDate.of(2000, 1, 1);
        shop.submit(ProfileChange.ofBirthday(
                "b", CUSTOMER, first.atStartOfDay(NEW_YORK).toInstant(), Birthday.parse("--02-29")));
        List<LocalDate> open = new ArrayList<>();
        List<LocalDate> expected = new ArrayList<>();
        for (LocalDate date = first; date.getYear() < 2400; date = date.plusDays(1)) {
            if (!shop.engine()
                    .offersFor(
                            shop.account(), date.atTime(12, 0).atZone(NEW_YORK).toInstant())
                    .isEmpty()) {
                open.add(date);
            }
        }
        for (int year = 2000; year < 2400; year++) {
            LocalDate common = leapDay == LeapDay.MARCH_1 ? LocalDate.of(year, 3, 1) : LocalDate.of(year, 2, 28);
            expected.add(first.withYear(year).isLeapYear() ? LocalDate.of(year, Month.FEBRUARY, 29) : common);
        }
        assertThat(open).isEqualTo(expected);
    }
}
