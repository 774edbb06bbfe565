package dev.laurel.counter;

/** Goes through the windows of a counter, from the first to the latest. */
final class WindowWalk {
    private final Buckets older;
    private final long latest;
    private final long latestSum;
    private int segment;
    private int place;
    private long window;
    private long sum;
    private boolean isAtLatest;

    /** Stands before the first. */
    WindowWalk(Buckets older, long latest, long latestSum) {
        this.older = older;
        this.latest = latest;
        this.latestSum = latestSum;
        place = older.from(0);
        isAtLatest = latestSum == 0;
    }

    /** Goes to the next window, if there is one. */
    boolean next() {
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
        window = latest;
        sum = latestSum;
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
