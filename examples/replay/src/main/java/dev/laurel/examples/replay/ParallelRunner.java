package dev.laurel.examples.replay;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.service.LoyaltyService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Runs the events on threads that share the customers among them. A customer's thread follows
 * from the customer's id, and what comes of a customer depends on no other, so the results are those of one thread.
 */
final class ParallelRunner implements Runner {
    private static final int BATCH = 256;
    private static final int MAX_BATCHES = 16;
    private static final long PATIENCE_MILLIS = 100;

    private final List<Lane> lanes = new ArrayList<>();
    private final List<Future<Partition>> running = new ArrayList<>();
    private final ExecutorService threads;

    /** One thread's share; the reader fills a batch while the thread works through those before it. */
    private static final class Lane implements Callable<Partition> {
        private final Partition partition;
        private final BlockingQueue<List<Arrival>> queue = new ArrayBlockingQueue<>(MAX_BATCHES);
        private List<Arrival> batch = new ArrayList<>(BATCH);

        Lane(Partition partition) {
            this.partition = partition;
        }

        /** Works until an empty batch says that there will be no more. */
        @Override
        public Partition call() throws InterruptedException {
            for (List<Arrival> next = queue.take(); !next.isEmpty(); next = queue.take()) {
                next.forEach(partition::take);
            }
            return partition;
        }
    }

    ParallelRunner(LoyaltyService service, int threads) {
        this.threads = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            Lane lane = new Lane(new Partition(service));
            lanes.add(lane);
            running.add(this.threads.submit(lane));
        }
    }

    /** Waits while the customer's thread is too far behind. */
    @Override
    public void take(Arrival arrival) throws InterruptedException {
        int index = Math.floorMod(arrival.customer().hashCode(), lanes.size());
        Lane lane = lanes.get(index);
        lane.batch.add(arrival);
        if (lane.batch.size() == BATCH) {
            handOver(index);
        }
    }

    private void handOver(int index) throws InterruptedException {
        Lane lane = lanes.get(index);
        while (!lane.queue.offer(lane.batch, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            if (running.get(index).isDone()) {
                // Only an error ends a lane early, and nobody would ever empty its queue again.
                finished(running.get(index));
            }
        }
        lane.batch = new ArrayList<>(BATCH);
    }

    @Override
    public List<CustomerResult> resultsAt(Instant until) throws InterruptedException {
        for (int i = 0; i < lanes.size(); i++) {
            if (!lanes.get(i).batch.isEmpty()) {
                handOver(i);
            }
            handOver(i);
        }
        List<Future<List<CustomerResult>>> finishing = new ArrayList<>();
        for (Future<Partition> lane : running) {
            Partition partition = finished(lane);
            finishing.add(threads.submit(() -> partition.resultsAt(until)));
        }
        List<CustomerResult> results = new ArrayList<>();
        for (Future<List<CustomerResult>> part : finishing) {
            results.addAll(finished(part));
        }
        results.sort(Comparator.comparing(CustomerResult::customer));
        return results;
    }

    @CanIgnoreReturnValue
    private static <T> T finished(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread of the replay failed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
