package dev.laurel.program;

import static java.util.Objects.requireNonNull;

import dev.laurel.ledger.PointCurrency;

/**
 * A point currency of a program and what becomes of its points.
 *
 * @param currency the currency
 * @param expiry when its points expire
 * @param shortfall what becomes of points that are to be taken but are not there
 * @param transferable whether customers may give its points to each other
 */
public record PointPolicy(PointCurrency currency, Expiry expiry, ShortfallPolicy shortfall, boolean transferable) {
    /** Checks that all is said. */
    public PointPolicy {
        requireNonNull(currency, "currency");
        requireNonNull(expiry, "expiry");
        requireNonNull(shortfall, "shortfall");
    }

    /** A policy of points that stay with their customer. */
    public PointPolicy(PointCurrency currency, Expiry expiry, ShortfallPolicy shortfall) {
        this(currency, expiry, shortfall, false);
    }

    /** The policy in words, for a program's stable text. */
    public String describe() {
        return currency.id() + ": expires " + expiry.describe() + ", " + shortfall.describe()
                + (transferable ? ", can be transferred" : "");
    }
}
