package dev.laurel.event;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void aPassageOfTimeIsRefusedWhenTheBatchIsMadeAndNotWhenItIsSubmitted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Batch.of("night", new TimePassed("ada", NOON)))
                .withMessage(
                        "batch 'night' must not have 'laurel:time:2026-06-01T12:00:00Z': time passes by itself with the"
                                + " other events");
    }
}
