package dev.laurel.testkit.live;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Does several things at the same time, each in a thread of its own. */
public final class Threads {
    private static final long LONGEST_SECONDS = 60;

    private Threads() {}

    /**
     * What works that begin at the same moment give, in the order of the works.
     *
     * @throws AssertionError if one does not end within a minute, such as in a deadlock
     */
    public static <T> List<T> together(List<? extends Supplier<? extends T>> works) {
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(works.size(), work -> new Worker(work, isOver));
        try {
            CyclicBarrier start = new CyclicBarrier(works.size());
            List<Future<T>> running = new ArrayList<>();
            for (Supplier<? extends T> work : works) {
                running.add(threads.submit(() -> {
                    await(start);
                    return work.get();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(resultOf(future));
            }
            return results;
        } finally {
            // Nobody is interrupted: some databases in the same JVM close their files then.
            isOver.set(true);
            threads.shutdown();
        }
    }

    /** A thread that knows whether somebody still waits for its work. */
    private static final class Worker extends Thread {
        private final AtomicBoolean isOver;

        Worker(Runnable work, AtomicBoolean isOver) {
            super(work, "store-check");
            this.isOver = isOver;
            // What hangs must not keep the JVM from ending.
            setDaemon(true);
        }
    }

    /**
     * Runs works that begin at the same moment, and waits for all.
     *
     * @throws AssertionError if one does not end within a minute, such as in a deadlock
     */
    public static void runTogether(List<? extends Runnable> works) {
        List<Boolean> ended = together(Lists.transform(works, work -> (Supplier<Boolean>) () -> {
            work.run();
            return true;
        }));
        if (ended.size() != works.size()) {
            throw new AssertionError("all works must have ended");
        }
    }

    /** Whether the work of this thread is still wanted: not if another one has failed. */
    public static boolean isWanted() {
        return !(Thread.currentThread() instanceof Worker worker) || !worker.isOver.get();
    }

    private static void await(CyclicBarrier start) throws InterruptedException {
        try {
            start.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException("the works must begin together", e);
        }
    }

    private static <T> T resultOf(Future<T> future) {
        try {
            return future.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "the store must answer, but a thread has waited for " + LONGEST_SECONDS + " seconds", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError wrong) {
                throw wrong;
            }
            throw new AssertionError("a thread must not fail, but did with " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the check was interrupted", e);
        }
    }
}
