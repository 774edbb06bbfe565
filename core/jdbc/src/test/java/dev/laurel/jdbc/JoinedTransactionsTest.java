package dev.laurel.jdbc;

import static dev.laurel.jdbc.Shop.NOON;
import static dev.laurel.jdbc.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.event.Transfer;
import dev.laurel.service.LoyaltyService;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was submitted in a transaction of the host is there, or gone, as what the host itself wrote in it. */
@Tag("I18")
class JoinedTransactionsTest extends TwoMembers {
    @Test
    void whatWasSubmittedAndARowOfTheHostAreThereOnceTheHostCommits() throws SQLException {
        try (HostTransaction transaction = shop.begin()) {
            transaction.order("order-1");
            transaction.service().submit(purchase("order-1", "ada", "10")).orThrow();
            transaction.service().submit(purchase("order-1", "cid", "10")).orThrow();
            transaction
                    .service()
                    .submit(new Transfer("gift", "ada", NOON, "ben", "points", 300))
                    .orThrow();
            assertThat(transaction.service().verify("ada")).isEmpty();
            assertThat(shop.orders()).isEmpty();
            assertThat(shop.available("ada")).isEqualTo(500);
            assertThat(shop.service.account("cid")).isEmpty();
            transaction.commit();
        }
        assertThat(shop.orders()).containsExactly("order-1");
        assertThat(shop.available("ada")).isEqualTo(210);
        assertThat(shop.available("ben")).isEqualTo(800);
        assertThat(shop.available("cid")).isEqualTo(10);
        shop.requireClean("ada", "ben", "cid");
    }

    @Test
    void whatWasSubmittedAndARowOfTheHostAreGoneOnceTheHostRollsBack() throws SQLException {
        List<String> before = shop.everything();
        try (HostTransaction transaction = shop.begin()) {
            transaction.order("order-1");
            transaction.service().submit(purchase("order-1", "ada", "10")).orThrow();
            transaction.service().submit(purchase("order-1", "cid", "10")).orThrow();
            transaction
                    .service()
                    .submit(new Transfer("gift", "ada", NOON, "ben", "points", 300))
                    .orThrow();
            transaction.rollback();
        }
        assertThat(shop.orders()).isEmpty();
        assertThat(shop.everything()).isEqualTo(before);
    }

    /** What Spring's TransactionAwareDataSourceProxy does: closing gives the connection back to the transaction. */
    @Test
    void aDataSourceThatHandsOutTheConnectionOfTheTransactionIsJoined() throws SQLException {
        try (HostTransaction transaction = shop.begin()) {
            AtomicInteger open = new AtomicInteger();
            JdbcAccountStore store = JdbcAccountStore.of(source(() -> {
                        open.incrementAndGet();
                        return closing(transaction.lent(), open::decrementAndGet);
                    }))
                    .withPrefix(shop.prefix);
            LoyaltyService service = shop.serviceOver(store);
            assertThat(store.isJoined()).isTrue();
            service.submit(purchase("order-1", "ada", "10")).orThrow();
            assertThat(shop.available("ada")).isEqualTo(500);
            assertThat(open).hasValue(0);
            transaction.commit();
        }
        assertThat(shop.available("ada")).isEqualTo(510);
    }

    private static DataSource source(Callable<Connection> connections) {
        return Passing.by(DataSource.class, (method, arguments) -> {
            assertThat(method.getName()).isEqualTo("getConnection");
            return connections.call();
        });
    }

    private static Connection closing(Connection connection, Runnable onClose) {
        return Passing.by(Connection.class, (method, arguments) -> {
            if (method.getName().equals("close")) {
                onClose.run();
                return null;
            }
            return Passing.on(connection, method, arguments);
        });
    }
}
