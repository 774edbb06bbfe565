package dev.laurel.program;

import dev.laurel.ledger.PointCurrency;

/**
 * A point currency of a program and what becomes of its points.
 *
 * @param currency the currency
 * @param expiry when its points expire
 */
public record PointPolicy(PointCurrency currency, Expiry expiry) {
    /** The policy in words, for a program's stable text. */
    public String describe() {
        return currency.id() + ": expires " + expiry.describe();
    }
}
