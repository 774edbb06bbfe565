package dev.laurel.program;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.laurel.ledger.PointCurrency;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A point currency of a program and what becomes of its points.
 *
 * @param currency the currency
 * @param expiry when its points expire
 * @param shortfall what becomes of points that are to be taken but are not there
 * @param transferAge how old points must be, since they were earned, for customers to give them to each other; zero for any, null
 *     if they may not
 * @param extension how much longer than their own date points can be spent that came back from a redemption or a hold, zero unless
 *     said
 */
public record PointPolicy(
        PointCurrency currency,
        Expiry expiry,
        ShortfallPolicy shortfall,
        @Nullable Period transferAge,
        Period extension) {
    /**
     * Checks that all is said.
     *
     * @throws IllegalArgumentException if a period is negative or of more than 1,000 years
     */
    public PointPolicy {
        requireNonNull(currency, "currency");
        requireNonNull(expiry, "expiry");
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

    /** A policy of points that stay with their customer, and come back with the dates that they had. */
    public PointPolicy(PointCurrency currency, Expiry expiry, ShortfallPolicy shortfall) {
        this(currency, expiry, shortfall, null, Period.ZERO);
    }

    /**
     * A copy by which customers may give its points to each other that were earned so long ago.
     *
     * @throws IllegalArgumentException if the period is negative or of more than 1,000 years
     */
    public PointPolicy transferringAfter(Period age) {
        return new PointPolicy(currency, expiry, shortfall, requireNonNull(age, "age"), extension);
    }

    /**
     * A copy by which points that come back can be spent until so long after their own date. Points keep the
     * date with which they were sent or brought over.
     *
     * @throws IllegalArgumentException if the period is negative or of more than 1,000 years
     */
    public PointPolicy extendingWhatComesBack(Period period) {
        return new PointPolicy(currency, expiry, shortfall, transferAge, requireNonNull(period, "period"));
    }

    /** Whether customers may give its points to each other. */
    public boolean isTransferable() {
        return transferAge != null;
    }

    /** The policy in words, for a program's stable text. */
    public String describe() {
        StringBuilder text = new StringBuilder(currency.id())
                .append(": expires ")
                .append(expiry.describe())
                .append(", ")
                .append(shortfall.describe());
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
