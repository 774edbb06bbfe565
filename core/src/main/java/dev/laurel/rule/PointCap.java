package dev.laurel.rule;

import static java.util.Objects.requireNonNull;

import dev.laurel.ledger.Points;
import dev.laurel.time.Window;
import org.jspecify.annotations.Nullable;

/**
 * At most so many points of a currency: in each purchase, or in a window. Their currency is the one that is awarded: a cap of a multiplier
 * is in that of the rule which it multiplies.
 *
 * @param most how many points are allowed
 * @param window in what they are counted, or null for each purchase
 */
public record PointCap(Points most, @Nullable Window window) implements Cap {
    /** Checks the points. */
    public PointCap {
        requireNonNull(most, "most");
    }

    /** At most so many points in each purchase. */
    public static PointCap of(Points most) {
        return new PointCap(most, null);
    }

    /** At most so many points in a window: in each of its kind, ever, or over a period backwards from any date. */
    public PointCap per(Window window) {
        return new PointCap(most, requireNonNull(window, "window"));
    }

    @Override
    public String describe() {
        return most + " " + (window == null ? "per purchase" : window.describe());
    }
}
