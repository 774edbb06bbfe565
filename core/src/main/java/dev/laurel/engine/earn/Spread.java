package dev.laurel.engine.earn;

/** How whole points are shared out over the rules of a chain when there are fewer of them than before. */
public final class Spread {
    private Spread() {}

    /**
     * What each rule is left with: together the points that are left, and none of them more than it had.
     *
     * <p>The rules up to and with each have what is rounded for them together, as when points are awarded. A rule that has less than
     * that leaves the rest to the others, the first of them first.
     *
     * @param points how many points are left in all, at most what there were
     * @param before how many points each rule had
     * @param upTo how many the rules up to and with each should have together
     */
    public static long[] of(long points, long[] before, long[] upTo) {
        long[] left = new long[before.length];
        long given = 0;
        for (int i = 0; i < left.length; i++) {
            left[i] = Math.max(0, Math.min(before[i], Math.min(points, upTo[i]) - given));
            given += left[i];
        }
        for (int i = 0; i < left.length; i++) {
            long more = Math.min(before[i] - left[i], points - given);
            left[i] += more;
            given += more;
        }
        return left;
    }
}
