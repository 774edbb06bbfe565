package dev.laurel.service;

import static dev.laurel.service.Checkout.NOON;
import static dev.laurel.service.Checkout.soap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Purchase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service over a store that joins the host's transactions: what it must not do there. */
@Tag("I17")
class HostTransactionsTest {
    private final JoiningStore store = new JoiningStore(new InMemoryAccountStore());
    private final List<Outcome> told = new ArrayList<>();
    private final LoyaltyService service = LoyaltyService.of(LoyaltyEngine.of(Checkout.PROGRAM), store)
            .withClock(() -> NOON)
            .withAfterCommit(store::afterCommit)
            .withListener(told::add);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stopThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private static Purchase purchase(String id) {
        return new Purchase(id, "ada", NOON, soap("10"));
    }

    @Nested
    class Locks {
        /** The host locks the member's row, and a double click waits for it; the second submit of the first must not wait for that. */
        @Test
        void aTransactionOfTwoSubmitsAndADoubleClickDoNotWaitForEachOther() throws Exception {
            CountDownLatch clicked = new CountDownLatch(1);
            Future<?> first = threads.submit(() -> store.transaction(() -> {
                service.submit(purchase("order-1")).orThrow();
                clicked.countDown();
                store.awaitWaiting();
                service.submit(purchase("order-2")).orThrow();
            }));
            assertThat(clicked.await(10, TimeUnit.SECONDS)).isTrue();
            Future<?> second = threads.submit(() ->
                    store.transaction(() -> service.submit(purchase("order-1")).orThrow()));
            first.get(10, TimeUnit.SECONDS);
            second.get(10, TimeUnit.SECONDS);
            assertThat(service.account("ada").orElseThrow().balance("points").earned())
                    .isEqualTo(20);
        }
    }

    @Nested
    class Listeners {
        @Test
        void listenersHearOfWhatTheHostCommitsAndNotBefore() {
            store.transaction(() -> {
                service.submit(purchase("order-1")).orThrow();
                service.submit(purchase("order-2")).orThrow();
                assertThat(told).isEmpty();
            });
            assertThat(told).extracting(outcome -> outcome.event().id()).containsExactly("order-1", "order-2");
        }

        @Test
        void listenersHearNothingOfWhatTheHostRollsBack() {
            assertThatThrownBy(() -> store.transaction(() -> {
                        service.submit(purchase("order-1")).orThrow();
                        throw new IllegalStateException("out of soap");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(told).isEmpty();
            assertThat(service.account("ada")).isEmpty();
        }

        @Test
        void listenersOfAServiceThatDoesNotKnowWhenTheHostCommitsAreAnError() {
            LoyaltyService deaf =
                    LoyaltyService.of(LoyaltyEngine.of(Checkout.PROGRAM), store).withClock(() -> NOON);
            LoyaltyService eager = deaf.withListener(told::add);
            assertThatThrownBy(() -> store.transaction(
                            () -> eager.submit(purchase("order-1")).orThrow()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "listeners must not hear of what may be rolled back, but the store has joined a transaction of"
                                    + " the host; say by withAfterCommit when that is committed");
            assertThat(service.account("ada")).isEmpty();
            store.transaction(() -> deaf.submit(purchase("order-1")).orThrow());
            store.transaction(() -> eager.withAfterCommit(AfterCommit.AT_ONCE)
                    .submit(purchase("order-2"))
                    .orThrow());
            assertThat(told).hasSize(1);
        }

        @Test
        void listenersHearAtOnceWhereThereIsNoTransaction() {
            service.submit(purchase("order-1")).orThrow();
            assertThat(told).hasSize(1);
        }
    }

    @Nested
    class HooksThatThrow {
        private final AfterCommit broken = task -> {
            throw new IllegalStateException("no transaction");
        };

        @Test
        void aHookThatThrowsHidesNothingThatIsCommitted() {
            LoyaltyService eager = service.withAfterCommit(broken);
            assertThat(eager.submit(purchase("order-1")).isAccepted()).isTrue();
            assertThat(told).hasSize(1);
        }

        @Test
        void aHookThatThrowsInATransactionOfTheHostIsForTheHost() {
            LoyaltyService eager = service.withAfterCommit(broken);
            assertThatThrownBy(() -> store.transaction(
                            () -> eager.submit(purchase("order-1")).orThrow()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no transaction");
            assertThat(told).isEmpty();
            assertThat(service.account("ada")).isEmpty();
        }
    }

    @Nested
    class Retries {
        @Test
        void aLostRaceIsTriedAgainInATransactionOfItsOwn() {
            store.losing = 3;
            service.submit(purchase("order-1")).orThrow();
            assertThat(store.commits).isEqualTo(4);
            assertThat(told).hasSize(1);
        }

        @Test
        void aLostRaceInATransactionOfTheHostIsForTheHost() {
            store.losing = 1;
            assertThatThrownBy(() -> store.transaction(
                            () -> service.submit(purchase("order-1")).orThrow()))
                    .isInstanceOf(ConcurrentUpdateException.class)
                    .hasMessage(
                            "account of customer 'ada' in program 'shop' is at revision 1, but the commit builds on 0;"
                                    + " repeat the whole transaction");
            assertThat(store.commits).isEqualTo(1);
            store.transaction(() -> service.submit(purchase("order-1")).orThrow());
            assertThat(told).hasSize(1);
        }

        @Test
        void aRaceThatIsLostOverAndOverAgainEndsInAnError() {
            store.losing = Integer.MAX_VALUE;
            assertThatThrownBy(() -> service.submit(purchase("order-1"))).isInstanceOf(ConcurrentUpdateException.class);
            assertThat(store.commits).isEqualTo(20);
        }

        @Test
        void aThreadThatIsInterruptedTriesNoMoreAndStaysInterrupted() {
            store.losing = Integer.MAX_VALUE;
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> service.submit(purchase("order-1"))).isInstanceOf(ConcurrentUpdateException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(store.commits).isEqualTo(1);
        }

        @Test
        void aTransactionThatIsRepeatedAfterALostRaceIsWhole() {
            store.transaction(
                    () -> service.submit(Enrollment.of("e", "ada", NOON)).orThrow());
            for (int attempt = 0; attempt < 2; attempt++) {
                store.losing = 1 - attempt;
                try {
                    store.transaction(() -> {
                        service.submit(purchase("order-1")).orThrow();
                        service.submit(purchase("order-2")).orThrow();
                    });
                } catch (ConcurrentUpdateException e) {
                    assertThat(attempt).isZero();
                }
            }
            assertThat(told).hasSize(3);
            assertThat(service.verify("ada")).isEmpty();
        }
    }
}
