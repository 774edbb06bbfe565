package dev.laurel.counter;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.time.CalendarWindow;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How much a rule may award: what is over is trimmed, and the explanation tells by how much. A cap of a rule that earns counts what
 * its multipliers add too; a cap of a multiplier counts what that multiplier adds. What a later return takes back makes room again.
 *
 * @param measure what is counted
 * @param limit how much of it is allowed
 * @param span in what it is counted
 * @param window for {@link Span#WINDOW}, the calendar window, in the program's zone; otherwise null
 */
public record Cap(
        Measure measure, long limit, Span span, @Nullable CalendarWindow window) {
    /** By measure, span and window; a rule has no two caps of which all three are the same. */
    public static final Comparator<Cap> BY_WHAT_IS_COUNTED = Comparator.comparing(Cap::measure)
            .thenComparing(Cap::span)
            .thenComparing(Cap::window, Comparator.nullsFirst(Comparator.naturalOrder()));

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

    /** In what a cap counts. */
    public enum Span {
        /** In each purchase. */
        PURCHASE,
        /** In each calendar window. */
        WINDOW,
        /** In the whole life of the account. */
        LIFETIME
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the limit is not positive, a window is given without need or is missing, or uses are
     *     counted in each purchase
     */
    public Cap {
        checkArgument(limit > 0, "limit of a cap must be positive, but was %s", limit);
        checkArgument((span == Span.WINDOW) == (window != null), "a cap must have a window if it counts in one");
        checkArgument(
                measure != Measure.USES || span != Span.PURCHASE,
                "uses cannot be capped in a purchase, which is one use");
    }

    /** At most so many points in a purchase. */
    public static Cap pointsPerPurchase(long limit) {
        return new Cap(Measure.POINTS, limit, Span.PURCHASE, null);
    }

    /** At most so many points in a calendar window. */
    public static Cap pointsPer(CalendarWindow window, long limit) {
        return new Cap(Measure.POINTS, limit, Span.WINDOW, window);
    }

    /** At most so many points ever. */
    public static Cap pointsEver(long limit) {
        return new Cap(Measure.POINTS, limit, Span.LIFETIME, null);
    }

    /** At most so many purchases in a calendar window. */
    public static Cap usesPer(CalendarWindow window, long limit) {
        return new Cap(Measure.USES, limit, Span.WINDOW, window);
    }

    /** At most so many purchases ever. */
    public static Cap usesEver(long limit) {
        return new Cap(Measure.USES, limit, Span.LIFETIME, null);
    }

    /** The cap in words that read after "at most", such as {@code 100 points per calendar month}. */
    public String describe() {
        return limit + " " + measure.singular + (limit == 1 ? "" : "s")
                + switch (span) {
                    case PURCHASE -> " per purchase";
                    case WINDOW -> " per " + (window == null ? "" : window.describe());
                    case LIFETIME -> " ever";
                };
    }
}
