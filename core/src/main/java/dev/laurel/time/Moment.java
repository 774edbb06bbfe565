package dev.laurel.time;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * An instant that is worked out from another: when points expire or become available, until when a tier is kept or an offer open. Periods
 * are civil: twelve months, not 365 times 24 hours.
 */
public sealed interface Moment extends Expiry {
    /** So long after, to the instant. */
    static Moment after(Period period) {
        return new After(period);
    }

    /** The start of the window in which the instant a period later falls; of dates, their start. */
    static Moment startOf(BoundedWindow window, Period period) {
        return new Border(window, period, false);
    }

    /** The end of the window in which the instant a period later falls; of dates, their end. */
    static Moment endOf(BoundedWindow window, Period period) {
        return new Border(window, period, true);
    }

    /** The end of the window in which the instant falls; of dates, their end. */
    static Moment endOf(BoundedWindow window) {
        return endOf(window, Period.ZERO);
    }

    /** Whichever of two is earlier. */
    static Moment earlierOf(Moment one, Moment other) {
        return new Earlier(one, other);
    }

    /** Never. */
    static Moment never() {
        return new Never();
    }

    /** A period later than this. */
    default Moment plus(Period period) {
        return new Later(this, period);
    }

    /**
     * The instant that this is, worked out from another; both in microseconds since 1970.
     *
     * @param memberSince the day on which the membership begins, counted from 1970, where it {@linkplain #needsMember is needed}
     * @return the instant, or {@link Timestamps#NEVER}
     * @throws java.time.DateTimeException if {@code java.time} has no such instant
     */
    long from(long micros, CivilZone zone, long memberSince);

    /**
     * The instant that this is, worked out from the last instant of a window. Of windows of the same kind, whole windows later are counted
     * by window, so that a year from 29 February on leads to the next.
     */
    default long fromEndOf(BoundedWindow window, long number, CivilZone zone, long memberSince) {
        return from(zone.startMicrosOf(window.firstDayOf(number + 1, memberSince)) - 1, zone, memberSince);
    }

    /** Whether the start of a membership decides which instant it is. */
    boolean needsMember();

    /** How many days it is later than what it is worked out from, at least; less than zero where it can be earlier. */
    long leastDays();

    /** How many days it is later than what it is worked out from, at most. */
    long mostDays();

    /** The moment in words that read after "until", from something that begins a period. */
    String describe(String beginning);

    @Override
    default String describe() {
        return describe("earning");
    }

    @Override
    default Moment date() {
        return this;
    }

    /**
     * So long after, to the instant.
     *
     * @param period how long
     */
    record After(Period period) implements Moment {
        /** Checks that it is given. */
        public After {
            requireNonNull(period, "period");
        }

        @Override
        public long from(long micros, CivilZone zone, long memberSince) {
            return zone.plus(micros, period);
        }

        @Override
        public boolean needsMember() {
            return false;
        }

        @Override
        public long leastDays() {
            return EpochDays.leastDays(period);
        }

        @Override
        public long mostDays() {
            return EpochDays.mostDays(period);
        }

        @Override
        public String describe(String beginning) {
            return period + " after " + beginning;
        }
    }

    /**
     * The start or the end of the window in which the end of a period falls.
     *
     * @param window the window
     * @param period how much later
     * @param isEnd whether it is the end
     */
    record Border(BoundedWindow window, Period period, boolean isEnd) implements Moment {
        /** In place of a number of windows where a period is not whole ones. */
        private static final long NOT_WHOLE = Long.MIN_VALUE;

        /**
         * Checks that there is such a border.
         *
         * @throws IllegalArgumentException if the window is of dates without the first or the last that is needed
         */
        public Border {
            requireNonNull(period, "period");
            checkArgument(
                    !(window instanceof Dates dates) || (isEnd ? dates.to() : dates.from()) != null,
                    "dates must have %s, but were %s",
                    isEnd ? "an end" : "a start",
                    window.describe());
        }

        private long startOf(long number, CivilZone zone, long memberSince) {
            return zone.startMicrosOf(window.firstDayOf(number + (isEnd ? 1 : 0), memberSince));
        }

        @Override
        public long from(long micros, CivilZone zone, long memberSince) {
            boolean comesOnce = window instanceof Dates;
            long number = comesOnce ? 0 : window.numberOf(zone.dayOf(zone.plus(micros, period)), memberSince);
            return startOf(number, zone, memberSince);
        }

        @Override
        public long fromEndOf(BoundedWindow other, long number, CivilZone zone, long memberSince) {
            long windows = window.equals(other) ? wholeWindows() : NOT_WHOLE;
            return windows == NOT_WHOLE
                    ? Moment.super.fromEndOf(other, number, zone, memberSince)
                    : startOf(number + windows, zone, memberSince);
        }

