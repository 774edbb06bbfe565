package dev.laurel.examples.replay;

import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.examples.replay.scratch.Scratch;
import dev.laurel.program.PointPolicy;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * One run of a history through a program.
 *
 * @param engine the program
 * @param events makes events of its lines
 * @param wanted what is asked of it
 * @param limits how much is held in memory
 * @param scratch where the rest is
 */
record Replaying(LoyaltyEngine engine, EventReader events, Wanted wanted, Limits limits, Scratch scratch) {
    /**
     * Runs all events. Where customers may give each other points, what becomes of one depends on the others, so the events are run in
     * the order of the file, over a store that keeps all of them. Elsewhere each customer is alone: the lines are dealt out by customer,
     * and each thread runs one customer after the other.
     *
     * @param end until when, or nothing for the latest event
     * @param progress told how much of the history was read each time
     */
    Results run(EventLines lines, int threads, Optional<Instant> end, LongConsumer progress)
            throws ReplayException, InterruptedException {
        boolean isEachAlone = engine.programs().stream()
                .flatMap(program -> program.allPoints().stream())
                .noneMatch(PointPolicy::isTransferable);
        Results results = isEachAlone ? runEach(lines, threads, end, progress) : runTogether(lines, end, progress);
        events.requireNoEnd();
        return results;
    }

    private Results runTogether(EventLines lines, Optional<Instant> end, LongConsumer progress) throws ReplayException {
        Fold everybody = new ServiceFold(engine);
        lines.readInto(line -> events.readInto(everybody, line), progress);
        List<CustomerResult> sorted = new ArrayList<>(everybody.resultsAt(endOf(lines, end)));
        sorted.sort(Comparator.comparing(CustomerResult::customer));
        try {
            Results results = newResults();
            for (CustomerResult result : sorted) {
                results.add(result);
            }
            return results;
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private Results runEach(EventLines lines, int threads, Optional<Instant> end, LongConsumer progress)
            throws ReplayException, InterruptedException {
        Partitions partitions = new Partitions(scratch, Partitions.FIRST, 0);
        lines.readInto(
                line -> {
                    try {
                        partitions.add(line);
                    } catch (IOException e) {
                        throw noRoom(e);
                    }
                },
                progress);
        return runOnThreads(partitions, threads, endOf(lines, end));
    }

    /** Without any event there is no customer either, and any instant will do. */
    private static Instant endOf(EventLines lines, Optional<Instant> end) {
        return end.or(lines::latest).orElse(Instant.EPOCH);
    }

    private Results runOnThreads(Partitions partitions, int threads, Instant until)
            throws ReplayException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Results>> running = new ArrayList<>();
            for (Partition partition : partitions.all()) {
                running.add(pool.submit(new PartitionFold(partition, 1, this, until)));
            }
            List<Results> parts = new ArrayList<>();
            for (Future<Results> part : running) {
                parts.add(finished(part));
            }
            Results results = newResults();
            results.addAll(parts);
            return results;
        } catch (IOException e) {
            throw noRoom(e);
        } finally {
            // Nobody may write to scratch once it is closed.
            pool.shutdownNow();
            pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        }
    }

    private static Results finished(Future<Results> part) throws IOException, InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException noRoom) {
                throw noRoom;
            }
            throw new IllegalStateException("a thread of the replay failed", e.getCause());
        }
    }

    private static ReplayException noRoom(IOException e) {
        return new ReplayException("cannot use temporary files: " + e, e);
    }

    /** Runs the events of one customer. */
    Fold foldOf(String customer) {
        return wanted.keepsAllOf(customer)
                ? new ServiceFold(engine)
                : new EngineFold(engine, customer, wanted.ledger());
    }

    /** Results of nobody. */
    Results newResults() throws IOException {
        return new Results(engine, wanted, scratch);
    }
}
