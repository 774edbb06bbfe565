package dev.laurel.examples.benchmarks.growth;

import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Purchase;
import dev.laurel.examples.benchmarks.contender.LaurelEvents;
import dev.laurel.examples.benchmarks.contender.LaurelProgram;
import dev.laurel.examples.benchmarks.shop.Shop;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Outcome;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.ThreadParams;

/** What a purchase costs a service over the store in memory, on one thread and on two that serve different customers. */
public class ServiceBenchmark extends GrowthBenchmark {
    private static final int CAMPAIGNS = 50;
    private static final int ORDERS = 50_000;

    /** The service of all threads, and what is bought. */
    @State(Scope.Benchmark)
    public static class Host {
        private LoyaltyEngine engine;
        private LoyaltyService service;
        private List<Purchase> purchases;

        /** Makes program and orders. */
        @Setup
        public void setUp() {
            Shop shop = Shop.of(CAMPAIGNS, ORDERS);
            engine = LoyaltyEngine.of(LaurelProgram.of(shop.campaigns()));
            purchases = LaurelEvents.of(shop).purchases();
        }

        /** Begins with an empty store, because it keeps all that it is given. */
        @Setup(Level.Iteration)
        public void empty() {
            service = LoyaltyService.of(engine, new InMemoryAccountStore());
        }
    }

    /** The customers of one thread. */
    @State(Scope.Thread)
    public static class Till {
        private String suffix = "";
        private int thread;
        private int round;
        private int next;

        /** Begins with customers of whom the service knows nothing. */
        @Setup(Level.Iteration)
        public void setUp(ThreadParams params) {
            thread = params.getThreadIndex();
            round = 0;
            begin();
        }

        private void begin() {
            next = 0;
            suffix = "-" + thread + "-" + round++;
        }

        /** Each time that all has been bought, others buy it. */
        private Purchase next(List<Purchase> purchases) {
            if (next == purchases.size()) {
                begin();
            }
            Purchase purchase = purchases.get(next++);
            return new Purchase(purchase.id(), purchase.customer() + suffix, purchase.occurredAt(), purchase.basket());
        }
    }

    /** A purchase, while nobody else is served. */
    @Benchmark
    @Threads(1)
    public Outcome onOneThread(Host host, Till till, CpuClock clock) {
        clock.operations++;
        return host.service.submit(till.next(host.purchases)).orThrow();
    }

    /** A purchase, while another customer is served. */
    @Benchmark
    @Threads(2)
    public Outcome onTwoThreads(Host host, Till till, CpuClock clock) {
        clock.operations++;
        return host.service.submit(till.next(host.purchases)).orThrow();
    }
}
