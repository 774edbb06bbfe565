package dev.laurel.examples.benchmarks.growth;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Hold;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.examples.benchmarks.contender.LaurelProgram;
import java.time.Duration;
import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What an event costs, by the number of open holds. */
@State(Scope.Thread)
public class HoldsBenchmark extends GrowthBenchmark {
    private static final int ORDERS = 4_000;
    private static final Duration A_WHILE = Duration.ofDays(20);

    /** How many holds are open; an account has at most a thousand. */
    @Param({"10", "100", "1000"})
    public int holds;

    private LoyaltyEngine engine;
    private Account account;
    private Purchase purchase;
    private Redemption redemption;

    /** Fills the account. */
    @Setup
    public void setUp() {
        OneMember member = OneMember.with(2 * ORDERS);
        member.buyFirst(ORDERS);
        Instant now = member.account().asOf();
        for (int i = 0; i < holds; i++) {
            member.experience(Hold.of("hold-" + i, OneMember.ID, now, LaurelProgram.SMALL_REWARD, now.plus(A_WHILE)));
        }
        engine = member.engine();
        account = member.account();
        purchase = member.purchase(ORDERS);
        redemption = Redemption.of("x", OneMember.ID, purchase.occurredAt(), LaurelProgram.SMALL_REWARD);
    }

    /** A purchase that touches no hold. */
    @Benchmark
    public Decision purchase(CpuClock clock) {
        clock.operations++;
        return engine.evaluate(account, purchase);
    }

    /** A redemption that touches no hold. */
    @Benchmark
    public Decision redemption(CpuClock clock) {
        clock.operations++;
        return engine.evaluate(account, redemption);
    }
}
