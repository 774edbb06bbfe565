package dev.laurel.money;

import dev.laurel.id.Identifiers;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Exact decimals of up to six fraction digits as a whole number of millionths: fast to add, exact, and small whatever the
 * history. What does not fit is refused before it costs anything, for a decimal with a vast exponent is a bomb.
 */
final class Millionths {
    static final long ONE = 1_000_000L;
    static final int DIGITS = 6;
    static final long MAX_WHOLE = 9_000_000_000_000L;

    static final long MAX = MAX_WHOLE * ONE;
    private static final int MAX_TEXT = 40;
    private static final int MAX_BITS = 128;
    private static final int MAX_SCALE = 30;

    /** So many digits before the point are never out of range. */
    private static final int PLAIN_WHOLE_DIGITS = 12;

    private static final long NOT_PLAIN = Long.MIN_VALUE;

    private Millionths() {}

    static long of(String what, String decimal) {
        long plain = ofPlain(decimal);
        if (plain != NOT_PLAIN) {
            return plain;
        }
        if (decimal.length() > MAX_TEXT) {
            throw new IllegalArgumentException(
                    what + " must have at most " + MAX_TEXT + " characters, but had " + decimal.length());
        }
        BigDecimal parsed;
        try {
            parsed = new BigDecimal(decimal);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    what + " must be a decimal such as '12.50', but was '" + Identifiers.shown(decimal) + "'", e);
        }
        return of(what, parsed);
    }

    /**
     * What a decimal of a few ASCII digits comes to, which nearly all are, or {@link #NOT_PLAIN}: a history has many amounts, and a
     * BigDecimal for each costs ten times as much.
     */
    private static long ofPlain(String decimal) {
        int point = decimal.indexOf('.');
        int wholeDigits = point < 0 ? decimal.length() : point;
        int fractionDigits = point < 0 ? 0 : decimal.length() - point - 1;
        boolean isShort = wholeDigits >= 1 && wholeDigits <= PLAIN_WHOLE_DIGITS && fractionDigits <= DIGITS;
        if (!isShort || point == decimal.length() - 1) {
            return NOT_PLAIN;
        }
        long digits = 0;
        for (int i = 0; i < decimal.length(); i++) {
            char c = decimal.charAt(i);
            if (i != point) {
                if (c < '0' || c > '9') {
                    return NOT_PLAIN;
                }
                digits = digits * 10 + (c - '0');
            }
        }
        for (int i = fractionDigits; i < DIGITS; i++) {
            digits *= 10;
        }
        return digits;
    }

    static long of(String what, BigDecimal decimal) {
        if (decimal.signum() == 0) {
            return 0;
        }
        boolean isLong = decimal.unscaledValue().bitLength() > MAX_BITS;
        if (decimal.scale() < -MAX_SCALE || (isLong && decimal.scale() <= DIGITS)) {
            throw outOfRange(what);
        }
        if (decimal.scale() > MAX_SCALE || isLong) {
            // Without the decimal, which can be a million digits long.
            throw new IllegalArgumentException(
                    what + " must have at most " + DIGITS + " fraction digits, but had " + decimal.scale());
        }
        BigInteger scaled;
        try {
            scaled = decimal.setScale(DIGITS).unscaledValue();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    what + " must have at most " + DIGITS + " fraction digits, but was " + decimal.toPlainString(), e);
        }
        if (scaled.bitLength() > Long.SIZE - 1) {
            throw outOfRange(what);
        }
        return checked(what, scaled.longValue());
    }

    static long checked(String what, long millionths) {
        if (millionths > MAX || millionths < -MAX) {
            throw outOfRange(what);
        }
        return millionths;
    }

    static long plus(String what, long left, long right) {
        long sum = left + right;
        if (((left ^ sum) & (right ^ sum)) < 0 || sum > MAX || sum < -MAX) {
            throw new AmountOverflowException(what + " went past " + MAX_WHOLE);
        }
        return sum;
    }

    /** The decimal with at least the given number of fraction digits and no needless zeros beyond them. */
    static BigDecimal toDecimal(long millionths, int fractionDigits) {
        BigDecimal exact = BigDecimal.valueOf(millionths, DIGITS).stripTrailingZeros();
        return exact.scale() < fractionDigits ? exact.setScale(fractionDigits) : exact;
    }

    private static IllegalArgumentException outOfRange(String what) {
        return new IllegalArgumentException(what + " must lie between -" + MAX_WHOLE + " and " + MAX_WHOLE);
    }
}
