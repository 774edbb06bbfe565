package dev.laurel.engine.plan;

import dev.laurel.counter.Cap;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Window;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A cap of a rule and the counter that it counts on.
 *
 * @param cap the cap
 * @param counter the id of the counter; a program has no two caps that count the same
 */
public record PlannedCap(Cap cap, String counter) {
    static PlannedCap of(String rule, Cap cap) {
        Window window = cap.window();
        String counted = window == null
                ? "purchase"
                : window.describe().replaceFirst("^per (calendar |ISO )?", "").replace(' ', '-');
        return new PlannedCap(cap, (rule + ":" + cap.measure() + ":" + counted).toLowerCase(Locale.ROOT));
    }

    /**
     * The number of the window in which something counts.
     *
     * @param day its day, counted from 1970
     * @param at when it happened, in microseconds since 1970
     */
    public long windowOf(long day, long at, Membership of) {
        Window window = cap.window();
        if (window instanceof BoundedWindow bounded) {
            return bounded.numberOf(day, of.since());
        }
        if (window instanceof Window.Rolling) {
            return day;
        }
        return window == Window.SINCE_ENROLLMENT && at >= of.enrolled() ? 1 : 0;
    }

    /** Whether it limits how often its rule awards, rather than how many points. */
    public boolean isOfUses() {
        return cap.measure() == Cap.Measure.USES;
    }

    /** Whether it limits what happens on a day. */
    public boolean limitsOn(long day) {
        return !(cap.window() instanceof Dates dates && dates.numberOf(day, 0) != 0);
    }

    /** Whether it counts what happens on a day; one of each purchase counts nothing. */
    public boolean isCountedOn(long day) {
        return cap.window() != null && limitsOn(day);
    }

    /** The window that goes back from any date, or null if it is none. */
    public Window.@Nullable Rolling rolling() {
        return cap.window() instanceof Window.Rolling rolling ? rolling : null;
    }
}
