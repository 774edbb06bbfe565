package dev.laurel.account;

import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;

/**
 * A version of a program that is or was in force for an account.
 *
 * @param version the version, such as {@code 2026.1}
 * @param since from when on it was in force, to the microsecond; a version without a date from the first instant there is
 */
public record VersionInForce(String version, Instant since) {
    private static final int MAX_LENGTH = 40;

    /**
     * Keeps the instant to the microsecond.
     *
     * @throws IllegalArgumentException if the version is no such text
     */
    public VersionInForce {
        Identifiers.text("version", version, MAX_LENGTH);
        since = Timestamps.kept(since);
    }
}
