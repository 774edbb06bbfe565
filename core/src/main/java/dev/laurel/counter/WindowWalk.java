package dev.laurel.counter;

/** Goes through the windows of a counter, from one of them to the latest. */
final class WindowWalk {
    private final WindowSums sums;
    private int segment;
    private int place;
    private long window;
    private long sum;
    private boolean isAtLatest;

    /** Stands before a window, or where it would be. */
    WindowWalk(WindowSums sums, long from) {
        this.sums = sums;
        Buckets older = sums.older();
        if (!older.isEmpty()) {
            segment = older.segmentFor(from);
            place = Pairs.placeOf(older.pairs(segment), older.from(segment), from);
        }
        isAtLatest = sums.isEmpty() || sums.latest() < from;
    }

    /** Goes to the next window, if there is one. */
    boolean next() {
        Buckets older = sums.older();
        long[] pairs = older.pairs(segment);
        if (place == pairs.length && segment < older.lastSegment()) {
            pairs = older.pairs(++segment);
            place = 0;
        }
        if (place < pairs.length) {
            window = pairs[place];
            sum = pairs[place + 1];
            place += Pairs.PAIR;
            return true;
        }
        boolean isThere = !isAtLatest;
        isAtLatest = true;
        window = sums.latest();
        sum = sums.latestSum();
        return isThere;
    }

    /** The window at which it stands. */
    long window() {
        return window;
    }

    /** The sum of this window. */
    long sum() {
        return sum;
    }
}
