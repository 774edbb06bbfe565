package dev.laurel.examples.benchmarks;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import java.util.List;
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

/** What an event costs, by the number of lots that the account holds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class LotsBenchmark {
    /** How many lots the account holds. */
    @Param({"10", "100", "1000", "10000"})
    public int lots;

    private LoyaltyEngine engine;
    private Account account;
    private Purchase purchase;
    private Redemption redemption;

    /** Fills the account. */
    @Setup
    public void setUp() {
        CampaignShop shop = new CampaignShop();
        engine = LoyaltyEngine.of(shop.program(5));
        List<Purchase> purchases = shop.purchases("c1", 2 * lots + 1);
        account = engine.newAccount("c1");
        for (Purchase before : purchases.subList(0, lots)) {
            account = engine.evaluate(account, before).account();
        }
        purchase = purchases.get(lots);
        redemption = Redemption.of("x", "c1", purchase.occurredAt(), "small");
    }

    /** A purchase that opens one lot more. */
    @Benchmark
    public Decision purchase() {
        return engine.evaluate(account, purchase);
    }

    /** A redemption that takes from one lot. */
    @Benchmark
    public Decision redemption() {
        return engine.evaluate(account, redemption);
    }
}
