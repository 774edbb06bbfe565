package dev.laurel.examples.replay.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What a customer may believe to have. The program decides what is so; this is for customers who seldom ask in vain, so it
 * knows of points at least how many there are, and at most.
 */
final class Standing {
    /** One month before points go that nobody touched. */
    private static final int SAFE_MONTHS = 17;

    private static final long CENTS_PER_POINT = 100;

    private final Map<Integer, Long> spendByYear = new HashMap<>();
    private LocalDate lastActive = TwoYears.FIRST_DAY;
    private Instant grantedUntil = TwoYears.START;
    private long atLeast;
    private long atMost;

    /** Points that there are at least. */
    long atLeast() {
        return atLeast;
    }

    /** Points that there are at most. */
    long atMost() {
        return atMost;
    }

    /** Takes note of a day on which points may have gone, before it is used. */
    void wakeOn(LocalDate day) {
        if (day.isAfter(lastActive.plusMonths(SAFE_MONTHS))) {
            atLeast = 0;
        }
        lastActive = day;
    }

    /** Takes note of a purchase. */
    void spend(LocalDate day, long merchandiseCents) {
        spendByYear.merge(day.getYear(), merchandiseCents, Math::addExact);
        atLeast += merchandiseCents / CENTS_PER_POINT;
        // Half as much again for the highest level, rounded up.
        atMost += merchandiseCents * 3 / (2 * CENTS_PER_POINT) + 1;
    }

    /** Takes note of points that were given for a reward, or set aside for one. */
    void give(int points) {
        atLeast -= points;
        atMost -= points;
    }

    /** Takes note of points that were given or set aside and came back. */
    void getBack(int points) {
        atLeast += points;
        atMost += points;
    }

    /**
     * Takes note of goods that were brought back.
     *
     * @param day when they were bought
     * @param merchandiseCents what they had cost
     */
    void bringBack(LocalDate day, long merchandiseCents) {
        spendByYear.merge(day.getYear(), -merchandiseCents, Math::addExact);
        // As many as they can have earned, and as few.
        atLeast -= merchandiseCents * 3 / (2 * CENTS_PER_POINT) + 1;
        atMost -= Math.max(0, merchandiseCents / CENTS_PER_POINT - 1);
    }

    /** Takes note of points that there may be besides those for purchases. */
    void mayHaveGot(int points) {
        atMost += points;
    }

    /** Takes note of a level given until an instant. */
    void grantVib(Instant until) {
        grantedUntil = until;
    }

    /** What the customer is at least, by what was spent: a level is kept through the end of the next year. */
    Level level(Instant now) {
        int year = TwoYears.dayOf(now).getYear();
        Level level = Level.ofSpend(Math.max(spentIn(year), spentIn(year - 1)));
        return level == Level.INSIDER && now.isBefore(grantedUntil) ? Level.VIB : level;
    }

    private long spentIn(int year) {
        return spendByYear.getOrDefault(year, 0L);
    }
}
