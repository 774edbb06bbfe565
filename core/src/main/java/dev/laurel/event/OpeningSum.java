package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.id.Identifiers;
import dev.laurel.money.Money;
import dev.laurel.time.Timestamps;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a customer has done in another system, as a counter of the program counts it. It counts in every window that the program asks of
 * that counter, in that of its date.
 *
 * <p>Of days and of different values only the number is brought, and is added to what is counted here: a category that was bought there and is
 * bought here counts twice.
 *
 * @param counter the id of the counter
 * @param at when it was done, which decides in which windows it counts
 * @param sum how much: an amount of the program's money, a quantity, or a number; as a number its zeros after the point do not matter
 */
public record OpeningSum(String counter, Instant at, BigDecimal sum) {
    private static final int DIGITS = 6;
    private static final int MAX_BITS = 128;
    private static final BigDecimal MAX = BigDecimal.valueOf(Money.MAX_MILLIONTHS, DIGITS);

    /**
     * Checks it, and drops zeros after the point.
     *
     * @throws IllegalArgumentException if the sum is negative, has more than six decimals or is too large, or the instant is out of range
     */
    public OpeningSum {
        Identifiers.text("counter id", counter, Identifiers.MAX_HOST_ID_LENGTH);
        at = Timestamps.checked("at", at);
        boolean isModest = sum.unscaledValue().bitLength() <= MAX_BITS
                && Math.abs((long) sum.scale()) <= MAX_BITS
                && sum.compareTo(MAX) <= 0;
        checkArgument(isModest, "the sum of counter '%s' must be at most %s", counter, MAX.toPlainString());
        checkArgument(
                sum.signum() >= 0,
                "the sum of counter '%s' must not be negative, but was %s",
                counter,
                sum.toPlainString());
        BigDecimal shortest = sum.stripTrailingZeros();
        checkArgument(
                shortest.scale() <= DIGITS,
                "the sum of counter '%s' must have at most %s decimals, but was %s",
                counter,
                DIGITS,
                sum.toPlainString());
        sum = shortest.setScale(Math.max(0, shortest.scale()));
    }

    /** The sum in millionths. */
    public long millionths() {
        return sum.movePointRight(DIGITS).longValueExact();
    }
}
