package dev.laurel.engine.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a lot. Credits of one event that may share a lot do so if these are the same.
 *
 * @param earned when its points were earned
 * @param available from when they can be spent
 * @param expires when they are gone, or null if they have no date of their own
 */
public record LotDates(
        Instant earned, Instant available, @Nullable Instant expires) {}
