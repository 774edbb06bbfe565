package dev.laurel.examples.benchmarks.growth;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What an event costs, by the number of campaigns in the program, and what it costs to compile and describe them. */
@State(Scope.Thread)
public class CampaignsBenchmark extends GrowthBenchmark {
    private static final int ORDERS = 1_000;

    /** How many campaigns the program has. */
    @Param({"10", "100", "1000", "10000"})
    public int campaigns;

    private OneMember member;
    private Account account;
    private int next;

    /** Makes program and orders. */
    @Setup
    public void setUp() {
        member = OneMember.with(campaigns, ORDERS);
        account = member.account();
    }

    /** One purchase after the other, over two years. */
    @Benchmark
    public Decision purchase(CpuClock clock) {
        clock.operations++;
        if (next == ORDERS) {
            next = 0;
            account = member.account();
        }
        Decision decision = member.engine().evaluate(account, member.purchase(next++));
        account = decision.account();
        return decision;
    }

    /** One purchase after the other, each with its explanation read as a text. */
    @Benchmark
    public String explained(CpuClock clock) {
        return purchase(clock).explanation().text();
    }

    /** Writing the program's terms. */
    @Benchmark
    public String terms(CpuClock clock) {
        clock.operations++;
        return member.engine().program().terms();
    }

    /** Compiling the program. */
    @Benchmark
    public LoyaltyEngine compile(CpuClock clock) {
        clock.operations++;
        return LoyaltyEngine.of(member.engine().program());
    }
}
