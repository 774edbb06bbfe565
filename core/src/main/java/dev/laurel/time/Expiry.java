package dev.laurel.time;

import static java.util.Objects.requireNonNull;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * When points expire: at a {@link Moment} from when they were earned, or became available; after a period without activity; or at the
 * earlier of the two.
 */
public sealed interface Expiry permits Moment, Expiry.Usable, Inactivity, Expiry.Sooner {
    /** So long after they became available, to the instant. */
    static Usable usableFor(Period period) {
        return usableUntil(Moment.after(period));
    }

    /** At a moment from when they became available. */
    static Usable usableUntil(Moment moment) {
        return new Usable(moment);
    }

    /** All together, so long after the customer last purchased, redeemed or captured anything, to the instant. */
    static Inactivity inactiveFor(Period period) {
        return Inactivity.of(period);
    }

    /** After inactivity, or at a moment from when they were earned, whichever is earlier. */
    static Expiry earlierOf(Inactivity inactivity, Moment moment) {
        return new Sooner(inactivity, moment);
    }

    /** After inactivity, or at a moment from when they became available, whichever is earlier. */
    static Expiry earlierOf(Inactivity inactivity, Usable usable) {
        return new Sooner(inactivity, usable);
    }

    /** The expiry in words that read after "expires". */
    String describe();

    /** The inactivity that ends all points together, or null if none does. */
    default @Nullable Inactivity inactivity() {
        return null;
    }

    /** The moment that gives each credit a date, which is never if none has one. */
    Moment date();

    /** Whether that moment is worked out from when points become available, rather than from when they were earned. */
    default boolean isFromAvailability() {
        return false;
    }

    /** What counts as activity of a customer. */
    enum Activity {
        /** A purchase that counts: something that the program covers is paid in money. */
        PURCHASE("purchase"),
        /** A redemption of any reward. */
        REDEMPTION("redemption"),
        /** Points of a hold that are taken for good. */
        CAPTURE("capture"),
        /** Points of the same currency that a rule or an offer gives. It does not count unless it is named. */
        EARNING("earning");

        private final String words;

        Activity(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * A moment from when points became available, which is after they were earned where a rule says so.
     *
     * @param moment the moment
     */
    record Usable(Moment moment) implements Expiry {
        /** Checks that it is given. */
        public Usable {
            requireNonNull(moment, "moment");
        }

        @Override
        public Moment date() {
            return moment;
        }

        @Override
        public boolean isFromAvailability() {
            return true;
        }

        @Override
        public String describe() {
            return moment.describe("becoming available");
        }
    }

    /**
     * After inactivity or at a date, whichever is earlier.
     *
     * @param inactivity the inactivity, which ends all points together
     * @param dated what gives each credit a date
     */
    record Sooner(Inactivity inactivity, Expiry dated) implements Expiry {
        /** Checks that both are given. */
        public Sooner {
            requireNonNull(inactivity, "inactivity");
            requireNonNull(dated, "dated");
        }

        @Override
        public Moment date() {
            return dated.date();
        }

        @Override
        public boolean isFromAvailability() {
            return dated.isFromAvailability();
        }

        @Override
        public String describe() {
            return "the earlier of " + inactivity.describe() + " and " + dated.describe();
        }
    }
}