        /** How many windows the period is, if it is whole ones. */
        private long wholeWindows() {
            boolean isOfMonths = window.length().toTotalMonths() != 0;
            long unit = isOfMonths
                    ? window.length().toTotalMonths()
                    : window.length().get(ChronoUnit.DAYS);
            long much = isOfMonths ? period.toTotalMonths() : period.get(ChronoUnit.DAYS);
            long rest = isOfMonths ? period.get(ChronoUnit.DAYS) : period.toTotalMonths();
            return unit != 0 && rest == 0 && much % unit == 0 ? much / unit : NOT_WHOLE;
        }

        @Override
        public boolean needsMember() {
            return window.needsMember();
        }

        @Override
        public long leastDays() {
            if (window instanceof Dates) {
                return Long.MIN_VALUE;
            }
            return EpochDays.leastDays(period) - (isEnd ? 0 : window.mostDays());
        }

        @Override
        public long mostDays() {
            if (window instanceof Dates) {
                return Long.MAX_VALUE;
            }
            return EpochDays.mostDays(period) + (isEnd ? window.mostDays() : 0);
        }

        @Override
        public String describe(String beginning) {
            String border = "at the " + (isEnd ? "end" : "start") + " of the " + window.noun();
            return window instanceof Dates ? border : period + " after " + beginning + ", " + border;
        }
    }

    /**
     * A period later than another moment.
     *
     * @param moment the other
     * @param period how much later
     */
    record Later(Moment moment, Period period) implements Moment {
        /** Checks that both are given. */
        public Later {
            requireNonNull(moment, "moment");
            requireNonNull(period, "period");
        }

        private long later(long micros, CivilZone zone) {
            return micros == Timestamps.NEVER ? micros : zone.plus(micros, period);
        }

        @Override
        public long from(long micros, CivilZone zone, long memberSince) {
            return later(moment.from(micros, zone, memberSince), zone);
        }

        @Override
        public long fromEndOf(BoundedWindow window, long number, CivilZone zone, long memberSince) {
            return later(moment.fromEndOf(window, number, zone, memberSince), zone);
        }

        @Override
        public boolean needsMember() {
            return moment.needsMember();
        }

        @Override
        public long leastDays() {
            long least = moment.leastDays();
            return least == Long.MIN_VALUE || least == Long.MAX_VALUE ? least : least + EpochDays.leastDays(period);
        }

        @Override
        public long mostDays() {
            long most = moment.mostDays();
            return most == Long.MAX_VALUE ? most : most + EpochDays.mostDays(period);
        }

        @Override
        public String describe(String beginning) {
            return moment.describe(beginning) + ", plus " + period;
        }
    }

    /**
     * The earlier of two moments.
     *
     * @param one the one
     * @param other the other
     */
    record Earlier(Moment one, Moment other) implements Moment {
        /** Checks that both are given. */
        public Earlier {
            requireNonNull(one, "one");
            requireNonNull(other, "other");
        }

        @Override
        public long from(long micros, CivilZone zone, long memberSince) {
            return Math.min(one.from(micros, zone, memberSince), other.from(micros, zone, memberSince));
        }

        @Override
        public long fromEndOf(BoundedWindow window, long number, CivilZone zone, long memberSince) {
            return Math.min(
                    one.fromEndOf(window, number, zone, memberSince),
                    other.fromEndOf(window, number, zone, memberSince));
        }

        @Override
        public boolean needsMember() {
            return one.needsMember() || other.needsMember();
        }

        @Override
        public long leastDays() {
            return Math.min(one.leastDays(), other.leastDays());
        }

        @Override
        public long mostDays() {
            return Math.min(one.mostDays(), other.mostDays());
        }

        @Override
        public String describe(String beginning) {
            return "the earlier of " + one.describe(beginning) + " and " + other.describe(beginning);
        }
    }

    /** Never. */
    record Never() implements Moment {
        @Override
        public long from(long micros, CivilZone zone, long memberSince) {
            return Timestamps.NEVER;
        }

        @Override
        public long fromEndOf(BoundedWindow window, long number, CivilZone zone, long memberSince) {
            return Timestamps.NEVER;
        }

        @Override
        public boolean needsMember() {
            return false;
        }

        @Override
        public long leastDays() {
            return Long.MAX_VALUE;
        }

        @Override
        public long mostDays() {
            return Long.MAX_VALUE;
        }

        @Override
        public String describe(String beginning) {
            return "never";
        }
    }
}
