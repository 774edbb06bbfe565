package dev.laurel.program;

import static java.util.Objects.requireNonNull;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.time.Expiry;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A point currency of a program and what becomes of its points.
 *
 * @param currency the currency
 * @param terms its terms
 */
public record PointPolicy(PointCurrency currency, PointTerms terms) {
    /** Checks that both are given. */
    public PointPolicy {
        requireNonNull(currency, "currency");
        requireNonNull(terms, "terms");
    }

    /** When its points expire. */
    public Expiry expiry() {
        return terms.expiry();
    }

    /** What becomes of points that are to be taken but are not there. */
    public ShortfallPolicy shortfall() {
        return terms.shortfall();
    }

    /** How old points must be for customers to give them to each other; zero for any, null if they may not. */
    public @Nullable Period transferAge() {
        return terms.transferAge();
    }

    /** How much longer than their own date points can be spent that came back. */
    public Period extension() {
        return terms.extension();
    }

    /** Whether customers may give its points to each other. */
    public boolean isTransferable() {
        return terms.isTransferable();
    }

    /** The policy in words, for a program's stable text. */
    public String describe() {
        return currency.id() + ": " + terms.describe();
    }
}
