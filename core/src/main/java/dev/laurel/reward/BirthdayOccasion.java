package dev.laurel.reward;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.condition.Facts;
import dev.laurel.condition.Mentions;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.LeapDay;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.CivilZone;
import dev.laurel.time.Moment;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A birthday, once a year however often the date is edited.
 *
 * <p>A claim is for the birthday for which the offer is open then, and two claimed birthdays lie at least 365 days apart.
 *
 * @param opening from when and until when it is open
 * @param tierOpenings when else it is open to members of given tiers or above, by ascending tier; the last that a member's tier
 *     reaches counts
 * @param knownFor how long the birthday must have been on file before a claim
 * @param purchasedFor how long before the offer opened a first purchase must have been made, or null if none is needed
 */
public record BirthdayOccasion(
        Opening opening,
        List<TierOpening> tierOpenings,
        Period knownFor,
        @Nullable Period purchasedFor) implements Occasion {
    /** How many days lie at least between two claimed birthdays. */
    public static final int LEAST_DAYS_BETWEEN = 365;

    /** For how many days from a birthday on an offer is open at most, so that two birthdays never meet. */
    public static final int MOST_DAYS_OPEN = 180;

    /**
     * When an offer is open for a birthday.
     *
     * @param until until when it is open from the start of the birthday on, worked out from that, or null for the calendar month of the
     *     birthday
     */
    public record Opening(@Nullable Moment until) {
        /** From the start of the birthday on, until a moment that is worked out from it. */
        public static Opening until(Moment moment) {
            return new Opening(requireNonNull(moment, "moment"));
        }

        /** In the calendar month of the birthday. */
        public static Opening inItsMonth() {
            return new Opening(null);
        }

        /**
         * The date of the birthday for which it is open at an instant, if it is for any.
         *
         * @param memberSince the day on which the membership begins, counted from 1970
         */
        public Optional<LocalDate> birthdayAt(
                Instant at, Birthday birthday, LeapDay leapDay, CivilZone zone, long memberSince) {
            int present = zone.dateOf(at).getYear();
            for (int year = present; year >= present - 1; year--) {
                LocalDate candidate = birthday.inYear(year, leapDay);
                if (isOpen(candidate, at, zone, memberSince)) {
                    return Optional.of(candidate);
                }
            }
            return Optional.empty();
        }

        private boolean isOpen(LocalDate birthday, Instant at, CivilZone zone, long memberSince) {
            long start = zone.startMicrosOf(birthday.toEpochDay());
            long now = Timestamps.micros(at);
            return zone.startMicrosOf(firstDay(birthday)) <= now && now < end(start, zone, memberSince);
        }

        /** From when on it is open for a birthday. */
        public Instant startFor(LocalDate birthday, CivilZone zone) {
            return Timestamps.ofMicros(zone.startMicrosOf(firstDay(birthday)));
        }

        private long firstDay(LocalDate birthday) {
            return (until == null ? birthday.withDayOfMonth(1) : birthday).toEpochDay();
        }

        /** Until when it is open for a birthday. */
        public Instant endFor(LocalDate birthday, CivilZone zone, long memberSince) {
            return Timestamps.ofMicros(end(zone.startMicrosOf(birthday.toEpochDay()), zone, memberSince));
        }

        private long end(long start, CivilZone zone, long memberSince) {
            return (until == null ? Moment.endOf(BoundedWindow.MONTH) : until).from(start, zone, memberSince);
        }

        private boolean needsMember() {
            return until != null && until.needsMember();
        }

        /** The opening in words, such as {@code in the month of the birthday}. */
        public String describe() {
            if (until == null) {
                return "in the month of the birthday";
            }
            return until instanceof Moment.After after
                    ? "for " + after.period() + " from the birthday on"
                    : "from the birthday on until " + until.describe("its start");
        }
    }

    /**
     * When it is open to members of a tier and those above it.
     *
     * @param tier from which tier on
     * @param opening when
     */
    public record TierOpening(Tier tier, Opening opening) {
        /** Checks that both are given. */
        public TierOpening {
            requireNonNull(tier, "tier");
            requireNonNull(opening, "opening");
        }
    }

    /**
     * Takes a copy of the list.
     *
     * @throws IllegalArgumentException if a period is negative, or that of a purchase is zero
     */
    public BirthdayOccasion {
        requireNonNull(opening, "opening");
        tierOpenings = ImmutableList.copyOf(tierOpenings);
        requireNotNegative(knownFor);
        if (purchasedFor != null) {
            requireNotNegative(purchasedFor);
            checkArgument(
                    !purchasedFor.isZero(),
                    "a purchase must have been made some time before; that there was one at all is a condition on the sum of a counter");
        }
    }

    private static void requireNotNegative(Period period) {
        boolean negative = period.getYears() < 0 || period.getMonths() < 0 || period.get(ChronoUnit.DAYS) < 0;
        checkArgument(!negative, "a period before a claim must not be negative, but was %s", period);
    }

    /** A birthday that only needs to be on file, open on the day alone. */
    public static BirthdayOccasion onTheDay() {
        Opening day = Opening.until(Moment.after(Period.ofDays(1)));
        return new BirthdayOccasion(day, List.of(), Period.ZERO, null);
    }

    /** A copy that is open then, to those of whose tier nothing else is said. */
    public BirthdayOccasion open(Opening other) {
        return new BirthdayOccasion(other, tierOpenings, knownFor, purchasedFor);
    }

    /** A copy that is open at another time to members of a tier and those above it. */
    public BirthdayOccasion from(Tier tier, Opening openingOfTier) {
        List<TierOpening> more = new ArrayList<>(tierOpenings);
        more.add(new TierOpening(tier, openingOfTier));
        return new BirthdayOccasion(opening, more, knownFor, purchasedFor);
    }

    /** A copy for which the birthday must have been on file so long. */
    public BirthdayOccasion knownFor(Period period) {
        return new BirthdayOccasion(opening, tierOpenings, period, purchasedFor);
    }

    /** A copy for which a first purchase must have been made so long before the offer opened. */
    public BirthdayOccasion purchasedFor(Period period) {
        return new BirthdayOccasion(opening, tierOpenings, knownFor, requireNonNull(period, "period"));
    }

    @Override
    public boolean needsMember() {
        return opening.needsMember()
                || tierOpenings.stream().anyMatch(other -> other.opening().needsMember());
    }

    @Override
    public Mentions mentions() {
        return tierOpenings.stream().map(other -> Mentions.of(other.tier())).reduce(Mentions.NOTHING, Mentions::and);
    }

    /** When it is open to a member: the last opening that the member's tier reaches, or the one of everybody. */
    public Opening openingFor(Facts member) {
        Opening reached = opening;
        for (TierOpening other : tierOpenings) {
            reached = member.holdsAtLeast(other.tier()) ? other.opening() : reached;
        }
        return reached;
    }

    @Override
    public String describe() {
        StringBuilder text = new StringBuilder(opening.describe());
        for (TierOpening other : tierOpenings) {
            text.append(", from ")
                    .append(other.tier().id())
                    .append(" on ")
                    .append(other.opening().describe());
        }
        if (!knownFor.isZero()) {
            text.append(", on file for ").append(knownFor);
        }
        if (purchasedFor != null) {
            text.append(", with a purchase ").append(purchasedFor).append(" before");
        }
        return text.toString();
    }
}
