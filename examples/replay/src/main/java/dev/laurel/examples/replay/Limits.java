package dev.laurel.examples.replay;

/**
 * How much of a history is held in memory.
 *
 * @param spoolBytes how much of each partition and each run of results, before the rest goes to a file
 * @param partitionBytes how large a partition is at most that is grouped by customer at once
 */
record Limits(int spoolBytes, long partitionBytes) {
    /** Of the heap, what all partitions hold together, and as much again what those hold that are grouped at one time. */
    private static final int PART_OF_HEAP = 8;

    private static final int MIN_BYTES = 1 << 16;
    private static final int MAX_SPOOL_BYTES = 1 << 22;
    private static final int MAX_PARTITION_BYTES = 1 << 29;

    /** Those for the heap of this JVM. */
    static Limits ofHeap(int threads) {
        long part = Runtime.getRuntime().maxMemory() / PART_OF_HEAP;
        return new Limits(
                (int) between(part / Partitions.FIRST, MAX_SPOOL_BYTES), between(part / threads, MAX_PARTITION_BYTES));
    }

    private static long between(long bytes, int max) {
        return Math.max(MIN_BYTES, Math.min(bytes, max));
    }
}
