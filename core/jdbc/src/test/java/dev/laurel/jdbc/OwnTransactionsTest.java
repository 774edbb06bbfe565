package dev.laurel.jdbc;

import static dev.laurel.jdbc.Shop.NOON;
import static dev.laurel.jdbc.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.laurel.event.Transfer;
import dev.laurel.service.LoyaltyService;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The store over a pool whose connections have autocommit off although nobody began a transaction. */
@Tag("I18")
class OwnTransactionsTest extends TwoMembers {
    @Test
    void whatIsSubmittedIsCommittedAtOnce() {
        try (HikariDataSource manual = database.poolOf(2, false)) {
            JdbcAccountStore store = JdbcAccountStore.of(manual)
                    .withPrefix(TestDatabase.freshPrefix())
                    .ownTransactions()
                    .withOutbox();
            store.createTables();
            LoyaltyService service = shop.serviceOver(store);
            assertThat(store.isJoined()).isFalse();
            service.submit(purchase("order-1", "ada", "100")).orThrow();
            service.submit(purchase("order-1", "ben", "1")).orThrow();
            service.submit(new Transfer("gift", "ada", NOON, "ben", "points", 30))
                    .orThrow();
            // Read on other connections.
            assertThat(service.account("ada").orElseThrow().balance("points").available())
                    .isEqualTo(70);
            try (HikariDataSource other = database.poolOf(1, false)) {
                LoyaltyService elsewhere = shop.serviceOver(
                        JdbcAccountStore.of(other).withPrefix(prefixOf(store)).ownTransactions());
                assertThat(elsewhere
                                .account("ben")
                                .orElseThrow()
                                .balance("points")
                                .available())
                        .isEqualTo(31);
                assertThat(elsewhere.verify("ada")).isEmpty();
            }
        }
    }

    private static String prefixOf(JdbcAccountStore store) {
        String script = store.scripts().get(0);
        int begin = script.indexOf("create table ") + "create table ".length();
        return script.substring(begin, script.indexOf("account", begin));
    }

    @Test
    void whatIsRefusedIsRolledBackAndTheConnectionGoesOn() throws SQLException {
        try (HikariDataSource manual = database.poolOf(1, false)) {
            JdbcAccountStore store = JdbcAccountStore.of(manual)
                    .withPrefix(shop.prefix)
                    .withOutbox()
                    .ownTransactions();
            AtomicInteger round = new AtomicInteger();
            LoyaltyService service = shop.serviceOver(interposed(store, () -> {
                if (round.getAndIncrement() == 0) {
                    shop.service.submit(purchase("between", "ben", "1")).orThrow();
                }
            }));
            service.submit(new Transfer("gift", "ada", NOON, "ben", "points", 30))
                    .orThrow();
            assertThat(round).hasValue(2);
        }
        assertThat(shop.available("ada")).isEqualTo(470);
        assertThat(shop.available("ben")).isEqualTo(531);
        shop.requireClean("ada", "ben");
    }

    @Test
    void whatIsSubmittedOtherwiseIsLostWithTheConnection() {
        try (HikariDataSource manual = database.poolOf(2, false)) {
            JdbcAccountStore store =
                    JdbcAccountStore.of(manual).withPrefix(shop.prefix).withOutbox();
            assertThat(store.isJoined()).isTrue();
            shop.serviceOver(store).submit(purchase("order-1", "ada", "10")).orThrow();
        }
        assertThat(shop.available("ada")).isEqualTo(500);
    }
}
