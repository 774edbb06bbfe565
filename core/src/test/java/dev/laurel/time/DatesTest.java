package dev.laurel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R1")
class DatesTest {
    private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
    private static final LocalDate MAY_7 = LocalDate.of(2026, 5, 7);

    @ParameterizedTest
    @Tag("T2")
    @CsvSource({
        "2026-05-01, 2026-05-07, 2026-04-30, false",
        "2026-05-01, 2026-05-07, 2026-05-01, true",
        "2026-05-01, 2026-05-07, 2026-05-07, true",
        "2026-05-01, 2026-05-07, 2026-05-08, false",
        "2026-05-01, 2026-05-01, 2026-05-01, true",
        "2026-05-01,, 2026-04-30, false",
        "2026-05-01,, 9999-12-31, true",
        ", 2026-05-07, 0001-01-01, true",
        ", 2026-05-07, 2026-05-08, false",
        ",, 0001-01-01, true",
        ",, 9999-12-31, true"
    })
    void someDatesIncludesBothDays(LocalDate from, LocalDate to, LocalDate date, boolean contained) {
        assertThat(new Dates(from, to).contains(date)).isEqualTo(contained);
    }

    @Test
    void someDatesDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> new Dates(MAY_7, MAY_1))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("dates must not end, 2026-05-01, before they begin, 2026-05-07");
        assertThatNullPointerException().isThrownBy(() -> new Dates(MAY_1, MAY_7).contains(null));
    }

    @Test
    @Tag("P3")
    void someDatesDescribesItself() {
        assertThat(Dates.ALWAYS.describe()).isEqualTo("always");
        assertThat(new Dates(MAY_1, null).describe()).isEqualTo("from 2026-05-01");
        assertThat(new Dates(null, MAY_7).describe()).isEqualTo("to 2026-05-07");
        assertThat(new Dates(MAY_1, MAY_7).describe()).isEqualTo("from 2026-05-01 to 2026-05-07");
    }
}
