package dev.laurel.examples.replay.sample;

import org.jspecify.annotations.Nullable;

/**
 * A part of what is paid.
 *
 * @param method by what
 * @param cents how much, more than nothing
 * @param with what it is paid with
 * @param source the id of the redemption, the capture or the hold that the points are of, or null
 */
record Payment(
        String method, long cents, With with, @Nullable String source) {
    /** The method of all payments with points. */
    private static final String POINTS = "points";

    enum With {
        MONEY,
        /** Points that were taken for it. */
        TAKEN_POINTS,
        /** Points that are set aside for it, and not yet taken. */
        HELD_POINTS,
        /** Points of somebody else's program. */
        FOREIGN_POINTS
    }

    static Payment inMoney(String method, long cents) {
        return new Payment(method, cents, With.MONEY, null);
    }

    static Payment withTakenPoints(long cents, String redemption) {
        return new Payment(POINTS, cents, With.TAKEN_POINTS, redemption);
    }

    static Payment withHeldPoints(long cents, String hold) {
        return new Payment(POINTS, cents, With.HELD_POINTS, hold);
    }

    static Payment withForeignPoints(long cents) {
        return new Payment(POINTS, cents, With.FOREIGN_POINTS, null);
    }

    boolean isInMoney() {
        return with == With.MONEY;
    }

    boolean isWithOwnPoints() {
        return with == With.TAKEN_POINTS || with == With.HELD_POINTS;
    }
}
