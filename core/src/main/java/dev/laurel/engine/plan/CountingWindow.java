package dev.laurel.engine.plan;

import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Window;
import org.jspecify.annotations.Nullable;

/** How windows number what happens, for caps, limits and sums alike. */
final class CountingWindow {
    private CountingWindow() {}

    /**
     * The number of the window in which something counts.
     *
     * @param day its day, counted from 1970
     * @param at when it happened, in microseconds since 1970
     */
    static long numberOf(@Nullable Window window, long day, long at, Membership of) {
        if (window instanceof BoundedWindow bounded) {
            return bounded.numberOf(day, of.since());
        }
        if (window instanceof Window.Rolling) {
            return day;
        }
        return window == Window.SINCE_ENROLLMENT && at >= of.enrolled() ? 1 : 0;
    }

    /** Whether what happens on a day is in one of them: in dates that come once, only what happens on these. */
    static boolean isOn(@Nullable Window window, long day) {
        return !(window instanceof Dates dates && dates.numberOf(day, 0) != 0);
    }

    /** The window that goes back from any date, or null if it is none. */
    static Window.@Nullable Rolling rolling(@Nullable Window window) {
        return window instanceof Window.Rolling rolling ? rolling : null;
    }
}
