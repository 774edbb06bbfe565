package dev.laurel.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
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
        void is_any_day_that_its_month_can_have(Month month) {
            assertThat(new Birthday(month, 1).day()).isEqualTo(1);
            assertThat(new Birthday(month, month.maxLength()).month()).isEqualTo(month);
        }

        @Test
        void is_the_29th_of_february_too() {
            assertThat(new Birthday(Month.FEBRUARY, 29).day()).isEqualTo(29);
        }

        @ParameterizedTest
        @CsvSource({"FEBRUARY, 30, 29", "APRIL, 31, 30", "JANUARY, 32, 31", "JANUARY, 0, 31", "JANUARY, -1, 31"})
        void is_no_day_that_does_not_exist(Month month, int day, int length) {
            assertThatThrownBy(() -> new Birthday(month, day))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "day of a birthday must lie in its month, but was day " + day + " of a month of " + length);
        }

        @Test
        void needs_a_month() {
            assertThatNullPointerException().isThrownBy(() -> new Birthday(null, 1));
        }
    }

    @Nested
    class Parse {
        @Test
        void reads_a_month_and_a_day() {
            assertThat(Birthday.parse("--06-15")).isEqualTo(new Birthday(Month.JUNE, 15));
            assertThat(Birthday.parse("--02-29")).isEqualTo(new Birthday(Month.FEBRUARY, 29));
        }

        @ParameterizedTest
        @Tag("F2")
        @ValueSource(strings = {"", "06-15", "1984-06-15", "--6-15", "--06-15 ", "15 June 1984", "--06-155"})
        void refuses_another_form_without_repeating_it(String text) {
            assertThatThrownBy(() -> Birthday.parse(text))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("birthday must be a month and a day such as '--06-15'")
                    .hasNoCause();
        }

        @ParameterizedTest
        @Tag("F2")
        @ValueSource(strings = {"--02-30", "--04-31", "--13-01", "--01-32", "--00-10"})
        void refuses_a_day_that_does_not_exist_without_repeating_it(String text) {
            assertThatThrownBy(() -> Birthday.parse(text))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("birthday must be a day that exists")
                    .hasNoCause();
        }

        @Test
        void refuses_null() {
            assertThatNullPointerException().isThrownBy(() -> Birthday.parse(null));
        }
    }

    @Test
    @Tag("F2")
    void does_not_say_which_day_it_is() {
        assertThat(new Birthday(Month.JUNE, 15)).hasToString("Birthday[…]");
    }

    @Test
    void equal_days_are_equal() {
        new EqualsTester()
                .addEqualityGroup(new Birthday(Month.JUNE, 15), Birthday.parse("--06-15"))
                .addEqualityGroup(new Birthday(Month.JUNE, 16))
                .addEqualityGroup(new Birthday(Month.JULY, 15))
                .testEquals();
    }
}
