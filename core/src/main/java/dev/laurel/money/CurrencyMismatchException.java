package dev.laurel.money;

import java.util.Currency;

/** Two amounts of different currencies met where they would have to be of one. */
public final class CurrencyMismatchException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final Currency expected;
    private final Currency actual;

    /** Says which currency was expected and which came. */
    public CurrencyMismatchException(Currency expected, Currency actual) {
        super("amounts of " + expected.getCurrencyCode() + " and " + actual.getCurrencyCode()
                + " cannot be combined; convert one of them first");
        this.expected = expected;
        this.actual = actual;
    }

    /** The currency that was needed. */
    public Currency expected() {
        return expected;
    }

    /** The currency that came. */
    public Currency actual() {
        return actual;
    }
}
