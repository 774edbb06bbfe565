package dev.laurel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("T1")
class TimestampsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00.123456789Z, 2026-03-01T10:00:00.123456Z",
        "2026-03-01T10:00:00.000000999Z, 2026-03-01T10:00:00Z",
        "1969-12-31T23:59:59.999999999Z, 1969-12-31T23:59:59.999999Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999Z"
    })
    void aTimestampDropsWhatIsFinerThanAMicrosecond(Instant given, Instant kept) {
        assertThat(Timestamps.checked("occurredAt", given)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void aTimestampInOtherYearsThan1To9999IsRefused(Instant instant) {
        assertThatThrownBy(() -> Timestamps.checked("occurredAt", instant))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("occurredAt must lie in the years 1 to 9999");
    }

    @Test
    void aTimestampOfNullIsRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> Timestamps.checked("occurredAt", null))
                .withMessage("occurredAt");
    }

    @Test
    void aTimestampAtEitherLimitIsTaken() {
        assertThat(Timestamps.checked("occurredAt", Timestamps.MIN)).isEqualTo(Timestamps.MIN);
        assertThat(Timestamps.checked("occurredAt", Timestamps.MAX)).isEqualTo(Timestamps.MAX);
    }
}
