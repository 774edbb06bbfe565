package dev.laurel.jdbc;

import static dev.laurel.jdbc.Shop.NOON;
import static dev.laurel.jdbc.Shop.PROGRAM;
import static dev.laurel.jdbc.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.jdbc.FaultyDriver.Fault;
import dev.laurel.service.AccountKey;
import dev.laurel.service.ConcurrentUpdateException;
import dev.laurel.service.Intent;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Named;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a host is told where the database fails, or gives up for another transaction, at what is read or confirmed. */
class FaultyReadsTest {
    private static final AccountKey ADA = new AccountKey("shop", "ada");
    private static final String OF_ADA = "the database gave up the transaction for account of customer 'ada' in program"
            + " 'shop'; repeat the whole transaction";
    private static final String OF_NOBODY =
            "the database gave up the transaction for another one; repeat the whole transaction";
    private static final List<FaultyHost> HOSTS = new ArrayList<>();

    /**
     * A call of a store.
     *
     * @param what what it could not do, in the words of the exception
     * @param race what is said where another transaction was in the way
     */
    private record Call(String what, String race, Work work) {}

    private interface Work {
        Object on(JdbcAccountStore store);
    }

    private static List<Call> calls() {
        return List.of(
                new Call("read an account", OF_ADA, store -> store.read(ADA, Named.NOTHING, Intent.VIEW)),
                new Call("read a journal", OF_ADA, store -> store.journal(ADA, 0, 10)),
                new Call("read a journal", OF_ADA, store -> store.journalBefore(ADA, 10, 10)),
                new Call("read snapshots", OF_ADA, store -> store.snapshots(ADA, 10, 10)),
                new Call("read receipts", OF_ADA, store -> store.receiptsAt(ADA, Set.of("order-1"), 1)),
                new Call("read accounts", OF_NOBODY, store -> store.accounts("shop", "", 10)),
                new Call("read the versions", OF_NOBODY, store -> store.versions("shop")),
                new Call("read who is due", OF_NOBODY, store -> store.due("shop", NOON, "1", null, 10)),
                new Call("read the outbox", OF_NOBODY, store -> store.outbox(10)),
                new Call("take messages out of the outbox", OF_NOBODY, store -> {
                    store.delivered(List.of(-1L));
                    return "nothing";
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsReadFailsWithTheExceptionThatSaysWhatToDo() {
        return Databases.all()
                .flatMap(database ->
                        Stream.of(FaultyHost.Mode.OWN, FaultyHost.Mode.JOINED).flatMap(mode -> checks(database, mode)));
    }

    private static Stream<DynamicTest> checks(TestDatabase database, FaultyHost.Mode mode) {
        FaultyHost host = new FaultyHost(mode, database);
        HOSTS.add(host);
        LoyaltyService.of(LoyaltyEngine.of(PROGRAM), host.sound())
                .submit(purchase("order-1", "ada", "10"))
                .orThrow();
        return calls().stream()
                .map(call -> dynamicTest(database + ", " + mode + ": " + call.what, () -> check(host, call)));
    }

    private static void check(FaultyHost host, Call call) throws SQLException {
        // The first call of a store also finds out what database it is.
        assertThat(run(host, call)).isNotNull();
        host.driver().count();
        assertThat(run(host, call)).isNotNull();
        int all = host.driver().calls().size();
        // The last of a transaction of the host is its own commit.
        int ofStore = host.mode().isJoined() ? all - 1 : all;
        assertThat(ofStore).isPositive();
        for (int i = 1; i <= ofStore; i++) {
            for (Fault fault : List.of(Fault.BEFORE, Fault.AFTER, Fault.BREAK_BEFORE)) {
                host.driver().failAt(i, fault);
                assertThatThrownBy(() -> run(host, call))
                        .isInstanceOf(JdbcStoreException.class)
                        .hasMessageStartingWith("cannot " + call.what + ": the database answered with SQL state ")
                        .hasCauseInstanceOf(SQLException.class);
            }
            for (Fault fault : List.of(Fault.RACE_BEFORE, Fault.RACE_AFTER)) {
                host.driver().failAt(i, fault);
                assertThatThrownBy(() -> run(host, call))
                        .isInstanceOf(ConcurrentUpdateException.class)
                        .hasMessage(call.race)
                        .hasCauseInstanceOf(SQLException.class);
            }
        }
        host.driver().count();
        assertThat(run(host, call)).isNotNull();
        assertThat(host.driver().complaints()).isEmpty();
    }

    private static Object run(FaultyHost host, Call call) throws SQLException {
        return host.run("order", () -> call.work.on(host.store()));
    }

    @AfterAll
    static void close() {
        HOSTS.forEach(FaultyHost::close);
    }
}
