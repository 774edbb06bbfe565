package dev.laurel.jdbc;

import static dev.laurel.jdbc.Shop.NOON;
import static dev.laurel.jdbc.Shop.purchase;
import static dev.laurel.jdbc.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.codec.Codec;
import dev.laurel.event.Basket;
import dev.laurel.event.Closure;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Erasure;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.event.Transfer;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is read of an account to change it is the present, of the account and of all beside it: also where another
 * transaction was waited for, and where this one began long before.
 */
@Tag("I17")
@ParameterizedClass
@MethodSource("dev.laurel.jdbc.Databases#all")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PresentReadsTest {
    private static final Purchase SOAPS = new Purchase(
            "order-1",
            "ada",
            NOON,
            Basket.of(PurchaseLine.of("1", "soap", usd("10.99")), PurchaseLine.of("2", "soap", usd("10.99"))));

    @Parameter
    TestDatabase database;

    private Shop shop;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void members() throws SQLException {
        shop = new Shop(database);
    }

    @AfterEach
    void stopThreads() throws InterruptedException {
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    // --- returns ---

    /**
     * 21 points for two soaps, 10 for one: the first return takes 11 and the second 10, whichever soap comes back
     * first.
     */
    private static Return giveBack(String id, String line) {
        return new Return(id, "ada", NOON, "order-1", List.of(ReturnedLine.of(line, usd("10.99"))));
    }

    /** The first transaction has returned a part when the second, which returns the rest, has to wait for it. */
    private void requireRestAfterPart(Shop.Work before, boolean isJoined) throws Exception {
        shop.service.submit(SOAPS).orThrow();
        Outcome rest;
        try (HostTransaction first = shop.begin();
                HostTransaction second = shop.begin()) {
            before.in(second);
            first.service().submit(giveBack("part", "1")).orThrow();
            LoyaltyService service = isJoined ? second.service() : shop.service;
            Future<Outcome> waiting = threads.submit(() -> service.submit(giveBack("rest", "2")));
            database.awaitWaiting();
            assertThat(waiting.isDone()).isFalse();
            first.commit();
            rest = waiting.get(60, TimeUnit.SECONDS).orThrow();
            second.commit();
        }
        LoyaltyService plain = shop.serviceOver(new InMemoryAccountStore());
        plain.submit(SOAPS).orThrow();
        plain.submit(giveBack("part", "1")).orThrow();
        assertThat(rest).isEqualTo(plain.submit(giveBack("rest", "2")));
        assertThat(rest.entries().get(0).points()).isEqualTo(-10);
        requireEqual(plain, "ada", "order-1");
        assertThat(shop.available("ada")).isZero();
        shop.requireClean("ada");
    }

    private void requireEqual(LoyaltyService plain, String customer, String receipt) {
        assertThat(shop.service.entries(customer)).isEqualTo(plain.entries(customer));
        assertThat(shop.service.receipt(customer, receipt)).isEqualTo(plain.receipt(customer, receipt));
        assertThat(Codec.ACCOUNTS.digest(shop.service.account(customer).orElseThrow()))
                .isEqualTo(Codec.ACCOUNTS.digest(plain.account(customer).orElseThrow()));
    }

    @Test
    void aReturnThatWaitsInATransactionOfTheHostSeesTheReceiptThatItWaitedFor() throws Exception {
        requireRestAfterPart(second -> {}, true);
    }

    @Test
    void aReturnThatWaitsSeesTheReceiptAlsoWhereItsTransactionLookedBefore() throws Exception {
        requireRestAfterPart(
                second -> {
                    assertThat(second.orders()).isZero();
                    assertThat(second.service().receipt("ada", "order-1")).isPresent();
                    assertThat(second.service().verify("ada")).isEmpty();
                },
                true);
    }

    @Test
    void aReturnThatWaitsInATransactionOfItsOwnSeesTheReceiptThatItWaitedFor() throws Exception {
        requireRestAfterPart(second -> {}, false);
    }

    @Test
    void aReturnThatWaitedForWhatIsRolledBackIsAsIfThatHadNeverBeen() throws Exception {
        shop.service.submit(SOAPS).orThrow();
        try (HostTransaction first = shop.begin();
                HostTransaction second = shop.begin()) {
            assertThat(second.service().receipt("ada", "order-1")).isPresent();
            first.service().submit(giveBack("part", "1")).orThrow();
            Future<Outcome> waiting = threads.submit(() -> second.service().submit(giveBack("rest", "2")));
            database.awaitWaiting();
            first.rollback();
            assertThat(waiting.get(60, TimeUnit.SECONDS).entries().get(0).points())
                    .isEqualTo(-11);
            second.commit();
        }
        assertThat(shop.journal("ada")).containsExactly("order-1", "rest");
        shop.requireClean("ada");
    }

    // --- transactions that looked long before ---

    static IntStream isolations() {
        return IntStream.of(Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_REPEATABLE_READ);
    }

    /**
     * What another commits after the host's transaction has looked at everything, for the transaction that then
     * submits.
     */
    private List<Outcome> afterTheOther(int isolation, LoyaltyEvent between, LoyaltyEvent... events) throws Exception {
        boolean[] isOver = new boolean[1];
        List<Outcome> outcomes = new ArrayList<>();
        shop.repeating(transaction -> {
            outcomes.clear();
            transaction.isolated(isolation);
            assertThat(transaction.orders()).isZero();
            // Journals too, which some databases take a look of their own at.
            assertThat(transaction.service().entries("ada")).isNotEmpty();
            if (!isOver[0]) {
                isOver[0] = true;
                shop.service.submit(between).orThrow();
            }
            for (LoyaltyEvent event : events) {
                outcomes.add(transaction.service().submit(event));
            }
        });
        return outcomes;
    }

    @ParameterizedTest
    @MethodSource("isolations")
    void anEventThatAnotherHasCommittedMeanwhileIsARepetition(int isolation) throws Exception {
        shop.open(500, "ada");
        Outcome outcome = afterTheOther(isolation, purchase("order-1", "ada", "10"), purchase("order-1", "ada", "10"))
                .get(0);
        assertThat(outcome.orThrow().isRepeat()).isTrue();
        shop.requireClean("ada");
    }

    @ParameterizedTest
    @MethodSource("isolations")
    void anAccountThatAnotherHasClosedMeanwhileIsClosed(int isolation) throws Exception {
        shop.open(500, "ada");
        assertThat(afterTheOther(isolation, new Closure("closure", "ada", NOON), purchase("order-1", "ada", "10"))
                        .get(0)
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo("ACCOUNT_CLOSED");
        shop.requireClean("ada");
    }

    /** The refusal is of an account that did not change; the one that gives did. */
    @ParameterizedTest
    @MethodSource("isolations")
    void aTransferThatIsRefusedThereIsRefusedAlsoWhereWhoGivesHasChanged(int isolation) throws Exception {
        shop.open(500, "ada", "ben");
        shop.service.submit(new Closure("closure", "ben", NOON)).orThrow();
        assertThat(afterTheOther(
                                isolation,
                                purchase("order-1", "ada", "10"),
                                new Transfer("gift", "ada", NOON, "ben", "points", 30))
                        .get(0)
                        .isAccepted())
                .isFalse();
        assertThat(shop.available("ada")).isEqualTo(510);
        shop.requireClean("ada", "ben");
    }

    /** An erasure reads the whole journal, of which a part was committed by another. */
    @ParameterizedTest
    @MethodSource("isolations")
    @Tag("I26")
    void anErasureLeavesNothingOfWhatAnotherHasCommittedMeanwhile(int isolation) throws Exception {
        requireErased(isolation, false);
    }

    @ParameterizedTest
    @MethodSource("isolations")
    @Tag("I26")
    void anErasureAfterAnEventOfItsTransactionLeavesNothingEither(int isolation) throws Exception {
        requireErased(isolation, true);
    }

    private void requireErased(int isolation, boolean isAfterAnEventOfItsOwn) throws Exception {
        shop.service.submit(Enrollment.of("enrollment", "ada", NOON)).orThrow();
        shop.service.submit(purchase("order-0", "ada", "10")).orThrow();
        Purchase between = new Purchase(
                "order-1",
                "ada",
                NOON,
                Basket.of(PurchaseLine.of("1", "soap", usd("10")).withAttribute("engraving", "canary")));
        Erasure erasure = new Erasure("erasure", "ada", NOON);
        List<Outcome> outcomes = isAfterAnEventOfItsOwn
                ? afterTheOther(isolation, between, purchase("order-2", "ada", "20"), erasure)
                : afterTheOther(isolation, between, erasure);
        assertThat(outcomes).allMatch(Outcome::isAccepted);
        shop.service
                .journal("ada")
                .forEach(posted -> assertThat(posted.isErased() || posted.event() instanceof Erasure)
                        .as(posted.event().id())
                        .isTrue());
        assertThat(shop.service.receipt("ada", "order-1")).isEmpty();
        assertThat(shop.journal("ada")).hasSize(isAfterAnEventOfItsOwn ? 5 : 4);
        shop.requireClean("ada");
    }
}
