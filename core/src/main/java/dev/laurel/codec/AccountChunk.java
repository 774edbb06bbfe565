package dev.laurel.codec;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import dev.laurel.counter.BucketChunk;
import dev.laurel.counter.CounterChunk;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotChunk;
import dev.laurel.ledger.LotDating;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.TreeMap;

/** A part of an account that has bytes of its own: a chunk of the lots of a queue, of the counters, or of the windows of one counter. */
sealed interface AccountChunk {
    /** How chunks are written and read. They know nothing of the account, so one that is the same has the same bytes. */
    Codec<AccountChunk> CODEC = codec(Chunks.none());

    /** The codec of chunks, to read those of counters of which these are the chunks of the windows. */
    static Codec<AccountChunk> codec(Chunks windows) {
        return new Codec<>("account chunk", Codec.LAYOUT, kinds(windows));
    }

    /** What chunks there are. */
    static ImmutableList<Kind<? extends AccountChunk>> kinds(Chunks windows) {
        return ImmutableList.of(
                new Kind<>('L', Lots.class, Lots::write, Lots::read),
                new Kind<>('N', Counts.class, Counts::write, in -> Counts.read(in, windows)),
                new Kind<>('W', Windows.class, Windows::write, Windows::read));
    }

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

    /** The first bits of the digest of an id, which can be long. */
    private static String digest(String id) {
        return Hashing.sha256()
                .hashString(id, StandardCharsets.UTF_8)
                .toString()
                .substring(0, Counts.DIGITS);
    }

    /** Counters, without the windows that stand elsewhere. */
    record Counts(CounterChunk counters) implements AccountChunk {
        /** With what the keys of such chunks begin, and no others. */
        static final String KEY = "c";

        private static final int DIGITS = 16;

        /** By the id of the first counter. */
        @Override
        public String key() {
            return KEY + digest(counters.firstId());
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
            CounterForm.counters(out, chunk.counters.toMap(), false);
        }

        private static Counts read(CanonicalReader in, Chunks windows) {
            return new Counts(CounterChunk.of(new TreeMap<>(CounterForm.counters(in, windows))));
        }
    }

    /** Windows of a counter. */
    record Windows(String counter, BucketChunk buckets) implements AccountChunk {
        /** By the id of the counter and the first window. */
        @Override
        public String key() {
            return "w" + digest(counter) + "." + buckets.firstWindow();
        }

        @Override
        public Object held() {
            return buckets;
        }

        @Override
        public boolean isOfThePlaceOf(AccountChunk other) {
            return other instanceof Windows that && counter.equals(that.counter);
        }

        private static void write(CanonicalWriter out, Windows chunk) {
            out.text(chunk.counter);
            CounterForm.pairs(out, chunk.buckets.pairs(), 0);
        }

        private static Windows read(CanonicalReader in) {
            return new Windows(in.text(), BucketChunk.of(CounterForm.pairs(in, 0)));
        }
    }
}
