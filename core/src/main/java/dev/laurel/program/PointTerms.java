package dev.laurel.program;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Lists;
import dev.laurel.tier.Tier;
import dev.laurel.time.Expiry;
import dev.laurel.time.Inactivity;
import dev.laurel.time.Moment;
import java.time.Period;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the points of a currency.
 *
 * @param expiry when they expire
 * @param suspending the tiers that suspend that: while a customer holds one of them, points keep their dates, but expire neither at them
 *     nor by inactivity
 * @param afterwards when the points expire that were held when such a tier ended by itself, counted from then, or at their own date if that
 *     is later; null for when they would if they were earned then. When a return undoes the tier, they have their own dates again
 * @param shortfall what becomes of points that are to be taken but are not there
 * @param transferAge how old points must be, since they were earned, for customers to give them to each other; zero for any, null
 *     if they may not
 * @param extension how much longer than their own date points can be spent that came back from a redemption or a hold, zero unless
 *     said
 */
public record PointTerms(
        Expiry expiry,
        Set<Tier> suspending,
        @Nullable Moment afterwards,
        ShortfallPolicy shortfall,
        @Nullable Period transferAge,
        Period extension) {
    /**
     * Checks that all is said, and takes a copy of the tiers.
     *
     * @throws IllegalArgumentException if a period is negative or of more than 1,000 years
     */
    public PointTerms {
        requireNonNull(expiry, "expiry");
        suspending = ImmutableSortedSet.copyOf(Comparator.comparing(Tier::id), suspending);
        requireNonNull(shortfall, "shortfall");
        requireUsual("age of points that are transferred", transferAge == null ? Period.ZERO : transferAge);
        requireUsual("extension of points that come back", extension);
    }

    private static void requireUsual(String what, Period period) {
        checkArgument(
                !ProgramCheck.isNegative(period) && !ProgramCheck.isVast(period),
                "%s must be a period of zero to 1000 years, but was %s",
                what,
                period);
    }

    /** Points that expire so; they are owed where they are missing, stay with their customer, and come back with the dates that they had. */
    public static PointTerms expiring(Expiry expiry) {
        return new PointTerms(expiry, Set.of(), null, ShortfallPolicy.OWE, null, Period.ZERO);
    }

    /**
     * Whether points expire as by the terms of the next version.
     *
     * @param inPlace the tier of that version on which members of a tier of this one stand
     */
    public boolean expiresAs(PointTerms later, UnaryOperator<Tier> inPlace) {
        return expiry.equals(later.expiry)
                && suspending.stream().map(inPlace).collect(Collectors.toSet()).equals(later.suspending)
                && Objects.equals(afterwards, later.afterwards);
    }

    /** A copy whose expiry is suspended while a customer holds one of these tiers. */
    public PointTerms suspendedFor(Tier first, Tier... more) {
        return new PointTerms(
                expiry,
                ImmutableSortedSet.copyOf(Comparator.comparing(Tier::id), Lists.asList(first, more)),
                afterwards,
                shortfall,
                transferAge,
                extension);
    }

    /** A copy by which points that were held when a tier that suspends expiry ended by itself expire so, counted from then. */
    public PointTerms thenExpiring(Moment moment) {
        return new PointTerms(expiry, suspending, requireNonNull(moment, "moment"), shortfall, transferAge, extension);
    }

    /** A copy by which points that are to be taken but are not there are forgotten. */
    public PointTerms forgettingWhatIsMissing() {
        return new PointTerms(expiry, suspending, afterwards, ShortfallPolicy.CLAMP, transferAge, extension);
    }

    /** A copy by which customers may give its points to each other. */
    public PointTerms transferable() {
        return transferableAfter(Period.ZERO);
    }

    /**
     * A copy by which customers may give its points to each other that were earned so long ago.
     *
     * @throws IllegalArgumentException if the period is negative or of more than 1,000 years
     */
    public PointTerms transferableAfter(Period age) {
        return new PointTerms(expiry, suspending, afterwards, shortfall, requireNonNull(age, "age"), extension);
    }

    /**
     * A copy by which points that come back can be spent until so long after their own date. Points keep the
     * date with which they were sent or brought over.
     *
     * @throws IllegalArgumentException if the period is negative or of more than 1,000 years
     */
    public PointTerms extendingWhatComesBack(Period period) {
        return new PointTerms(expiry, suspending, afterwards, shortfall, transferAge, requireNonNull(period, "period"));
    }

    /** Whether customers may give its points to each other. */
    public boolean isTransferable() {
        return transferAge != null;
    }

    /** Whether the start of a membership decides when they expire. */
    boolean needsMember() {
        return expiry.date().needsMember() || (afterwards != null && afterwards.needsMember());
    }

    /** The moment that gives dated points their least date when a tier ends that suspended their expiry, or never. */
    public Moment dateOnLeaving() {
        return afterwards == null ? expiry.date() : afterwards;
    }

    /** The moment at which the timer of inactivity runs out at least when such a tier ends, or never where there is no timer. */
    public Moment timerOnLeaving() {
        Inactivity inactivity = expiry.inactivity();
        if (inactivity == null) {
            return Moment.never();
        }
        return afterwards == null ? inactivity.end() : afterwards;
    }

    /** The terms in words, for a program's stable text. */
    public String describe() {
        StringBuilder text = new StringBuilder("expires ").append(expiry.describe());
        if (!suspending.isEmpty()) {
            text.append(", suspended for ")
                    .append(suspending.stream().map(Tier::id).collect(Collectors.joining(" and ")));
        }
        if (afterwards != null) {
            text.append(", then ").append(afterwards.describe("leaving"));
        }
        text.append(", ").append(shortfall.describe());
        if (transferAge != null) {
            text.append(", can be transferred");
            text.append(transferAge.isZero() ? "" : " " + transferAge + " after earning");
        }
        if (!extension.isZero()) {
            text.append(", ").append(extension).append(" longer where it comes back");
        }
        return text.toString();
    }
}
