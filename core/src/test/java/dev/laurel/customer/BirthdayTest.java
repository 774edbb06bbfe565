package dev.laurel.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("T4")
class BirthdayTest {
    @Nested
    class Of {
        @ParameterizedTest
        @EnumSource
        void aBirthdayIsAnyDayThatItsMonthCanHave(Month month) {
            assertThat(new Birthday(month, 1).day()).isEqualTo(1);
            assertThat(new Birthday(month, month.maxLength()).month()).isEqualTo(month);
        }

        @Test
        void aBirthdayCanBeThe29thOfFebruary() {
            assertThat(new Birthday(Month.FEBRUARY, 29).day()).isEqualTo(29);
        }

        @ParameterizedTest
        @CsvSource({"FEBRUARY, 30, 29", "APRIL, 31, 30", "JANUARY, 32, 31", "JANUARY, 0, 31", "JANUARY, -1, 31"})
        void aBirthdayIsNoDayThatDoesNotExist(Month month, int day, int length) {
            assertThatThrownBy(() -> new Birthday(month, day))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "day of a birthday must lie in its month, but was day " + day + " of a month of " + length);
        }

        @Test
        void aBirthdayNeedsAMonth() {
            assertThatNullPointerException().isThrownBy(() -> new Birthday(null, 1));
        }
    }

    @Nested
    class Parse {
        @Test
        void aBirthdayIsParsedFromAMonthAndADay() {
            assertThat(Birthday.parse("--06-15")).isEqualTo(new Birthday(Month.JUNE, 15));
            assertThat(Birthday.parse("--02-29")).isEqualTo(new Birthday(Month.FEBRUARY, 29));
        }

        @ParameterizedTest
        @Tag("F2")
        @ValueSource(strings = {"", "06-15", "1984-06-15", "--6-15", "--06-15 ", "15 June 1984", "--06-155"})
        void aBirthdayInAnotherFormIsRefusedAndNotRepeated(String text) {
            assertThatThrownBy(() -> Birthday.parse(text))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("birthday must be a month and a day such as '--06-15'")
                    .hasNoCause();
        }

        @ParameterizedTest
        @Tag("F2")
        @ValueSource(strings = {"--02-30", "--04-31", "--13-01", "--01-32", "--00-10"})
        void aBirthdayOnADayThatDoesNotExistIsRefusedAndNotRepeated(String text) {
            assertThatThrownBy(() -> Birthday.parse(text))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("birthday must be a day that exists")
                    .hasNoCause();
        }

        @Test
        void aBirthdayIsNotParsedFromNull() {
            assertThatNullPointerException().isThrownBy(() -> Birthday.parse(null));
        }
    }

    @Nested
    class InYear {
        @ParameterizedTest
        @EnumSource
        void aBirthdayInAYearIsThatDayWhereTheYearHasIt(LeapDay leapDay) {
            assertThat(new Birthday(Month.JUNE, 15).inYear(2027, leapDay)).isEqualTo("2027-06-15");
            assertThat(new Birthday(Month.FEBRUARY, 28).inYear(2027, leapDay)).isEqualTo("2027-02-28");
            assertThat(new Birthday(Month.MARCH, 1).inYear(2028, leapDay)).isEqualTo("2028-03-01");
            assertThat(new Birthday(Month.FEBRUARY, 29).inYear(2028, leapDay)).isEqualTo("2028-02-29");
            assertThat(new Birthday(Month.FEBRUARY, 29).inYear(2000, leapDay)).isEqualTo("2000-02-29");
        }

        @ParameterizedTest
        @CsvSource({
            "2026, FEBRUARY_28, 2026-02-28",
            "2026, MARCH_1, 2026-03-01",
            "1900, FEBRUARY_28, 1900-02-28",
            "2100, MARCH_1, 2100-03-01",
            "1, MARCH_1, 0001-03-01",
            "9999, FEBRUARY_28, 9999-02-28"
        })
        void aBirthdayOf29FebruaryIsAsTheProgramSaysInACommonYear(int year, LeapDay leapDay, LocalDate date) {
            assertThat(new Birthday(Month.FEBRUARY, 29).inYear(year, leapDay)).isEqualTo(date);
        }
    }

    @Test
    @Tag("F2")
    void aBirthdayDoesNotSayWhichDayItIs() {
        assertThat(new Birthday(Month.JUNE, 15)).hasToString("Birthday[…]");
    }

    @Test
    void equalBirthdaysAreEqual() {
        new EqualsTester()
                .addEqualityGroup(new Birthday(Month.JUNE, 15), Birthday.parse("--06-15"))
                .addEqualityGroup(new Birthday(Month.JUNE, 16))
                .addEqualityGroup(new Birthday(Month.JULY, 15))
                .testEquals();
    }
}
