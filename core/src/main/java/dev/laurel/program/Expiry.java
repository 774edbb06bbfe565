package dev.laurel.program;

import com.google.common.collect.ImmutableSortedSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Collectors;

/** When points of a currency expire. Periods are civil: twelve months, not 365 times 24 hours. */
public sealed interface Expiry {
    /** Never. */
    static Expiry never() {
        return new Never();
    }

    /** So long after they were earned, to the instant. */
    static Expiry after(Period period) {
        return new After(period);
    }

    /** So long after they were earned, down to the start of the day, month, quarter or year that this falls in. */
    static Expiry atStartOf(CalendarUnit unit, Period period) {
        return new AtStartOf(unit, period);
    }

    /** So long after they were earned, up to the end of the day, month, quarter or year that this falls in. */
    static Expiry atEndOf(CalendarUnit unit, Period period) {
        return new AtEndOf(unit, period);
    }

    /** All together, so long after the customer last purchased or redeemed anything, to the instant. */
    static Expiry afterInactivityOf(Period period) {
        return new AfterInactivity(period, ImmutableSortedSet.copyOf(Activity.values()));
    }

    /** The expiry in words that read after "expires". */
    String describe();

    /** What counts as activity of a customer. */
    enum Activity {
        /** A purchase of anything. */
        PURCHASE("purchase"),
        /** A redemption of any reward. */
        REDEMPTION("redemption"),
        /** Points of a hold that are taken for good. */
        CAPTURE("capture");

        private final String words;

        Activity(String words) {
            this.words = words;
        }
    }

    /** An expiry that gives points a date of their own when they are earned. */
    sealed interface Dated extends Expiry {
        /** From when points are gone that were earned at an instant. */
        Instant expiryOf(Instant earned, ZoneId zone);

        /** The period in it. */
        Period period();
    }

    /** Never. */
    record Never() implements Expiry {
        @Override
        public String describe() {
            return "never";
        }
    }

    /**
     * After a period, to the instant.
     *
     * @param period how long
     */
    record After(Period period) implements Dated {
        @Override
        public Instant expiryOf(Instant earned, ZoneId zone) {
            return earned.atZone(zone).plus(period).toInstant();
        }

        @Override
        public String describe() {
            return period + " after earning";
        }
    }

    /**
     * At the start of the calendar unit that the end of the period falls in.
     *
     * @param unit the unit
     * @param period how long after earning
     */
    record AtStartOf(CalendarUnit unit, Period period) implements Dated {
        @Override
        public Instant expiryOf(Instant earned, ZoneId zone) {
            ZonedDateTime end = earned.atZone(zone).plus(period);
            return unit.startOf(end.toLocalDate()).atStartOfDay(zone).toInstant();
        }

        @Override
        public String describe() {
            return period + " after earning, at the start of the " + unit.describe();
        }
    }

    /**
     * At the end of the calendar unit that the end of the period falls in.
     *
     * @param unit the unit
     * @param period how long after earning
     */
    record AtEndOf(CalendarUnit unit, Period period) implements Dated {
        @Override
        public Instant expiryOf(Instant earned, ZoneId zone) {
            LocalDate end = earned.atZone(zone).plus(period).toLocalDate();
            return unit.startOfNext(end).atStartOfDay(zone).toInstant();
        }

        @Override
        public String describe() {
            return period + " after earning, at the end of the " + unit.describe();
        }
    }

    /**
     * After a period without activity. One timer moves all points of the currency; when it has run out, the next credit starts
     * it anew.
     *
     * @param period how long
     * @param activities what counts
     */
    record AfterInactivity(Period period, Set<Activity> activities) implements Expiry {
        /** Takes a copy of the activities. */
        public AfterInactivity {
            activities = ImmutableSortedSet.copyOf(activities);
        }

        /** When the timer runs out that an activity started or restarted. */
        public Instant runsOut(Instant activity, ZoneId zone) {
            return activity.atZone(zone).plus(period).toInstant();
        }

        @Override
        public String describe() {
            return period + " after the last "
                    + activities.stream().map(activity -> activity.words).collect(Collectors.joining(" or "));
        }
    }
}
