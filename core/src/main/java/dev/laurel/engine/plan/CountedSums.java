package dev.laurel.engine.plan;

/** What is counted for sums. */
@FunctionalInterface
public interface CountedSums {
    /** What is counted for a sum in one of its windows; of a window that goes back from any date, in that which ends with a day. */
    long of(Series series, long window);
}
