package dev.laurel.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many threads on one account, through services that share nothing but the store. */
@Tag("I17")
class ConcurrencyTest {
    private static final int THREADS = 64;
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final LoyaltyEngine ENGINE = LoyaltyEngine.of(LoyaltyProgram.builder("shop", "1")
            .zone(ZoneId.of("UTC"))
            .money(USD)
            .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
            .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1))))
            .redeem(Reward.costing("hundred", 100))
            .build());

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stopThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Runs a task on all threads, all starting at the same time. */
    private <T> List<T> onAllThreads(IntFunction<Callable<T>> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<T>> futures = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Callable<T> work = task.apply(i);
            futures.add(threads.submit(() -> {
                start.await();
                return work.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get(60, TimeUnit.SECONDS));
        }
        return results;
    }

    private static LoyaltyService service(AccountStore store) {
        return LoyaltyService.of(ENGINE, store);
    }

    private static void open(LoyaltyService service, String customer, long points) {
        assertThat(service.submit(Opening.of("o", customer, NOON, new OpeningLot("points", points, NOON, null)))
                        .isAccepted())
                .isTrue();
    }

    @Test
    @Tag("K1")
    void manyRedemptionsAtOnceSucceedAsFarAsThePointsPayForThem() throws Exception {
        AccountStore store = new InMemoryAccountStore();
        LoyaltyService one = service(store);
        LoyaltyService other = service(store);
        for (int round = 0; round < 200; round++) {
            String customer = "c" + round;
            open(one, customer, 1_000);
            List<Outcome> outcomes = onAllThreads(
                    i -> () -> (i % 2 == 0 ? one : other).submit(Redemption.of("x" + i, customer, NOON, "hundred")));
            assertThat(outcomes.stream().filter(Outcome::isAccepted)).hasSize(10);
            assertThat(outcomes.stream().filter(outcome -> !outcome.isAccepted()))
                    .allSatisfy(outcome ->
                            assertThat(outcome.refusal().orElseThrow().code()).isEqualTo("INSUFFICIENT_POINTS"));
            Account account = one.account(customer).orElseThrow();
            assertThat(account.balance("points").available()).isZero();
            assertThat(account.balance("points").redeemed()).isEqualTo(1_000);
            assertThat(account.verify(one.entries(customer))).isEmpty();
        }
    }

    @Test
    @Tag("K3")
    @Tag("E2")
    void oneEventSentByAllThreadsIsNewOnceAndGivesAllTheSameAnswer() throws Exception {
        AccountStore store = new InMemoryAccountStore();
        LoyaltyService one = service(store);
        LoyaltyService other = service(store);
        Purchase purchase = new Purchase("p", "c", NOON, Basket.ofTotal(Money.of(USD, 50)));
        List<Outcome> outcomes = onAllThreads(i -> () -> (i % 2 == 0 ? one : other).submit(purchase));
        assertThat(outcomes.stream().filter(outcome -> !outcome.isRepeat())).hasSize(1);
        assertThat(outcomes).extracting(Outcome::entries).containsOnly(one.entries("c"));
        assertThat(one.account("c").orElseThrow().balance("points").earned()).isEqualTo(50);
        assertThat(store.journal(new AccountKey("shop", "c"), 0, 1_000)).hasSize(1);
    }

    /** Breaks the connection before or after some commits, so that nobody knows whether they are there. */
    private static final class Breaking extends ForwardingStore {
        private final AtomicInteger commits = new AtomicInteger();

        Breaking(AccountStore store) {
            super(store);
        }

        @Override
        public void commit(List<AccountCommit> all) {
            int place = commits.getAndIncrement() % 5;
            if (place == 1) {
                throw new UncheckedIOException(new IOException("connection reset"));
            }
            super.commit(all);
            if (place == 3) {
                throw new UncheckedIOException(new IOException("connection reset"));
            }
        }
    }

    /** What a host does: it sends an event again until there is an answer. */
    private static Outcome sent(LoyaltyService service, LoyaltyEvent event) {
        while (true) {
            try {
                return service.submit(event).orThrow();
            } catch (UncheckedIOException e) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    @Tag("K3")
    @Tag("I18")
    void brokenConnectionsOfManyThreadsLoseDoubleAndHideNothing() throws Exception {
        InMemoryAccountStore store = InMemoryAccountStore.withOutbox();
        AccountStore breaking = new Breaking(store);
        List<LoyaltyService> services = List.of(service(breaking), service(breaking));
        List<Integer> accepted = onAllThreads(i -> () -> {
            int count = 0;
            for (int n = 0; n < 20; n++) {
                // Each event is sent by two threads, to two services, and half of all are of one customer.
                String id = "p" + (i / 2) + "-" + n;
                String customer = i % 4 < 2 ? "busy" : "c" + i / 2;
                Purchase purchase = new Purchase(id, customer, NOON, Basket.ofTotal(Money.of(USD, 3)));
                count += sent(services.get(i % 2), purchase).isAccepted() ? 1 : 0;
            }
            return count;
        });
        assertThat(accepted).containsOnly(20);
        List<String> told = new ArrayList<>();
        store.outbox(10_000)
                .forEach(message -> told.add(message.key().customer() + " "
                        + message.posted().event().id()));
        List<String> posted = new ArrayList<>();
        for (StoredAccount stored : store.accounts("shop", "", 1_000)) {
            String customer = stored.account().customer();
            services.get(0)
                    .journal(customer)
                    .forEach(each -> posted.add(customer + " " + each.event().id()));
            assertThat(services.get(0).verify(customer)).isEmpty();
        }
        assertThat(posted).hasSize(THREADS / 2 * 20).doesNotHaveDuplicates();
        assertThat(told).containsExactlyInAnyOrderElementsOf(posted);
        assertThat(services.get(0)
                        .account("busy")
                        .orElseThrow()
                        .balance("points")
                        .earned())
                .isEqualTo(THREADS / 4 * 20 * 3);
    }

    @Test
    @Tag("I1")
    void everyReadShowsABalanceThatAddsUp() throws Exception {
        LoyaltyService service = service(new InMemoryAccountStore());
        open(service, "c", 10_000);
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger writing = new AtomicInteger(THREADS / 4);
        List<Integer> reads = onAllThreads(i -> () -> {
            if (i % 4 == 0) {
                for (int n = 0; n < 50; n++) {
                    String id = "e" + i + "-" + n;
                    Outcome outcome = n % 2 == 0
                            ? service.submit(Redemption.of(id, "c", NOON, "hundred"))
                            : service.submit(new Purchase(id, "c", NOON, Basket.ofTotal(Money.of(USD, 100))));
                    assertThat(outcome.isAccepted()).isTrue();
                }
                done.compareAndSet(false, writing.decrementAndGet() == 0);
                return 0;
            }
            int count = 0;
            while (!done.get() || count < 3_000) {
                Account account = service.account("c").orElseThrow();
                assertThat(account.balance("points").isConserved()).isTrue();
                count++;
            }
            return count;
        });
        assertThat(reads.stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(100_000);
        assertThat(service.account("c").orElseThrow().verify(service.entries("c")))
                .isEmpty();
        assertThat(service.account("c").orElseThrow().balance("points").available())
                .isEqualTo(10_000);
    }
}
