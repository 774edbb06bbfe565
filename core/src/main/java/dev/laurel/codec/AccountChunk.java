package dev.laurel.codec;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import dev.laurel.counter.CounterChunk;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotChunk;
import dev.laurel.ledger.LotDating;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.TreeMap;

/** A part of an account that has bytes of its own: a chunk of the lots of a queue, or of the counters. */
sealed interface AccountChunk {
    /** What chunks there are. */
    ImmutableList<Kind<? extends AccountChunk>> KINDS = ImmutableList.of(
            new Kind<>('L', Lots.class, Lots::write, Lots::read),
            new Kind<>('N', Counts.class, Counts::write, Counts::read));

    /** How chunks are written and read. They know nothing of the account, so one that is the same has the same bytes. */
    Codec<AccountChunk> CODEC = new Codec<>("account chunk", Codec.LAYOUT, KINDS);

    /** The key under which it is stored: its own in the account, short, and the same as long as it begins alike. */
    String key();

    /** What it holds, which versions of an account share. */
    Object held();

    /** Whether another stands in the same part of the account. */
    boolean isOfThePlaceOf(AccountChunk other);

    /** Lots of a queue. */
    record Lots(QueueName queue, LotChunk lots) implements AccountChunk {
        // Each stands for its place, so what is new goes to the end, and nothing is ever taken out.
        private static final ImmutableList<QueueName.Kind> QUEUES =
                ImmutableList.of(QueueName.Kind.DATED, QueueName.Kind.UNDATED, QueueName.Kind.PENDING);

        /** By the number of the first lot. A lot that came back and lasts longer has the number of another. */
        @Override
        public String key() {
            Lot first = lots.lots().get(0);
            return queue.kind().letter()
                    + Long.toString(first.number())
                    + (first.dating() == LotDating.GIVEN_BACK ? "b" + Long.toHexString(first.expiresMicros()) : "");
        }

        @Override
        public Object held() {
            return lots;
        }

        @Override
        public boolean isOfThePlaceOf(AccountChunk other) {
            return other instanceof Lots that && queue.equals(that.queue);
        }

        private static void write(CanonicalWriter out, Lots chunk) {
            out.text(chunk.queue.currency());
            out.oneOf(QUEUES, chunk.queue.kind());
            LotForm.lots(out, chunk.lots.lots(), Instant.EPOCH);
        }

        private static Lots read(CanonicalReader in) {
            QueueName queue = new QueueName(in.text(), in.oneOf(QUEUES));
            return new Lots(queue, LotChunk.of(LotForm.lots(in, Instant.EPOCH)));
        }
    }

    /** Counters. */
    record Counts(CounterChunk counters) implements AccountChunk {
        private static final int DIGITS = 16;

        /** By the digest of the id of the first counter, which can be long. */
        @Override
        public String key() {
            return "c"
                    + Hashing.sha256()
                            .hashString(counters.firstId(), StandardCharsets.UTF_8)
                            .toString()
                            .substring(0, DIGITS);
        }

        @Override
        public Object held() {
            return counters;
        }

        @Override
        public boolean isOfThePlaceOf(AccountChunk other) {
            return other instanceof Counts;
        }

        private static void write(CanonicalWriter out, Counts chunk) {
            out.map(chunk.counters.toMap(), CounterForm::sums);
        }

        private static Counts read(CanonicalReader in) {
            return new Counts(CounterChunk.of(new TreeMap<>(in.map(CounterForm::sums))));
        }
    }
}
