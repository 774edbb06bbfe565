package dev.laurel.engine.plan;

import dev.laurel.time.Timestamps;

/**
 * What of a member decides in which window something counts.
 *
 * @param since the day from which membership years are counted, in days since 1970
 * @param enrolled when the member enrolled, in microseconds since 1970, or never
 */
public record Membership(long since, long enrolled) {
    /** Of a program that asks for neither. */
    public static final Membership UNASKED = new Membership(0, Timestamps.NEVER);
}
