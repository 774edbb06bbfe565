package dev.laurel.engine.plan;

import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Window;
import org.jspecify.annotations.Nullable;

/**
 * In what an account counts something.
 *
 * @param window the kind of window
 */
public record PlannedWindow(Window window) {
    /**
     * The number of the window in which something counts.
     *
     * @param day its day, counted from 1970
     * @param at when it happened, in microseconds since 1970
     */
    public long numberOf(long day, long at, Membership of) {
        if (window instanceof BoundedWindow bounded) {
            return bounded.numberOf(day, of.since());
        }
        if (window instanceof Window.Rolling) {
            return day;
        }
        return window == Window.SINCE_ENROLLMENT && at >= of.enrolled() ? 1 : 0;
    }

    /** Whether it counts what happens on a day: dates that come once do so only on these. */
    public boolean isOn(long day) {
        return !(window instanceof Dates dates && dates.numberOf(day, 0) != 0);
    }

    /** The window that goes back from any date, or null if it is none. */
    public Window.@Nullable Rolling rolling() {
        return window instanceof Window.Rolling rolling ? rolling : null;
    }
}
