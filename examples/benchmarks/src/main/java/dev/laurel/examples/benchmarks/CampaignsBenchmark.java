package dev.laurel.examples.benchmarks;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Purchase;
import dev.laurel.program.LoyaltyProgram;
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

/** What a purchase costs, by the number of campaigns in the program. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class CampaignsBenchmark {
    private static final int HISTORY = 20_000;

    /** How many campaigns the program has. */
    @Param({"5", "50", "500", "5000"})
    public int campaigns;

    private LoyaltyProgram program;
    private LoyaltyEngine engine;
    private List<Purchase> purchases;
    private Account account;
    private int next;

    /** Makes program and history. */
    @Setup
    public void setUp() {
        CampaignShop shop = new CampaignShop();
        program = shop.program(campaigns);
        engine = LoyaltyEngine.of(program);
        purchases = shop.purchases("c1", HISTORY);
        account = engine.newAccount("c1");
    }

    /** One purchase after another; after two years the customer starts anew. */
    @Benchmark
    public Decision purchase() {
        if (next == HISTORY) {
            next = 0;
            account = engine.newAccount("c1");
        }
        Decision decision = engine.evaluate(account, purchases.get(next++));
        account = decision.account();
        return decision;
    }

    /** One purchase after another, each with its explanation read as a text. */
    @Benchmark
    public String explained() {
        return purchase().explanation().text();
    }

    /** Writing the program's terms. */
    @Benchmark
    public String terms() {
        return program.terms();
    }

    /** Compiling the program. */
    @Benchmark
    public LoyaltyEngine compile() {
        return LoyaltyEngine.of(program);
    }
}
