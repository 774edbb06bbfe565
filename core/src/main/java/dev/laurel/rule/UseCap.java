package dev.laurel.rule;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.laurel.time.Window;

/**
 * At most so many uses in a window. A use of a rule, a multiplier or a program is a purchase in which it awards at least one point; a use
 * of a reward is a redemption.
 *
 * @param most how many uses are allowed, more than zero
 * @param window in what they are counted
 */
public record UseCap(long most, Window window) implements Cap {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the number of uses is not positive
     */
    public UseCap {
        checkArgument(most > 0, "uses that a cap allows must be positive, but were %s", most);
        requireNonNull(window, "window");
    }

    /**
     * At most so many uses in a window: in each of its kind, ever, or over a period backwards from any date.
     *
     * @throws IllegalArgumentException if the number of uses is not positive
     */
    public static UseCap of(long most, Window window) {
        return new UseCap(most, window);
    }

    @Override
    public String describe() {
        return most + (most == 1 ? " use " : " uses ") + window.describe();
    }
}
