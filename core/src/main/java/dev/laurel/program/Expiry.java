package dev.laurel.program;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.laurel.tier.Tier;
import dev.laurel.time.CalendarWindow;
import dev.laurel.time.CivilZone;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When points of a currency expire. Periods are civil: twelve months, not 365 times 24 hours. */
public sealed interface Expiry {
    /** Never. */
    static Expiry never() {
        return new Never();
    }

    /** So long after they were earned, to the instant. */
    static Dated after(Period period) {
        return new After(period);
    }

    /** So long after they were earned, down to the start of the calendar window that this falls in. */
    static Dated atStartOf(CalendarWindow window, Period period) {
        return new AtStartOf(window, period);
    }

    /** So long after they were earned, up to the end of the calendar window that this falls in. */
    static Dated atEndOf(CalendarWindow window, Period period) {
        return new AtEndOf(window, period);
    }

    /** All together, so long after the customer last purchased, redeemed or captured anything, to the instant. */
    static AfterInactivity afterInactivityOf(Period period) {
        return new AfterInactivity(period, ImmutableSortedSet.copyOf(Activity.values()), Set.of());
    }

    /** The expiry in words that read after "expires". */
    String describe();

    /** What counts as activity of a customer. */
    enum Activity {
        /** A purchase that counts: something that the program covers is paid in money. */
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

    /** An expiry that can be suspended while a customer holds certain tiers. */
    sealed interface Suspendable extends Expiry {
        /**
         * It is suspended while a customer holds one of these tiers. When they end by themselves, the points then held expire as if they
         * had been earned at that instant, or at their own date if that is later.
         */
        default Suspended suspendedFor(Tier... tiers) {
            return new Suspended(this, Sets.newLinkedHashSet(Arrays.asList(tiers)), afresh());
        }

        /** What gives points a date of their own when it begins anew at an instant. */
        Dated afresh();
    }

    /** An expiry that gives points a date of their own when they are earned. */
    sealed interface Dated extends Suspendable {
        /** From when points are gone that were earned at an instant. */
        Instant expiryOf(Instant earned, CivilZone zone);

        /** The period in it. */
        Period period();

        /** The expiry in words that read after "expires", for a period that something begins. */
        String describeAfter(String beginning);

        @Override
        default String describe() {
            return describeAfter("earning");
        }

        /** The same expiry, but its period begins when the points become available. */
        default FromAvailability countedFromAvailability() {
            return new FromAvailability(this);
        }

        @Override
        default Dated afresh() {
            return this;
        }
    }

    /**
     * So long after points became available, which is after they were earned where a rule holds them back.
     *
     * @param expiry the expiry, whose period begins then
     */
    record FromAvailability(Dated expiry) implements Suspendable {
        @Override
        public Dated afresh() {
            return expiry;
        }

        @Override
        public String describe() {
            return expiry.describeAfter("becoming available");
        }
    }

    /**
     * Suspended while a customer holds one of some tiers: points keep their dates, but expire neither at them nor by inactivity. When
     * the tiers end by themselves, all points then held get the later of their date and a new one, or time to be active anew; when a
     * return undoes them, they have their own dates again.
     *
     * @param expiry the expiry while it is not suspended
     * @param tiers the tiers that suspend it
     * @param afterwards when the points expire that were held on leaving these tiers, counted from then; of those that expire
     *     after inactivity, not before the last activity would let them
     */
    record Suspended(Suspendable expiry, Set<Tier> tiers, Dated afterwards) implements Expiry {
        /** Takes a copy of the tiers. */
        public Suspended {
            requireNonNull(expiry, "expiry");
            tiers = ImmutableSortedSet.copyOf(Comparator.comparing(Tier::id), tiers);
            requireNonNull(afterwards, "afterwards");
        }

        /** A copy by which points that were held on leaving the tiers expire so, counted from then. */
        public Suspended thenExpiring(Dated afterwards) {
            return new Suspended(expiry, tiers, afterwards);
        }

        @Override
        public String describe() {
            return expiry.describe() + ", suspended for "
                    + tiers.stream().map(Tier::id).collect(Collectors.joining(" and "))
                    + ", then " + afterwards.describeAfter("leaving");
        }
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
        public Instant expiryOf(Instant earned, CivilZone zone) {
            return zone.plus(earned, period);
        }

        @Override
        public String describeAfter(String beginning) {
            return period + " after " + beginning;
        }
    }

    /**
     * At the start of the calendar window that the end of the period falls in.
     *
     * @param window the window
     * @param period how long after earning
     */
    record AtStartOf(CalendarWindow window, Period period) implements Dated {
        @Override
        public Instant expiryOf(Instant earned, CivilZone zone) {
            return window.startOf(window.numberAt(zone.plus(earned, period), zone), zone);
        }

        @Override
        public String describeAfter(String beginning) {
            return period + " after " + beginning + ", at the start of the " + window.noun();
        }
    }

    /**
     * At the end of the calendar window that the end of the period falls in.
     *
     * @param window the window
     * @param period how long after earning
     */
    record AtEndOf(CalendarWindow window, Period period) implements Dated {
        @Override
        public Instant expiryOf(Instant earned, CivilZone zone) {
            return window.startOf(window.numberAt(zone.plus(earned, period), zone) + 1, zone);
        }

        @Override
        public String describeAfter(String beginning) {
            return period + " after " + beginning + ", at the end of the " + window.noun();
        }
    }

    /**
     * After a period without activity. One timer moves all points of the currency; when it has run out, the next credit starts
     * it anew.
     *
     * @param period how long
     * @param activities what counts
     * @param named the names of the host's own activities that count too, such as {@code check-in}
     */
    record AfterInactivity(Period period, Set<Activity> activities, Set<String> named) implements Suspendable {
        /** What counts if nothing else is said. */
        private static final Set<Activity> USUAL = Sets.immutableEnumSet(Arrays.asList(Activity.values()));

        /** Takes copies of the activities and names. */
        public AfterInactivity {
            activities = ImmutableSortedSet.copyOf(activities);
            named = ImmutableSortedSet.copyOf(named);
        }

        /** What counts, without activities of the host's own. */
        public AfterInactivity(Period period, Set<Activity> activities) {
            this(period, activities, Set.of());
        }

        /** A copy by which the host's own activities of these names count too. */
        public AfterInactivity countingAlso(String... names) {
            return new AfterInactivity(period, activities, Sets.union(named, ImmutableSortedSet.copyOf(names)));
        }

        /** Whether capturing counts wherever redeeming does, so that nobody needs to tell the two apart. */
        boolean isUsual() {
            return activities.equals(USUAL);
        }

        @Override
        public Dated afresh() {
            return new After(period);
        }

        /** When the timer runs out that an activity started or restarted; both in microseconds since 1970. */
        public long runsOut(long activity, CivilZone zone) {
            return zone.plus(activity, period);
        }

        @Override
        public String describe() {
            return period + " after the last "
                    + Stream.concat(words(), named.stream().map(name -> "'" + name + "'"))
                            .collect(Collectors.joining(" or "));
        }

        /** A capture completes a redemption: where all count, it goes without saying, and where it does not, that is said. */
        private Stream<String> words() {
            boolean onlyCapturesDoNot = USUAL.size() - activities.size() == 1 && !activities.contains(Activity.CAPTURE);
            return activities.stream()
                    .filter(activity -> !isUsual() || activity != Activity.CAPTURE)
                    .map(activity -> onlyCapturesDoNot && activity == Activity.REDEMPTION
                            ? "redemption without a hold"
                            : activity.words);
        }
    }
}
