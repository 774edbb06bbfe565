package dev.laurel.examples.benchmarks;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Purchase;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What writing and reading an account costs, and its digest, by the number of lots that it holds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBenchmark {
    /** How many lots the account holds. */
    @Param({"10", "100", "1000"})
    public int lots;

    private Account account;
    private byte[] bytes;

    /** Fills the account. */
    @Setup
    public void setUp() {
        CampaignShop shop = new CampaignShop();
        LoyaltyEngine engine = LoyaltyEngine.of(shop.program(5));
        account = engine.newAccount("c1");
        for (Purchase purchase : shop.purchases("c1", lots)) {
            account = engine.evaluate(account, purchase).account();
        }
        bytes = Codec.ACCOUNTS.encode(account);
    }

    /** The bytes of the account. */
    @Benchmark
    public byte[] encode() {
        return Codec.ACCOUNTS.encode(account);
    }

    /** The account of the bytes. */
    @Benchmark
    public Account decode() {
        return Codec.ACCOUNTS.decode(bytes);
    }

    /** The digest of the account. */
    @Benchmark
    public String digest() {
        return Codec.ACCOUNTS.digest(account);
    }
}
