package dev.laurel.engine;

import dev.laurel.occasion.Sum;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sum that a program asks for, as it is.
 *
 * @param sum the sum
 * @param counted what is counted so far in the present window, as the sum is kept: in millionths of money or of a quantity, or as a number
 * @param windowEnds when that window ends, or null where sums go back from any date, or never end
 */
public record SumProgress(Sum sum, long counted, @Nullable Instant windowEnds) {
    /** What is counted so far: an amount of money, or a number. */
    public BigDecimal found() {
        return sum.inUnits(counted);
    }
}
