package dev.laurel.program;

import static java.util.Objects.requireNonNull;

import dev.laurel.ledger.PointCurrency;

/**
 * A point currency of a program and what becomes of its points.
 *
 * @param currency the currency
 * @param expiry when its points expire
 * @param shortfall what becomes of points that are to be taken but are not there
 */
public record PointPolicy(PointCurrency currency, Expiry expiry, ShortfallPolicy shortfall) {
    /** Checks that all is said. */
    public PointPolicy {
        requireNonNull(currency, "currency");
        requireNonNull(expiry, "expiry");
        requireNonNull(shortfall, "shortfall");
    }

    /** The policy in words, for a program's stable text. */
    public String describe() {
        return currency.id() + ": expires " + expiry.describe() + ", " + shortfall.describe();
    }
}
