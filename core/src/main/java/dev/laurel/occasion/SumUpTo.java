package dev.laurel.occasion;

import static java.util.Objects.requireNonNull;

import dev.laurel.condition.Question;

/**
 * A sum as far as it is compared with a number.
 *
 * @param sum the sum
 * @param most the number
 */
public record SumUpTo(Sum sum, long most) implements Question {
    /** The sum is needed. */
    public SumUpTo {
        requireNonNull(sum, "sum");
    }

    @Override
    public String describe() {
        return sum.describe() + " up to " + most;
    }
}
