package dev.laurel.counter;

/**
 * How long all windows of some counters can still matter, so that nothing need be looked for that no longer does. Days count from 1970.
 *
 * @param by stands for the terms that say so, by identity
 * @param day the first day of the account's present on which one of them may not matter any more
 * @param earliest the first day of the earliest event that would still be accepted by which one of them may not matter any more
 */
public record WindowsKept(Object by, long day, long earliest) {
    /** Those of no counter, which matter for ever. */
    public static WindowsKept ofNone(Object by) {
        return new WindowsKept(by, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** As long as both these and others do. */
    public WindowsKept and(WindowsKept others) {
        return day <= others.day && earliest <= others.earliest
                ? this
                : new WindowsKept(by, Math.min(day, others.day), Math.min(earliest, others.earliest));
    }
}
