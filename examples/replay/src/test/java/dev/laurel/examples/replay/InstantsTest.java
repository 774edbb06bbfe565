package dev.laurel.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T12:34:56Z",
                "2024-02-29T23:59:59Z",
                "1600-12-28T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "2026-01-28T24:00:00Z",
                "2026-01-28T23:59:60Z",
                "2026-01-28T23:59:59.123456789Z",
                "2026-01-28T23:59:59+01:00",
                "+12026-01-28T23:59:59Z"
            })
    void instantsAreThoseOfTheJdk(String text) {
        assertThat(Instants.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T12:00:00Z",
                "2026-13-01T12:00:00Z",
                "2026-00-01T12:00:00Z",
                "2026-01-00T12:00:00Z",
                "2026-01-01T25:00:00Z",
                "2026-01-01T12:60:00Z",
                "2026-01-01T12:00:61Z",
                "2026-01-01 12:00:00Z",
                "٢026-01-01T12:00:00Z",
                ""
            })
    void whatIsNoInstantIsNone(String text) {
        assertThatThrownBy(() -> Instants.parse(text)).isInstanceOf(DateTimeParseException.class);
    }
}
