package dev.laurel.jdbc;

import static dev.laurel.jdbc.Shop.NOON;
import static dev.laurel.jdbc.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Strings;
import dev.laurel.event.Redemption;
import dev.laurel.service.LoyaltyService;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stores side by side in one database, by schemas and prefixes. */
class TableNamesTest extends TwoMembers {
    @Test
    void twoShopsInOneDatabaseDoNotMeet() throws SQLException {
        Shop other = new Shop(database);
        other.open(7, "ada");
        other.service.submit(purchase("order-1", "ada", "10")).orThrow();
        assertThat(shop.available("ada")).isEqualTo(500);
        assertThat(other.available("ada")).isEqualTo(17);
        assertThat(other.service.account("ben")).isEmpty();
        shop.requireClean("ada", "ben");
        other.requireClean("ada");
    }

    @Test
    void twoShopsInTwoSchemasDoNotMeet() throws SQLException {
        String one = "laurel_" + TestDatabase.freshPrefix() + "one";
        String other = "laurel_" + TestDatabase.freshPrefix() + "other";
        createSchema(one);
        createSchema(other);
        JdbcAccountStore plain = JdbcAccountStore.of(database.pool()).withOutbox();
        for (String prefix : List.of("laurel_", "p_", "my_laurel_")) {
            for (String schema : List.of(one, other)) {
                JdbcAccountStore store = plain.inSchema(schema).withPrefix(prefix);
                store.createTables();
                LoyaltyService service = shop.serviceOver(store);
                assertThat(service.account("ada")).isEmpty();
                service.submit(purchase("order-1", "ada", "100")).orThrow();
                service.submit(Redemption.of("mug", "ada", NOON, "hundred")).orThrow();
                assertThat(service.verify("ada")).isEmpty();
                assertThat(tables(schema, prefix)).isEqualTo(9);
                assertThat(store.outbox(10)).hasSize(2);
            }
        }
    }

    private void createSchema(String name) throws SQLException {
        try (Connection connection = database.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + name);
        }
    }

    private int tables(String schema, String prefix) throws SQLException {
        try (Connection connection = database.pool().getConnection();
                var statement = connection.prepareStatement("select count(*) from information_schema.tables"
                        + " where lower(table_schema) = ? and lower(table_name) like ?")) {
            statement.setString(1, schema);
            statement.setString(2, prefix + "%");
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    @Test
    void aNameThatCouldBeSomethingElseIsRefused() {
        JdbcAccountStore store = JdbcAccountStore.of(database.pool());
        for (String bad : List.of(
                "",
                " ",
                "A",
                "Shop_",
                "1a",
                "_a",
                "a b",
                "a-b",
                "a.b",
                "a;",
                "a'",
                "a\"",
                "a`",
                "a$",
                "a%",
                "é",
                "a\n",
                "a\0",
                "ı",
                "a/*",
                "x".repeat(41))) {
            assertThatThrownBy(() -> store.withPrefix(bad))
                    .as(bad)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a prefix must be 1 to 40 characters of a to z, 0 to 9 and _, and begin with a letter");
            assertThatThrownBy(() -> store.inSchema(bad))
                    .as(bad)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a schema must be 1 to 40 characters of a to z, 0 to 9 and _, and begin with a letter");
        }
    }

    @Test
    void theLongestPrefixFits() {
        JdbcAccountStore store = JdbcAccountStore.of(database.pool())
                .withPrefix(Strings.padEnd(TestDatabase.freshPrefix(), 40, 'x'))
                .withOutbox();
        store.createTables();
        shop.serviceOver(store).submit(purchase("order-1", "ada", "10")).orThrow();
        assertThat(store.outbox(10)).hasSize(1);
    }
}
