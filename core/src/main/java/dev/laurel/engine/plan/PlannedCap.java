package dev.laurel.engine.plan;

import dev.laurel.counter.Cap;
import dev.laurel.time.CalendarWindow;
import java.util.Locale;

/**
 * A cap of a rule and the counter that it counts on.
 *
 * @param cap the cap
 * @param counter the id of the counter; a program has no two caps that count the same
 */
public record PlannedCap(Cap cap, String counter) {
    static PlannedCap of(String rule, Cap cap) {
        CalendarWindow window = cap.window();
        String span = window == null ? cap.span().name() : window.name();
        return new PlannedCap(cap, (rule + ":" + cap.measure() + ":" + span).toLowerCase(Locale.ROOT));
    }

    /** The number of the window in which a day counts; days count from 1970. */
    public long windowOf(long day) {
        CalendarWindow window = cap.window();
        return window == null ? 0 : window.numberOf(day);
    }

    /** Whether it limits how often its rule awards, rather than how many points. */
    public boolean isOfUses() {
        return cap.measure() == Cap.Measure.USES;
    }

    public boolean isCounted() {
        return cap.span() != Cap.Span.PURCHASE;
    }
}
