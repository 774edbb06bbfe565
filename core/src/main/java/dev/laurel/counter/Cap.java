package dev.laurel.counter;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Window;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How much a rule may award: what is over is trimmed, and the explanation tells by how much. A cap of a rule that earns counts what
 * its multipliers add too; a cap of a multiplier counts what that multiplier adds. What a later return takes back makes room again.
 *
 * @param measure what is counted
 * @param limit how much of it is allowed
 * @param window in what it is counted, or null for each purchase
 */
public record Cap(Measure measure, long limit, @Nullable Window window) {
    /** By measure and window; a rule has no two caps of which both are the same. */
    public static final Comparator<Cap> BY_WHAT_IS_COUNTED =
            Comparator.comparing(Cap::measure).thenComparing(Cap::span).thenComparing(Cap::describeWindow);

    private static final ImmutableList<Window> USUAL = ImmutableList.of(
            BoundedWindow.DAY,
            BoundedWindow.WEEK,
            BoundedWindow.MONTH,
            BoundedWindow.QUARTER,
            BoundedWindow.YEAR,
            Window.EVER);

    /** What a cap counts. */
    public enum Measure {
        /** Points awarded. */
        POINTS("point"),
        /** Purchases that were awarded points. */
        USES("use");

        private final String singular;

        Measure(String singular) {
            this.singular = singular;
        }
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the limit is not positive, or uses are counted in each purchase
     */
    public Cap {
        checkArgument(limit > 0, "limit of a cap must be positive, but was %s", limit);
        checkArgument(
                measure != Measure.USES || window != null, "uses cannot be capped in a purchase, which is one use");
    }

    /** At most so many points in a purchase. */
    public static Cap pointsPerPurchase(long limit) {
        return new Cap(Measure.POINTS, limit, null);
    }

    /** At most so many points in a window. */
    public static Cap pointsPer(Window window, long limit) {
        return new Cap(Measure.POINTS, limit, requireNonNull(window, "window"));
    }

    /** At most so many purchases, or redemptions, in a window. */
    public static Cap usesPer(Window window, long limit) {
        return new Cap(Measure.USES, limit, requireNonNull(window, "window"));
    }

    /** Whether the start of a membership decides where something counts. */
    public boolean needsMember() {
        return window != null && window.needsMember();
    }

    /** Those of a purchase come first, then by the length of the window, then those of other windows. */
    private int span() {
        int usual = window == null ? -1 : USUAL.indexOf(window);
        return window == null || usual >= 0 ? usual : USUAL.size();
    }

    /** In what it counts, in words that read after a count. */
    private String describeWindow() {
        return window == null ? "per purchase" : window.describe();
    }

    /** The cap in words that read after "at most", such as {@code 100 points per calendar month}. */
    public String describe() {
        return limit + " " + measure.singular + (limit == 1 ? "" : "s") + " " + describeWindow();
    }
}
