package dev.laurel.codec;

import dev.laurel.counter.BucketChunk;
import dev.laurel.counter.CounterChunk;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotChunk;
import dev.laurel.ledger.LotQueue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The chunks that a store gave of an account, until its header has taken all of them. */
final class Chunks {
    private final Map<QueueName, List<LotChunk>> lots = new LinkedHashMap<>();
    private final Map<String, List<BucketChunk>> windows = new LinkedHashMap<>();
    private final List<CounterChunk> counters = new ArrayList<>();

    private Chunks() {}

    /** No chunks. */
    static Chunks none() {
        return new Chunks();
    }

    /**
     * Reads them: first all that stand for themselves, and then those of counters, which take the chunks of their windows.
     *
     * @throws MalformedBytesException if bytes are not those of a chunk, or of one with another key
     */
    static Chunks of(Map<String, byte[]> chunks) {
        Chunks read = new Chunks();
        Codec<AccountChunk> ofCounters = AccountChunk.codec(read);
        chunks.forEach((key, bytes) -> {
            if (!key.startsWith(AccountChunk.Counts.KEY)) {
                read.add(key, AccountChunk.CODEC.decode(bytes));
            }
        });
        chunks.forEach((key, bytes) -> {
            if (key.startsWith(AccountChunk.Counts.KEY)) {
                read.add(key, ofCounters.decode(bytes));
            }
        });
        return read;
    }

    private void add(String key, AccountChunk chunk) {
        if (!chunk.key().equals(key)) {
            throw new MalformedBytesException(
                    "account chunk", 0, "its key must be '" + chunk.key() + "', but it was stored under another");
        }
        if (chunk instanceof AccountChunk.Lots of) {
            lots.computeIfAbsent(of.queue(), any -> new ArrayList<>()).add(of.lots());
        } else if (chunk instanceof AccountChunk.Windows of) {
            windows.computeIfAbsent(of.counter(), any -> new ArrayList<>()).add(of.buckets());
        } else if (chunk instanceof AccountChunk.Counts of) {
            counters.add(of.counters());
        }
    }

    /** The chunks of a queue, in its order. */
    List<LotChunk> takeLots(QueueName queue) {
        List<LotChunk> taken = lots.remove(queue);
        if (taken == null) {
            return List.of();
        }
        Comparator<Lot> order = LotQueue.order(queue.kind().isPending());
        taken.sort(Comparator.comparing(chunk -> chunk.lots().get(0), order));
        return taken;
    }

    /** The chunks of the windows of a counter, in their order. */
    List<BucketChunk> takeBuckets(String counter) {
        List<BucketChunk> taken = windows.remove(counter);
        if (taken == null) {
            return List.of();
        }
        taken.sort(Comparator.comparing(BucketChunk::firstWindow));
        return taken;
    }

    /** The chunks of counters, in their order. */
    List<CounterChunk> takeCounters() {
        List<CounterChunk> taken = new ArrayList<>(counters);
        taken.sort(Comparator.comparing(CounterChunk::firstId));
        counters.clear();
        return taken;
    }

    /** Whether all were taken. */
    boolean areTaken() {
        return lots.isEmpty() && windows.isEmpty() && counters.isEmpty();
    }
}
