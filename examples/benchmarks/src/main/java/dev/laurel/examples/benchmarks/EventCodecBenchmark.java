package dev.laurel.examples.benchmarks;

import dev.laurel.codec.Codec;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What writing and reading a purchase of three lines costs, and the hash that the service takes of each event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class EventCodecBenchmark {
    private static final int LINES = 3;

    private LoyaltyEvent purchase;
    private byte[] bytes;

    /** Looks for a purchase of three lines. */
    @Setup
    public void setUp() {
        for (Purchase candidate : new CampaignShop().purchases("c1", 100)) {
            if (candidate.basket().lines().size() == LINES) {
                purchase = candidate;
            }
        }
        bytes = Codec.EVENTS.encode(purchase);
    }

    /** The bytes of the purchase. */
    @Benchmark
    public byte[] encode() {
        return Codec.EVENTS.encode(purchase);
    }

    /** The purchase of the bytes. */
    @Benchmark
    public LoyaltyEvent decode() {
        return Codec.EVENTS.decode(bytes);
    }

    /** The hash by which a repetition is told from a conflict. */
    @Benchmark
    public String hash() {
        return Codec.EVENTS.digest(purchase);
    }
}
