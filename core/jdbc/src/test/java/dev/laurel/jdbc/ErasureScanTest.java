package dev.laurel.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Bytes;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.laurel.customer.Customer;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Closure;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Erasure;
import dev.laurel.event.Purchase;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.service.LoyaltyService;
import dev.laurel.time.Moment;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.h2.mvstore.MVStoreTool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That nothing personal of a customer is in any file of the database once they were erased and the database has cleaned up. */
@Tag("F2")
class ErasureScanTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** No byte of it says so, and no other text has it. */
    private static final String CANARY = "qzx7vjw0kk5canary";

    @TempDir
    Path directory;

    private static LoyaltyService service(JdbcAccountStore store) {
        return LoyaltyService.of(
                        LoyaltyEngine.of(LoyaltyProgram.builder("shop", "1")
                                .zone(ZoneOffset.UTC)
                                .money(USD)
                                .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
                                .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1))))
                                .build()),
                        store)
                .withSnapshotsEvery(5);
    }

    /** Two members of whom something personal is known. */
    private static void enroll(JdbcAccountStore store) {
        store.createTables();
        for (String customer : List.of("ada", "bob")) {
            Customer known = Customer.of(customer).withAttribute("nickname", nicknameOf(customer));
            service(store).submit(Enrollment.of("e1", known, NOON)).orThrow();
            for (int i = 0; i < 20; i++) {
                service(store)
                        .submit(new Purchase("p" + i, customer, NOON, Basket.ofTotal(Money.of(USD, 10))))
                        .orThrow();
            }
        }
    }

    private static String nicknameOf(String customer) {
        return CANARY + "-of-" + customer;
    }

    private static void erase(JdbcAccountStore store) {
        service(store).submit(new Closure("close", "ada", NOON)).orThrow();
        service(store).submit(new Erasure("erase", "ada", NOON)).orThrow();
        assertThat(service(store).verify("ada")).isEmpty();
        assertThat(service(store).verify("bob")).isEmpty();
        assertThat(store.outbox(1_000)).hasSize(44);
    }

    @Test
    void h2KeepsNothingOfACustomerWhoWasErased() throws SQLException, IOException {
        String url = "jdbc:h2:" + directory.resolve("shop") + ";WRITE_DELAY=0";
        try (HikariDataSource pool = pool(url)) {
            JdbcAccountStore store = JdbcAccountStore.of(pool).withOutbox();
            enroll(store);
            execute(pool, "checkpoint sync");
            assertThat(isIn(directory, nicknameOf("ada"))).isTrue();
            erase(store);
        }
        // As SHUTDOWN COMPACT does, but not compressed, so that one can look into it.
        MVStoreTool.compact(directory.resolve("shop.mv.db").toString(), false);
        assertThat(isIn(directory, nicknameOf("ada"))).isFalse();
        assertThat(isIn(directory, nicknameOf("bob"))).isTrue();
    }

    @Test
    void postgresKeepsNothingOfACustomerWhoWasErasedNotInItsLogEither() throws SQLException, IOException {
        // Of its own, since a vacuum keeps what any transaction of another test could still see, and a log that is
        // used again keeps what nothing has written over yet.
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("wal_recycle", "off")
                        .setServerConfig("autovacuum", "off")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
                HikariDataSource pool = pool(server.getJdbcUrl("postgres", "postgres"))) {
            JdbcAccountStore store = JdbcAccountStore.of(pool).withOutbox();
            enroll(store);
            execute(pool, "analyze", "checkpoint");
            Path files = Path.of(setting(pool, "data_directory"));
            assertThat(isIn(files, nicknameOf("ada"))).isTrue();
            erase(store);
            execute(
                    pool,
                    "vacuum full",
                    "select pg_switch_wal()",
                    "checkpoint",
                    "select pg_switch_wal()",
                    "checkpoint");
            assertThat(isIn(files, nicknameOf("ada"))).isFalse();
            assertThat(isIn(files, nicknameOf("bob"))).isTrue();
        }
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    private static String setting(HikariDataSource pool, String name) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(HikariDataSource pool, String... statements) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static boolean isIn(Path directory, String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Bytes.indexOf(Files.readAllBytes(file), wanted) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
