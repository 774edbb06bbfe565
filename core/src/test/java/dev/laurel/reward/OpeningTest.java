package dev.laurel.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.LeapDay;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.CivilZone;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("G2")
class OpeningTest {
    private static Opening window(String span) {
        return switch (span) {
            case "day" -> Opening.until(Moment.after(Period.ofDays(1)));
            case "month" -> Opening.inItsMonth();
            default -> Opening.until(Moment.after(Period.ofDays(Integer.parseInt(span))));
        };
    }

    private static @Nullable LocalDate birthdayAt(Opening opening, LocalDate date, String birthday, LeapDay leapDay) {
        CivilZone utc = CivilZone.of(ZoneOffset.UTC);
        Birthday day = Birthday.parse(birthday);
        Instant start = utc.startOf(date);
        LocalDate first = opening.birthdayAt(start, day, leapDay, utc, 0).orElse(null);
        // The last instant of a day is as the first.
        assertThat(opening.birthdayAt(utc.startOf(date.plusDays(1)).minusNanos(1_000), day, leapDay, utc, 0)
                        .orElse(null))
                .isEqualTo(first);
        return first;
    }

    @ParameterizedTest
    @CsvSource({
        "day, --06-15, 2026-06-14,",
        "day, --06-15, 2026-06-15, 2026-06-15",
        "day, --06-15, 2026-06-16,",
        "month, --06-15, 2026-05-31,",
        "month, --06-15, 2026-06-01, 2026-06-15",
        "month, --06-15, 2026-06-30, 2026-06-15",
        "month, --06-15, 2026-07-01,",
        "month, --12-31, 2026-12-01, 2026-12-31",
        "month, --12-31, 2027-01-01,",
        "month, --01-01, 2027-01-31, 2027-01-01",
        "1, --06-15, 2026-06-15, 2026-06-15",
        "1, --06-15, 2026-06-16,",
        "30, --06-15, 2026-07-14, 2026-06-15",
        "30, --06-15, 2026-07-15,",
        "30, --12-15, 2027-01-13, 2026-12-15",
        "30, --12-15, 2027-01-14,",
        "180, --12-31, 2027-06-28, 2026-12-31",
        "180, --12-31, 2027-06-29,",
        "day, --01-01, 0001-01-01, 0001-01-01",
        "180, --12-31, 0001-01-01, 0000-12-31",
        "180, --12-31, 9999-12-31, 9999-12-31"
    })
    void anOpeningIsOfTheBirthdayAroundADate(String span, String birthday, LocalDate date, LocalDate found) {
        for (LeapDay leapDay : LeapDay.values()) {
            assertThat(birthdayAt(window(span), date, birthday, leapDay)).isEqualTo(found);
        }
    }

    @ParameterizedTest
    @Tag("T4")
    @CsvSource({
        "day, FEBRUARY_28, 2027-02-28, 2027-02-28",
        "day, FEBRUARY_28, 2027-03-01,",
        "day, MARCH_1, 2027-02-28,",
        "day, MARCH_1, 2027-03-01, 2027-03-01",
        "day, FEBRUARY_28, 2028-02-28,",
        "day, FEBRUARY_28, 2028-02-29, 2028-02-29",
        "day, MARCH_1, 2028-02-29, 2028-02-29",
        "day, MARCH_1, 2028-03-01,",
        "month, FEBRUARY_28, 2027-02-01, 2027-02-28",
        "month, MARCH_1, 2027-02-28,",
        "month, MARCH_1, 2027-03-31, 2027-03-01",
        "month, MARCH_1, 2028-02-01, 2028-02-29",
        "month, MARCH_1, 2028-03-01,",
        "2, FEBRUARY_28, 2027-03-01, 2027-02-28",
        "2, FEBRUARY_28, 2028-03-01, 2028-02-29"
    })
    void anOpeningOf29FebruaryInACommonYearIsAsTheProgramSays(
            String span, LeapDay leapDay, LocalDate date, LocalDate found) {
        assertThat(birthdayAt(window(span), date, "--02-29", leapDay)).isEqualTo(found);
    }

    @Test
    void anOpeningEndsAtTheMomentFromTheStartOfTheBirthday() {
        LocalDate birthday = LocalDate.of(2028, 2, 29);
        CivilZone berlin = CivilZone.of(ZoneId.of("Europe/Berlin"));
        assertThat(Opening.inItsMonth().endFor(birthday, berlin, 0)).isEqualTo("2028-02-29T23:00:00Z");
        assertThat(Opening.until(Moment.after(Period.ofDays(180))).endFor(birthday, berlin, 0))
                .isEqualTo("2028-08-26T22:00:00Z");
        assertThat(Opening.until(Moment.endOf(BoundedWindow.MONTH, Period.ofMonths(1)))
                        .endFor(birthday, berlin, 0))
                .isEqualTo("2028-03-31T22:00:00Z");
    }

    @Test
    @Tag("P3")
    void anOpeningDescribesItself() {
        assertThat(Opening.inItsMonth().describe()).isEqualTo("in the month of the birthday");
        assertThat(Opening.until(Moment.after(Period.ofDays(30))).describe())
                .isEqualTo("for P30D from the birthday on");
        assertThat(Opening.until(Moment.endOf(BoundedWindow.MONTH)).describe())
                .isEqualTo("from the birthday on until P0D after its start, at the end of the month");
    }

    @Test
    @Tag("F1")
    void anOpeningRefusesNull() {
        assertThatNullPointerException().isThrownBy(() -> Opening.until(null)).withMessage("moment");
    }
}
