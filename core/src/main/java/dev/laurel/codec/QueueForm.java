package dev.laurel.codec;

import com.google.common.collect.ImmutableList;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotChunk;
import dev.laurel.ledger.LotQueue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a queue of lots is written and read: all of it, or without the chunks that have bytes of their own. */
final class QueueForm {
    /** Queues of up to so many lots are small enough to be written with the rest whenever something changes. */
    private static final int MOST_WITH_THE_REST = 64;

    private QueueForm() {}

    /** Whether the chunks between its ends have bytes of their own. */
    static boolean hasChunks(LotQueue lots) {
        return lots.size() > MOST_WITH_THE_REST && !lots.middle().isEmpty();
    }

    /**
     * Writes it, if there is something in it.
     *
     * @param asHeader whether without its chunks, but with what tells whether all of them are there, and no others
     */
    static void write(PartsWriter parts, LotQueue lots, Instant asOf, boolean asHeader) {
        parts.part(lots.isEmpty() ? null : lots, (out, queue) -> {
            if (!asHeader) {
                LotForm.lots(out, ImmutableList.copyOf(queue), asOf);
            } else if (hasChunks(queue)) {
                List<LotChunk> middle = queue.middle();
                out.number(middle.size());
                out.number(fingerprint(middle));
                LotForm.lots(out, queue.head(), asOf);
                LotForm.lots(out, queue.tail(), asOf);
            } else {
                out.number(0);
                LotForm.lots(out, ImmutableList.copyOf(queue), asOf);
            }
        });
    }

    /**
     * Reads it.
     *
     * @param chunks those of the account, of which it takes its own, or null if all stands here
     */
    static LotQueue read(PartsReader parts, QueueName name, Instant asOf, @Nullable Chunks chunks) {
        boolean isPending = name.kind().isPending();
        LotQueue lots = parts.part(in -> {
            long count = chunks == null ? 0 : in.number();
            if (chunks == null || count == 0) {
                return whole(LotForm.lots(in, asOf), isPending);
            }
            List<LotChunk> middle = chunks.takeLots(name);
            if (count != middle.size() || in.number() != fingerprint(middle)) {
                throw in.malformed("the chunks of lots are not those of this account");
            }
            List<Lot> head = LotForm.lots(in, asOf);
            return LotQueue.ofChunks(isPending, head, middle, LotForm.lots(in, asOf));
        });
        return lots == null ? whole(List.of(), isPending) : lots;
    }

    private static LotQueue whole(List<Lot> lots, boolean isPending) {
        return isPending ? LotQueue.ofPending(lots) : LotQueue.ofOrdered(lots);
    }

    private static long fingerprint(List<LotChunk> chunks) {
        long sum = 0;
        for (LotChunk chunk : chunks) {
            sum += chunk.fingerprint();
        }
        return sum;
    }
}
