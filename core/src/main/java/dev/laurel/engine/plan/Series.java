package dev.laurel.engine.plan;

import dev.laurel.occasion.Counter;
import dev.laurel.occasion.Sum;
import dev.laurel.time.Dates;

/** A sum that a program asks for, and that its accounts keep therefore. */
public final class Series {
    private final Sum sum;
    private final PlannedWindow window;

    Series(Sum sum) {
        this.sum = sum;
        window = new PlannedWindow(sum.window());
    }

    /** The name under which accounts keep it. */
    public String id() {
        return sum.id();
    }

    /** Whether a counter of this name is a sum. Those of caps and limits have another form. */
    public static boolean isSum(String counter) {
        return counter.indexOf('/') >= 0;
    }

    /** What it counts. */
    public Counter<?> counter() {
        return sum.counter();
    }

    /** In what it counts. */
    public PlannedWindow window() {
        return window;
    }

    /** The window that is asked on a day: dates that come once are asked at any time. */
    public long asked(long day, long at, Membership of) {
        return sum.window() instanceof Dates ? 0 : window.numberOf(day, at, of);
    }

    /** Whether the start of a membership decides in which window something counts. */
    public boolean needsMember() {
        return sum.window().needsMember();
    }
}
