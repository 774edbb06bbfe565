package dev.laurel.time;

import java.time.Period;

/**
 * In what something is counted: a window of dates, or a span that has no end of its own. Dates are read in the program's zone.
 *
 * <p>What falls in one window counts together. Where a window comes again, as a month does, each of them counts by itself.
 */
public sealed interface Window permits BoundedWindow, Window.Rolling, Window.Unending {
    /** The whole life of an account. */
    Window EVER = Unending.EVER;

    /**
     * From the instant of enrollment on. For a cap what happened before it counts together too, in a window of its own; a sum of a counter
     * has nothing before it.
     */
    Window SINCE_ENROLLMENT = Unending.SINCE_ENROLLMENT;

    /**
     * So long backwards from any date: what counts on a date counts until the start of the same date a period later.
     *
     * @param period a positive civil period; checked when a program is built
     */
    static Window overTheLast(Period period) {
        return new Rolling(period);
    }

    /** The window in words that read after a count, such as {@code per calendar month} or {@code ever}. */
    String describe();

    /** The window in a word, such as {@code month}: what is kept of it stands under this name. */
    String id();

    /** Whether the start of a membership decides which dates are in it. */
    boolean needsMember();

    /**
     * So long backwards from any date.
     *
     * @param period how long what counts on a date does so
     */
    record Rolling(Period period) implements Window {
        @Override
        public String describe() {
            return "in any " + period;
        }

        @Override
        public String id() {
            return WindowId.of(this);
        }

        @Override
        public boolean needsMember() {
            return false;
        }

        /** The first day, from 1970, on which what counts on a day does so no longer. */
        public long countsUntil(long day) {
            return EpochDays.plus(day, period);
        }

        /** The first day whose count can still matter on a day; both from 1970. */
        public long firstDayThatCounts(long day) {
            // Civil periods are not the same forwards and backwards, by less than a month's days.
            long first = EpochDays.minus(day, period) - EpochDays.CIVIL_SLACK;
            while (countsUntil(first) <= day) {
                first++;
            }
            return first;
        }
    }

    /** A span that never ends. */
    enum Unending implements Window {
        /** The whole life of an account. */
        EVER("ever"),
        /** From the instant of enrollment on. */
        SINCE_ENROLLMENT("since enrollment");

        private final String words;

        Unending(String words) {
            this.words = words;
        }

        @Override
        public String describe() {
            return words;
        }

        @Override
        public String id() {
            return WindowId.of(this);
        }

        @Override
        public boolean needsMember() {
            return false;
        }
    }
}
