package dev.laurel.examples.benchmarks.growth;

import dev.laurel.account.Account;
import dev.laurel.decision.Explanation;
import dev.laurel.event.Purchase;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import java.time.Instant;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a question about the past costs, by the number of purchases of the customer. */
@State(Scope.Thread)
public class PastBenchmark extends GrowthBenchmark {
    /** How many purchases there are. */
    @Param({"10", "100", "1000", "10000"})
    public int purchases;

    private LoyaltyService service;
    private String last;
    private Instant recorded;
    private Instant halfway;

    /** Buys. */
    @Setup
    public void setUp() {
        OneMember member = OneMember.with(purchases);
        service = LoyaltyService.of(member.engine(), new InMemoryAccountStore());
        for (int i = 0; i < purchases; i++) {
            Purchase purchase = member.purchase(i);
            service.submit(purchase).orThrow();
        }
        last = member.purchase(purchases - 1).id();
        halfway = member.purchase(purchases / 2).occurredAt();
        recorded = service.outcomeOf(OneMember.ID, last)
                .orElseThrow()
                .posted()
                .orElseThrow()
                .recordedAt();
    }

    /** Why the last purchase earned what it earned. */
    @Benchmark
    public Explanation explain(CpuClock clock) {
        clock.operations++;
        return service.explain(OneMember.ID, last).orElseThrow();
    }

    /** The account as it stood after half of them. */
    @Benchmark
    public Account accountAt(CpuClock clock) {
        clock.operations++;
        return service.accountAt(OneMember.ID, halfway).orElseThrow();
    }

    /** Whether what was recorded last agrees. */
    @Benchmark
    public List<String> verify(CpuClock clock) {
        clock.operations++;
        return service.verify(OneMember.ID, recorded);
    }
}
