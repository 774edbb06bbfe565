package dev.laurel.jdbc;

import static dev.laurel.jdbc.Shop.NOON;
import static dev.laurel.jdbc.Shop.POINTS;
import static dev.laurel.jdbc.Shop.USD;
import static dev.laurel.jdbc.Shop.purchase;
import static dev.laurel.jdbc.Shop.sent;
import static dev.laurel.jdbc.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Closure;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Erasure;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Reopening;
import dev.laurel.event.Transfer;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.service.ChangedTermsException;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Outcome;
import dev.laurel.service.RegisteredVersion;
import dev.laurel.time.Moment;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two services over one database, each with connections of its own: what many threads do through both has the effect
 * of one after the other.
 */
@Tag("I17")
@Tag("slow")
@ParameterizedClass
@MethodSource("dev.laurel.jdbc.Databases#all")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TwoInstancesTest {
    private static final int THREADS = 64;
    private static final int CONNECTIONS = 12;
    private static final int ROUNDS = Integer.getInteger("laurel.rounds", 10);

    @Parameter
    TestDatabase database;

    private Shop shop;
    private HikariDataSource onePool;
    private HikariDataSource otherPool;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void twoPools() throws SQLException {
        shop = new Shop(database);
        onePool = database.poolOf(CONNECTIONS, true);
        otherPool = database.poolOf(CONNECTIONS, true);
    }

    @AfterEach
    void close() throws InterruptedException {
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        onePool.close();
        otherPool.close();
    }

    private JdbcAccountStore storeOver(HikariDataSource pool) {
        return JdbcAccountStore.of(pool).withPrefix(shop.prefix).withOutbox();
    }

    /** Runs tasks that begin at the same moment, each in a thread of its own. */
    private <T> List<T> together(int tasks, IntFunction<Callable<T>> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(tasks);
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            Callable<T> work = task.apply(i);
            running.add(threads.submit(() -> {
                start.await(60, TimeUnit.SECONDS);
                return work.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> each : running) {
            results.add(each.get(120, TimeUnit.SECONDS));
        }
        return results;
    }

    @Nested
    class OneProgram {
        private LoyaltyService one;
        private LoyaltyService other;

        @BeforeEach
        void twoServices() {
            one = shop.serviceOver(storeOver(onePool));
            other = shop.serviceOver(storeOver(otherPool));
        }

        private LoyaltyService service(int thread) {
            return thread % 2 == 0 ? one : other;
        }

        @Test
        @Tag("K1")
        void manyRedemptionsAtOnceSucceedAsFarAsThePointsPayForThem() throws Exception {
            AtomicBoolean isOver = new AtomicBoolean();
            for (int round = 0; round < ROUNDS; round++) {
                String customer = "ada-" + round;
                shop.open(1_000, customer);
                Future<Long> watching = threads.submit(() -> watched(customer, isOver));
                List<Outcome> outcomes = together(
                        THREADS, i -> () -> sent(service(i), Redemption.of("r-" + i, customer, NOON, "hundred")));
                isOver.set(true);
                assertThat(watching.get(60, TimeUnit.SECONDS)).isPositive();
                isOver.set(false);
                assertThat(outcomes.stream().filter(Outcome::isAccepted)).hasSize(10);
                assertThat(outcomes.stream().filter(Outcome::isRepeat)).isEmpty();
                assertThat(outcomes.stream().filter(outcome -> !outcome.isAccepted()))
                        .allMatch(outcome ->
                                outcome.refusal().orElseThrow().code().equals("INSUFFICIENT_POINTS"));
                Account account = one.account(customer).orElseThrow();
                assertThat(account.balance("points").available()).isZero();
                assertThat(account.balance("points").redeemed()).isEqualTo(1_000);
                assertThat(shop.journal(customer)).hasSize(11);
            }
            shop.requireClean(customers("ada-"));
        }

        /** Somebody looks all the time: no sum is ever wrong, and nothing below 0. */
        private long watched(String customer, AtomicBoolean isOver) {
            long looks = 0;
            do {
                Account account = other.account(customer).orElseThrow();
                assertThat(account.balance("points").available()).isBetween(0L, 1_000L);
                assertThat(account.balance("points").isConserved()).isTrue();
                looks++;
            } while (!isOver.get());
            return looks;
        }

        private String[] customers(String prefix) {
            String[] customers = new String[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                customers[i] = prefix + i;
            }
            return customers;
        }

        @Test
        @Tag("E2")
        @Tag("K3")
        void oneEventThatFiftyThreadsSendIsNewOnceAndGivesAllTheSameAnswer() throws Exception {
            for (int round = 0; round < ROUNDS; round++) {
                String customer = "ada-" + round;
                if (round % 2 == 0) {
                    // Otherwise the event begins the account too.
                    shop.open(7, customer);
                }
                Purchase purchase = purchase("order-1", customer, "50");
                List<Outcome> outcomes = together(50, i -> () -> sent(service(i), purchase));
                assertThat(outcomes.stream().filter(Outcome::isRepeat)).hasSize(49);
                assertThat(outcomes).allMatch(Outcome::isAccepted);
                assertThat(outcomes)
                        .extracting(Outcome::entries)
                        .containsOnly(one.entries(customer)
                                .subList(
                                        one.entries(customer).size() - 1,
                                        one.entries(customer).size()));
                assertThat(outcomes)
                        .extracting(outcome -> Codec.ACCOUNTS.digest(outcome.account()))
                        .containsOnly(
                                Codec.ACCOUNTS.digest(one.account(customer).orElseThrow()));
                assertThat(shop.journal(customer)).endsWith("order-1").hasSize(round % 2 == 0 ? 2 : 1);
            }
            shop.requireClean(customers("ada-"));
        }

        @Test
        @Tag("R5")
        void transfersBothWaysAtOnceLoseNothingAndAreNeverOnOneSideOnly() throws Exception {
            shop.open(1_000, "ada", "ben");
            int each = 1 + ROUNDS / 15;
            List<Outcome> outcomes = new ArrayList<>();
            for (int round = 0; round < each; round++) {
                String id = "gift-" + round + "-";
                outcomes.addAll(together(
                        THREADS,
                        i -> () -> sent(
                                service(i / 2),
                                new Transfer(
                                        id + i,
                                        i % 2 == 0 ? "ada" : "ben",
                                        NOON,
                                        i % 2 == 0 ? "ben" : "ada",
                                        "points",
                                        1 + i))));
            }
            assertThat(outcomes).allMatch(Outcome::isAccepted);
            assertThat(outcomes.stream().filter(Outcome::isRepeat)).isEmpty();
            long given = each * 1_024L;
            long got = each * 1_056L;
            for (LoyaltyService service : List.of(one, other)) {
                assertThat(service.account("ada")
                                .orElseThrow()
                                .balance("points")
                                .available())
                        .isEqualTo(1_000 - given + got);
                assertThat(service.account("ben")
                                .orElseThrow()
                                .balance("points")
                                .available())
                        .isEqualTo(1_000 + given - got);
            }
            for (String customer : List.of("ada", "ben")) {
                assertThat(shop.journal(customer)).hasSize(1 + each * THREADS).doesNotHaveDuplicates();
            }
            shop.requireClean("ada", "ben");
        }

        @Test
        @Tag("I26")
        void enrollmentsClosuresReopeningsAndErasuresAtOnceLeaveAllClean() throws Exception {
            String[] customers = customers("ada-");
            List<Outcome> outcomes = together(THREADS, i -> () -> {
                Outcome last = null;
                for (String customer : customers) {
                    last = sent(service(i), lifetime(i, customer));
                }
                return last;
            });
            assertThat(outcomes).hasSize(THREADS);
            for (String customer : customers) {
                // Where all erasures came before there was an account, there is none yet.
                sent(one, new Erasure("erasure", customer, NOON)).orThrow();
                assertThat(one.account(customer).orElseThrow().milestones().erased())
                        .isNotNull();
                // What waited for the erasure was refused, and of all that was before it nothing is left.
                assertThat(shop.journal(customer)).endsWith("erasure").doesNotHaveDuplicates();
                one.journal(customer)
                        .forEach(posted -> assertThat(posted.isErased() || posted.event() instanceof Erasure)
                                .isTrue());
            }
            shop.requireClean(customers);
        }

        private LoyaltyEvent lifetime(int thread, String customer) {
            return switch (thread % 8) {
                case 0, 1 -> Enrollment.of("enrollment-" + thread, customer, NOON);
                case 2 -> new Closure("closure-" + thread, customer, NOON);
                case 3 -> new Reopening("reopening-" + thread, customer, NOON);
                case 4 -> new Erasure("erasure", customer, NOON);
                default -> purchase("order-" + thread, customer, "10");
            };
        }
    }

    /** A deployment: for a while two services have other lists of versions. */
    @Nested
    @Tag("P4")
    class TwoVersions {
        private static final LocalDate APRIL = LocalDate.parse("2026-04-01");

        private final LoyaltyProgram first = version("1", 1).build();
        private final LoyaltyProgram second = version("2", 2).inForceFrom(APRIL).build();

        private LoyaltyProgram.Builder version(String version, long pointsPerDollar) {
            return LoyaltyProgram.builder("shop", version)
                    .zone(ZoneOffset.UTC)
                    .money(USD)
                    .points(POINTS, PointTerms.expiring(Moment.never()))
                    .earn(EarnRule.earning("base", Amounts.proportional(pointsPerDollar, usd("1"))));
        }

        private LoyaltyService deployed(HikariDataSource pool, LoyaltyProgram... versions) {
            return LoyaltyService.of(LoyaltyEngine.ofVersions(List.of(versions)), storeOver(pool))
                    .withTolerance(Duration.ofDays(3_650));
        }

        private static Purchase bought(String id, String customer, String date) {
            return new Purchase(id, customer, Instant.parse(date + "T12:00:00Z"), Basket.ofTotal(usd("10")));
        }

        @Test
        void anOldAndANewServiceAtOnceServeWhatTheyKnowAndLoseNothing() throws Exception {
            LoyaltyService old = deployed(onePool, first);
            LoyaltyService fresh = deployed(otherPool, first, second);
            int customers = 8;
            List<List<Outcome>> outcomes = together(THREADS, i -> () -> {
                List<Outcome> mine = new ArrayList<>();
                for (int n = 0; n < 4; n++) {
                    // The last two are in April, of which the old service does not know that another version is in
                    // force.
                    String date = n < 2 ? "2026-03-3" + n : "2026-04-0" + n;
                    LoyaltyService service = i / customers % 2 == 0 ? old : fresh;
                    mine.add(sent(service, bought("order-" + i + "-" + n, "ada-" + i % customers, date)));
                }
                return mine;
            });
            List<Outcome> refused = outcomes.stream()
                    .flatMap(List::stream)
                    .filter(outcome -> !outcome.isAccepted())
                    .toList();
            Refusal unknown = new Refusal.UnknownVersion("2", List.of("1"));
            assertThat(refused)
                    .allMatch(outcome -> outcome.refusal().orElseThrow().equals(unknown));
            assertThat(old.submit(bought("late", "ada-0", "2026-04-04")).refusal())
                    .contains(unknown);
            requireAllServed(fresh, outcomes, refused);
        }

        private void requireAllServed(LoyaltyService fresh, List<List<Outcome>> outcomes, List<Outcome> refused) {
            // What was refused is sent to the new service, as a balancer would; what was accepted is there already.
            refused.forEach(outcome -> assertThat(
                            fresh.submit(outcome.event()).orThrow().isRepeat())
                    .isFalse());
            Set<String> customers = outcomes.stream()
                    .flatMap(List::stream)
                    .map(outcome -> outcome.event().customer())
                    .collect(Collectors.toSet());
            int events = 0;
            for (String customer : customers) {
                assertThat(fresh.verify(customer)).isEmpty();
                events += shop.journal(customer).size();
            }
            assertThat(events).isEqualTo(THREADS * 4);
            outcomes.stream().flatMap(List::stream).forEach(outcome -> {
                Outcome again = fresh.submit(outcome.event());
                assertThat(again.isRepeat()).isTrue();
                if (outcome.isAccepted()) {
                    assertThat(again.entries()).isEqualTo(outcome.entries());
                }
            });
        }

        @Test
        void anAccountThatTheNewServiceWroteLastIsRefusedByTheOldOneUntilThatIsReplaced() {
            LoyaltyService old = deployed(onePool, first);
            LoyaltyService fresh = deployed(otherPool, first, second);
            old.submit(bought("order-1", "ada", "2026-04-02")).orThrow();
            fresh.submit(bought("order-2", "ada", "2026-04-03")).orThrow();
            String before = Codec.ACCOUNTS.digest(fresh.account("ada").orElseThrow());
            assertThat(old.submit(bought("order-3", "ada", "2026-04-04")).refusal())
                    .contains(new Refusal.UnknownVersion("2", List.of("1")));
            assertThat(old.submit(bought("order-2", "ada", "2026-04-03")).isRepeat())
                    .isTrue();
            assertThat(Codec.ACCOUNTS.digest(fresh.account("ada").orElseThrow()))
                    .isEqualTo(before);
            deployed(onePool, first, second)
                    .submit(bought("order-3", "ada", "2026-04-04"))
                    .orThrow();
            assertThat(fresh.account("ada").orElseThrow().balance("points").available())
                    .isEqualTo(10 + 20 + 20);
            assertThat(fresh.verify("ada")).isEmpty();
            assertThat(storeOver(onePool).versions("shop"))
                    .containsExactlyInAnyOrder(RegisteredVersion.of(first), RegisteredVersion.of(second));
        }

        @Test
        void aServiceWithOtherTermsUnderAVersionThatHasWrittenDoesNotStart() {
            deployed(onePool, first)
                    .submit(bought("order-1", "ada", "2026-03-01"))
                    .orThrow();
            LoyaltyProgram changed = version("1", 3).build();
            ChangedTermsException refused =
                    catchThrowableOfType(ChangedTermsException.class, () -> deployed(otherPool, changed));
            assertThat(refused.version()).isEqualTo("1");
            assertThat(refused.differences()).hasSize(2);
        }

        /** Both have started before either has written: whoever commits first says what the version is. */
        @Test
        void oneOfTwoServicesThatFirstWriteAVersionWithTwoTermsAtOnceIsRefused() throws Exception {
            for (int round = 0; round < ROUNDS; round += 3) {
                Shop fresh = new Shop(database);
                shop = fresh;
                LoyaltyService one = deployed(onePool, first);
                LoyaltyService other = deployed(otherPool, version("1", 3).build());
                List<Boolean> written = together(16, i -> () -> {
                    try {
                        return (i % 2 == 0 ? one : other)
                                .submit(bought("order-1", "ada-" + i, "2026-03-01"))
                                .isAccepted();
                    } catch (IllegalStateException e) {
                        // By the service, or by the store where both looked before either wrote.
                        assertThat(e).hasMessageStartingWith("version '1' of program 'shop' ");
                        return false;
                    }
                });
                List<RegisteredVersion> registered = fresh.store.versions("shop");
                assertThat(registered).hasSize(1);
                int winner = registered.get(0).equals(RegisteredVersion.of(first)) ? 0 : 1;
                for (int i = 0; i < written.size(); i++) {
                    assertThat(written.get(i)).isEqualTo(i % 2 == winner);
                    assertThat(fresh.service.account("ada-" + i).isPresent()).isEqualTo(i % 2 == winner);
                    assertThat(fresh.journal("ada-" + i)).hasSize(i % 2 == winner ? 1 : 0);
                }
                assertThatThrownBy(() -> (winner == 0 ? other : one).submit(bought("order-2", "ada-0", "2026-03-02")))
                        .isInstanceOf(ChangedTermsException.class);
            }
        }
    }
}
