package dev.laurel.event;

import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tier that a customer brings over from another system.
 *
 * @param tier the id of the tier
 * @param until until when it is held, or null for as long as the program keeps one that is reached now
 */
public record BroughtTier(String tier, @Nullable Instant until) {
    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if the id is empty or too long, or the instant out of range
     */
    public BroughtTier {
        Identifiers.text("tier id", tier, Identifiers.MAX_HOST_ID_LENGTH);
        until = until == null ? null : Timestamps.checked("until", until);
    }
}
