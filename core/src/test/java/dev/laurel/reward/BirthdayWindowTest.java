package dev.laurel.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.LeapDay;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("G2")
class BirthdayWindowTest {
    private static void refused(ThrowingCallable call, int days) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("days from a birthday on must be 1 to 180, but were " + days);
    }

    private static BirthdayWindow window(String span) {
        return switch (span) {
            case "day" -> BirthdayWindow.DAY;
            case "month" -> BirthdayWindow.MONTH;
            default -> BirthdayWindow.daysFromIt(Integer.parseInt(span));
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 181, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aBirthdayWindowHasOneTo180Days(int days) {
        refused(() -> BirthdayWindow.daysFromIt(days), days);
    }

    @ParameterizedTest
    @EnumSource(value = BirthdayWindow.Span.class, names = "DAYS_FROM_IT", mode = EnumSource.Mode.EXCLUDE)
    void aBirthdayWindowHasDaysOnlyWhereTheyAreCounted(BirthdayWindow.Span span) {
        refused(() -> new BirthdayWindow(span, 1), 1);
        refused(() -> new BirthdayWindow(span, -1), -1);
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
    void aBirthdayWindowIsOfTheBirthdayAroundADate(String span, String birthday, LocalDate date, LocalDate found) {
        for (LeapDay leapDay : LeapDay.values()) {
            assertThat(window(span)
                            .birthdayAround(date, Birthday.parse(birthday), leapDay)
                            .orElse(null))
                    .isEqualTo(found);
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
    void aBirthdayWindowOf29FebruaryInACommonYearIsAsTheProgramSays(
            String span, LeapDay leapDay, LocalDate date, LocalDate found) {
        assertThat(window(span)
                        .birthdayAround(date, Birthday.parse("--02-29"), leapDay)
                        .orElse(null))
                .isEqualTo(found);
    }

    @Test
    void aBirthdayWindowHasAFirstDayAndADayAfterTheLast() {
        LocalDate birthday = LocalDate.of(2028, 2, 29);
        assertThat(BirthdayWindow.DAY.firstDay(birthday)).isEqualTo(birthday);
        assertThat(BirthdayWindow.DAY.dayAfter(birthday)).isEqualTo("2028-03-01");
        assertThat(BirthdayWindow.MONTH.firstDay(birthday)).isEqualTo("2028-02-01");
        assertThat(BirthdayWindow.MONTH.dayAfter(birthday)).isEqualTo("2028-03-01");
        assertThat(BirthdayWindow.daysFromIt(180).firstDay(birthday)).isEqualTo(birthday);
        assertThat(BirthdayWindow.daysFromIt(180).dayAfter(birthday)).isEqualTo("2028-08-27");
    }

    @Test
    @Tag("P3")
    void aBirthdayWindowDescribesItself() {
        assertThat(BirthdayWindow.DAY.describe()).isEqualTo("on the birthday");
        assertThat(BirthdayWindow.MONTH.describe()).isEqualTo("in the month of the birthday");
        assertThat(BirthdayWindow.daysFromIt(1).describe()).isEqualTo("for 1 day from the birthday on");
        assertThat(BirthdayWindow.daysFromIt(30).describe()).isEqualTo("for 30 days from the birthday on");
    }

    @Test
    @Tag("F1")
    void aBirthdayWindowRefusesNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> new BirthdayWindow(null, 0))
                .withMessage("span");
        assertThatNullPointerException()
                .isThrownBy(() -> BirthdayWindow.DAY.birthdayAround(null, Birthday.parse("--06-15"), LeapDay.MARCH_1));
        assertThatNullPointerException()
                .isThrownBy(() -> BirthdayWindow.DAY.birthdayAround(LocalDate.of(2026, 1, 1), null, LeapDay.MARCH_1));
    }
}
