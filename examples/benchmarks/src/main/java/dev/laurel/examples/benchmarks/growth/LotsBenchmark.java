package dev.laurel.examples.benchmarks.growth;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.examples.benchmarks.contender.LaurelProgram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What an event costs, by the number of open lots. */
@State(Scope.Thread)
public class LotsBenchmark extends GrowthBenchmark {
    /** How many lots are open. */
    @Param({"10", "100", "1000", "10000"})
    public int lots;

    private LoyaltyEngine engine;
    private Account account;
    private Purchase purchase;
    private Redemption redemption;

    /** Fills the account. */
    @Setup
    public void setUp() {
        OneMember member = OneMember.holding(lots, lots);
        engine = member.engine();
        account = member.account();
        purchase = member.purchase(lots);
        redemption = Redemption.of("x", OneMember.ID, purchase.occurredAt(), LaurelProgram.SMALL_REWARD);
    }

    /** A purchase that opens one lot more. */
    @Benchmark
    public Decision purchase(CpuClock clock) {
        clock.operations++;
        return engine.evaluate(account, purchase);
    }

    /** A redemption that takes all of ten lots. */
    @Benchmark
    public Decision redemption(CpuClock clock) {
        clock.operations++;
        return engine.evaluate(account, redemption);
    }
}
