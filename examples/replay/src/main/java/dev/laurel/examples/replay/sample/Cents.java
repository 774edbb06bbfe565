package dev.laurel.examples.replay.sample;

/** Money in whole cents. */
final class Cents {
    /** Sales tax of New York City, 8.875 %, in a hundred thousandths. */
    private static final long TAX_RATE = 8_875;

    private static final long TAX_UNIT = 100_000;
    private static final long PER_DOLLAR = 100;

    private Cents() {}

    /** The tax on an amount, half a cent up. */
    static long tax(long cents) {
        return (cents * TAX_RATE + TAX_UNIT / 2) / TAX_UNIT;
    }

    /** What is left of an amount at so many percent off, half a cent up. */
    static long reduced(long cents, int percentOff) {
        return (cents * (100 - percentOff) + 50) / 100;
    }

    /** Dollars with two digits after the point, as histories write amounts. */
    static String text(long cents) {
        long rest = cents % PER_DOLLAR;
        return cents / PER_DOLLAR + (rest < 10 ? ".0" : ".") + rest;
    }
}
