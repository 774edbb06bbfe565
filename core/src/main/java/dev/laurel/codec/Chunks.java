package dev.laurel.codec;

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
    private final List<CounterChunk> counters = new ArrayList<>();

    /**
     * Reads them.
     *
     * @throws MalformedBytesException if bytes are not those of a chunk, or of one with another key
     */
    Chunks(Map<String, byte[]> chunks) {
        for (Map.Entry<String, byte[]> each : chunks.entrySet()) {
            AccountChunk chunk = AccountChunk.CODEC.decode(each.getValue());
            if (!chunk.key().equals(each.getKey())) {
                throw new MalformedBytesException(
                        "account chunk", 0, "its key must be '" + chunk.key() + "', but it was stored under another");
            }
            if (chunk instanceof AccountChunk.Lots of) {
                lots.computeIfAbsent(of.queue(), any -> new ArrayList<>()).add(of.lots());
            } else if (chunk instanceof AccountChunk.Counts of) {
                counters.add(of.counters());
            }
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

    /** The chunks of counters, in their order. */
    List<CounterChunk> takeCounters() {
        List<CounterChunk> taken = new ArrayList<>(counters);
        taken.sort(Comparator.comparing(CounterChunk::firstId));
        counters.clear();
        return taken;
    }

    /** Whether all were taken. */
    boolean areTaken() {
        return lots.isEmpty() && counters.isEmpty();
    }
}
