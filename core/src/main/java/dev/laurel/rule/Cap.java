package dev.laurel.rule;

import com.google.common.collect.ImmutableList;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Window;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How much may be awarded: points ({@link PointCap}) or uses ({@link UseCap}). What is over is trimmed, and the explanation tells by how
 * much. A cap of a multiplier counts what that multiplier adds; one of a rule that earns counts what its multipliers add too; one of a
 * program counts what all rules award. What a later return takes back makes room again.
 */
public sealed interface Cap permits PointCap, UseCap {
    /** By what is counted and in which window, points first; a rule or a program has no two caps that count the same. */
    Comparator<Cap> BY_WHAT_IS_COUNTED = Comparator.comparing(Cap::counted)
            .thenComparing(cap -> spanOf(cap.window()))
            .thenComparing(cap -> describe(cap.window()));

    /** In what it is counted, or null for each purchase. */
    @Nullable
    Window window();

    /** The cap in words that read after "at most", such as {@code 100 points per calendar month}. */
    String describe();

    /** Whether the start of a membership decides where something counts. */
    default boolean needsMember() {
        Window window = window();
        return window != null && window.needsMember();
    }

    private static String counted(Cap cap) {
        return cap instanceof PointCap points
                ? "points of " + points.most().currency().id()
                : "uses";
    }

    /** Those of a purchase come first, then by the length of the window, then those of other windows. */
    private static int spanOf(@Nullable Window window) {
        ImmutableList<Window> usual = ImmutableList.of(
                BoundedWindow.DAY,
                BoundedWindow.WEEK,
                BoundedWindow.MONTH,
                BoundedWindow.QUARTER,
                BoundedWindow.YEAR,
                Window.EVER);
        int place = window == null ? -1 : usual.indexOf(window);
        return window == null || place >= 0 ? place : usual.size();
    }

    /** In what something counts, in words that read after a count. */
    private static String describe(@Nullable Window window) {
        return window == null ? "per purchase" : window.describe();
    }
}
