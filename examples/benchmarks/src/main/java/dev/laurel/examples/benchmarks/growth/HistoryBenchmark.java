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

/** What an event costs, by the number of purchases before it whose points have been spent. */
@State(Scope.Thread)
public class HistoryBenchmark extends GrowthBenchmark {
    /** How many purchases lie behind. */
    @Param({"10", "100", "1000", "10000"})
    public int history;

    private LoyaltyEngine engine;
    private Account account;
    private Purchase purchase;
    private Redemption redemption;

    /** Buys and spends by turns, but for what the last order gives. */
    @Setup
    public void setUp() {
        OneMember member = OneMember.with(2 * history);
        for (int i = 0; i < history; i++) {
            spendAll(member, "spend-" + i);
            member.experience(member.purchase(i));
        }
        engine = member.engine();
        account = member.account();
        purchase = member.purchase(history);
        redemption = Redemption.of("x", OneMember.ID, purchase.occurredAt(), LaurelProgram.ANY_NUMBER, 1);
    }

    private static void spendAll(OneMember member, String id) {
        long available = member.account().balance(LaurelProgram.POINTS.id()).available();
        if (available > 0) {
            member.experience(
                    Redemption.of(id, OneMember.ID, member.account().asOf(), LaurelProgram.ANY_NUMBER, available));
        }
    }

    /** A purchase. */
    @Benchmark
    public Decision purchase(CpuClock clock) {
        clock.operations++;
        return engine.evaluate(account, purchase);
    }

    /** A redemption. */
    @Benchmark
    public Decision redemption(CpuClock clock) {
        clock.operations++;
        return engine.evaluate(account, redemption);
    }
}
