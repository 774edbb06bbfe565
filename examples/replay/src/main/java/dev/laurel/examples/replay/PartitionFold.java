package dev.laurel.examples.replay;

import com.google.common.primitives.ImmutableIntArray;
import dev.laurel.examples.replay.scratch.Spool;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Runs the events of a partition, one customer after the other, and drops each customer before the next. */
final class PartitionFold implements Callable<Results> {
    /** How many events a customer is thought to have, before more come. */
    private static final int FEW = 8;

    private final Partition partition;
    private final int depth;
    private final Replaying run;
    private final Instant until;

    /**
     * The fold of one partition.
     *
     * @param depth how often its lines were dealt out
     * @param until an instant that is not before any event
     */
    PartitionFold(Partition partition, int depth, Replaying run, Instant until) {
        this.partition = partition;
        this.depth = depth;
        this.run = run;
        this.until = until;
    }

    @Override
    public Results call() throws IOException {
        Spool lines = partition.spool();
        if (lines.size() <= run.limits().partitionBytes()) {
            return foldEach();
        }
        String only = partition.onlyCustomer();
        return only == null ? foldParts() : foldOne(only);
    }

    /** Deals the lines out once more, to partitions that fit. */
    private Results foldParts() throws IOException {
        Partitions parts = new Partitions(run.scratch(), Partitions.FURTHER, depth);
        forEachLine((bytes, customer) -> parts.add(HeadedLine.at(bytes, 0, customer)));
        List<Results> results = new ArrayList<>();
        for (Partition part : parts.all()) {
            results.add(new PartitionFold(part, depth + 1, run, until).call());
        }
        Results all = run.newResults();
        all.addAll(results);
        all.compact();
        return all;
    }

    /** Folds a customer who has more events than fit, as they are read. */
    private Results foldOne(String customer) throws IOException {
        Fold fold = run.foldOf(customer);
        forEachLine((bytes, same) -> run.events().readInto(fold, HeadedLine.at(bytes, 0, same)));
        Results results = run.newResults();
        finish(fold, results);
        return results;
    }

    @FunctionalInterface
    private interface LineSink {
        void take(byte[] bytes, String customer) throws IOException;
    }

    private void forEachLine(LineSink sink) throws IOException {
        Spool lines = partition.spool();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(lines.open()))) {
            for (long left = lines.size(); left > 0; ) {
                int length = in.readInt();
                byte[] line = ByteBuffer.allocate(length).putInt(length).array();
                in.readFully(line, Integer.BYTES, length - Integer.BYTES);
                sink.take(line, HeadedLine.customerAt(line, 0));
                left -= length;
            }
        }
        lines.clear();
    }

    private Results foldEach() throws IOException {
        byte[] lines = allBytes();
        Results results = run.newResults();
        for (Map.Entry<String, ImmutableIntArray.Builder> group : new TreeMap<>(placesByCustomer(lines)).entrySet()) {
            String customer = group.getKey();
            Fold fold = run.foldOf(customer);
            group.getValue()
                    .build()
                    .forEach(place -> run.events().readInto(fold, HeadedLine.at(lines, place, customer)));
            finish(fold, results);
        }
        return results;
    }

    private byte[] allBytes() throws IOException {
        Spool lines = partition.spool();
        byte[] bytes = new byte[(int) lines.size()];
        try (InputStream in = lines.open()) {
            new DataInputStream(in).readFully(bytes);
        }
        lines.clear();
        return bytes;
    }

    private static Map<String, ImmutableIntArray.Builder> placesByCustomer(byte[] lines) {
        Map<String, ImmutableIntArray.Builder> places = new HashMap<>();
        for (int place = 0; place < lines.length; place += HeadedLine.lengthAt(lines, place)) {
            places.computeIfAbsent(HeadedLine.customerAt(lines, place), customer -> ImmutableIntArray.builder(FEW))
                    .add(place);
        }
        return places;
    }

    private void finish(Fold fold, Results results) throws IOException {
        for (CustomerResult result : fold.resultsAt(until)) {
            results.add(result);
        }
    }
}
