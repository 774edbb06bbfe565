package dev.laurel.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.LeapDay;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.time.CivilZone;
import dev.laurel.time.Moment;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Over 400 years, in which the calendar repeats. */
@Tag("G2")
@Tag("T4")
class OpeningProperties {
    private static final int FIRST_YEAR = 2000;
    private static final int YEARS = 400;
    private static final List<Opening> WINDOWS = List.of(
            Opening.until(Moment.after(Period.ofDays(1))),
            Opening.inItsMonth(),
            Opening.until(Moment.after(Period.ofDays(1))),
            Opening.until(Moment.after(Period.ofDays(29))),
            Opening.until(Moment.after(Period.ofDays(BirthdayOccasion.MOST_DAYS_OPEN))));

    private static final CivilZone UTC = CivilZone.of(ZoneOffset.UTC);

    private static LocalDate firstDay(Opening opening, LocalDate birthday) {
        return opening.until() == null ? birthday.withDayOfMonth(1) : birthday;
    }

    private static LocalDate dayAfter(Opening opening, LocalDate birthday) {
        return UTC.dateOf(opening.endFor(birthday, UTC, 0));
    }

    private static List<LocalDate> birthdays(Birthday birthday, LeapDay leapDay) {
        List<LocalDate> dates = new ArrayList<>();
        for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            dates.add(birthday.inYear(year, leapDay));
        }
        return dates;
    }

    /** All days that a birthday can be. */
    private static List<Birthday> days() {
        List<Birthday> days = new ArrayList<>();
        for (Month month : Month.values()) {
            for (int day = 1; day <= month.maxLength(); day++) {
                days.add(new Birthday(month, day));
            }
        }
        return days;
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void windowsOfTwoBirthdaysNeverMeet(@ForAll LeapDay leapDay) {
        for (Birthday birthday : days()) {
            List<LocalDate> dates = birthdays(birthday, leapDay);
            for (Opening window : WINDOWS) {
                for (int i = 1; i < dates.size(); i++) {
                    if (firstDay(window, dates.get(i)).isBefore(dayAfter(window, dates.get(i - 1)))) {
                        throw new AssertionError(window + " of " + dates.get(i - 1) + " meets the next");
                    }
                }
            }
        }
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void twoBirthdaysAreNeverTooCloseToBeClaimed(@ForAll LeapDay leapDay) {
        for (Birthday birthday : days()) {
            List<LocalDate> dates = birthdays(birthday, leapDay);
            for (int i = 1; i < dates.size(); i++) {
                LocalDate allowed = dates.get(i - 1).plusDays(BirthdayOccasion.LEAST_DAYS_BETWEEN);
                if (dates.get(i).isBefore(allowed)) {
                    throw new AssertionError(dates.get(i) + " could not be claimed after " + dates.get(i - 1));
                }
            }
        }
    }

    @Property(tries = 40)
    void eachDateOfAWindowIsOfItsBirthdayAndNoOtherDateIsOfAny(
            @ForAll("birthdays") Birthday birthday, @ForAll("windows") Opening window, @ForAll LeapDay leapDay) {
        LocalDate date = firstDay(window, birthday.inYear(FIRST_YEAR, leapDay));
        for (LocalDate next : birthdays(birthday, leapDay)) {
            for (; date.isBefore(firstDay(window, next)); date = date.plusDays(1)) {
                if (window.birthdayAt(UTC.startOf(date), birthday, leapDay, UTC, 0)
                        .isPresent()) {
                    throw new AssertionError(date + " is in no window");
                }
            }
            for (; date.isBefore(dayAfter(window, next)); date = date.plusDays(1)) {
                if (!next.equals(window.birthdayAt(UTC.startOf(date), birthday, leapDay, UTC, 0)
                        .orElse(null))) {
                    throw new AssertionError(date + " is in the window of " + next);
                }
            }
        }
    }

    @Property
    void aBirthdayLiesInItsOwnWindow(
            @ForAll("birthdays") Birthday birthday,
            @ForAll("windows") Opening window,
            @ForAll LeapDay leapDay,
            @ForAll @IntRange(min = 1, max = 9999) int year) {
        LocalDate date = birthday.inYear(year, leapDay);
        assertThat(window.birthdayAt(UTC.startOf(date), birthday, leapDay, UTC, 0))
                .contains(date);
        assertThat(date.getYear()).isEqualTo(year);
    }

    @Provide
    Arbitrary<Birthday> birthdays() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(new Birthday(Month.FEBRUARY, 29))),
                Tuple.of(
                        3,
                        Combinators.combine(
                                        Arbitraries.of(Month.values()),
                                        Arbitraries.integers().between(1, 31))
                                .as((month, day) -> new Birthday(month, Math.min(day, month.maxLength())))));
    }

    @Provide
    Arbitrary<Opening> windows() {
        return Arbitraries.oneOf(
                Arbitraries.of(Opening.until(Moment.after(Period.ofDays(1))), Opening.inItsMonth()),
                Arbitraries.integers()
                        .between(1, BirthdayOccasion.MOST_DAYS_OPEN)
                        .map(days -> Opening.until(Moment.after(Period.ofDays(days)))));
    }
}
