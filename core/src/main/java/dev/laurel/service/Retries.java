package dev.laurel.service;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Tries again what lost a race, after a pause that grows and is drawn by lot, so that those who met do not meet again. */
final class Retries {
    private static final int MAX_TRIES = 20;
    private static final long FIRST_PAUSE_NANOS = Duration.ofNanos(100_000).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(250).toNanos();

    private Retries() {}

    /**
     * What the work gives, at the first try that loses no race.
     *
     * @throws ConcurrentUpdateException if all tries lost one, or the thread was interrupted between them
     */
    static <T> T of(Supplier<T> work) {
        long most = FIRST_PAUSE_NANOS;
        for (int tried = 1; ; tried++) {
            try {
                return work.get();
            } catch (ConcurrentUpdateException lost) {
                if (tried == MAX_TRIES) {
                    throw lost;
                }
                pause(ThreadLocalRandom.current().nextLong(most), lost);
                most = Math.min(most * 2, LONGEST_PAUSE_NANOS);
            }
        }
    }

    private static void pause(long nanos, ConcurrentUpdateException lost) {
        try {
            Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw lost;
        }
    }
}
