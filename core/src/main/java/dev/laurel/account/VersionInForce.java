package dev.laurel.account;

import com.google.common.collect.ImmutableList;
import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.List;

/**
 * A version of a program that is or was in force for an account.
 *
 * @param version the version, such as {@code 2026.1}
 * @param since from when on it was in force, to the microsecond; a version without a date from the first instant there is
 * @param begun the ids of the sums that it asks for and the version before it did not, in their order: these begin at zero with it
 */
public record VersionInForce(String version, Instant since, List<String> begun) {
    private static final int MAX_LENGTH = 40;

    /**
     * Keeps the instant to the microsecond, and a copy of the list.
     *
     * @throws IllegalArgumentException if the version is no such text
     */
    public VersionInForce {
        Identifiers.text("version", version, MAX_LENGTH);
        since = Timestamps.kept(since);
        begun = ImmutableList.copyOf(begun);
    }

    /** A version with which no sum begins. */
    public static VersionInForce of(String version, Instant since) {
        return new VersionInForce(version, since, ImmutableList.of());
    }
}
