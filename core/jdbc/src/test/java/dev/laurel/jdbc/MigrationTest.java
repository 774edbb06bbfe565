package dev.laurel.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.Return;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.service.LoyaltyService;
import dev.laurel.time.Moment;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts of the jar, run by the tool that hosts run them with, and a change of the tables after that. */
class MigrationTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final LoyaltyProgram SHOP = LoyaltyProgram.builder("shop", "1")
            .zone(ZoneOffset.UTC)
            .money(USD)
            .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
            .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1))))
            .build();

    static List<TestDatabase> databases() {
        return List.of(Databases.POSTGRESQL, Databases.H2);
    }

    private static Flyway flyway(TestDatabase database, String schema, String... locations) {
        return Flyway.configure()
                .dataSource(database.pool())
                .schemas(schema)
                .createSchemas(true)
                .locations(locations)
                .load();
    }

    private static LoyaltyService service(JdbcAccountStore store) {
        return LoyaltyService.of(LoyaltyEngine.of(SHOP), store);
    }

    private static Purchase purchase(String id) {
        return new Purchase(id, "ada", NOON, Basket.ofTotal(Money.of(USD, 100)));
    }

    private static String folder(TestDatabase database) {
        return database.toString().toLowerCase(Locale.ROOT).replace("postgres", "postgresql");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void accountsOfBeforeAChangeOfTheTablesAreReadAndWrittenAfterIt(TestDatabase database) {
        String folder = folder(database);
        String schema = database == Databases.H2 ? "MIGRATED" : "migrated";
        String scripts = "classpath:dev/laurel/jdbc/" + folder;
        flyway(database, schema, scripts).migrate();
        JdbcAccountStore store = JdbcAccountStore.of(database.pool()).inSchema(schema.toLowerCase(Locale.ROOT));
        service(store).submit(purchase("p1")).orThrow();
        int run = flyway(database, schema, scripts, "classpath:migration/" + folder)
                .migrate()
                .migrationsExecuted;
        assertThat(run).isEqualTo(1);
        LoyaltyService after = service(store);
        assertThat(after.submit(purchase("p1")).isRepeat()).isTrue();
        after.submit(Return.ofAll("r1", "ada", NOON, "p1")).orThrow();
        after.submit(purchase("p2")).orThrow();
        assertThat(after.account("ada").orElseThrow().balance("points").available())
                .isEqualTo(100);
        assertThat(after.verify("ada")).isEmpty();
    }

    /** As the page says: with a history of its own. */
    private static int migrate(DataSource host, String... locations) {
        return Flyway.configure()
                .dataSource(host)
                .locations(locations)
                .table("laurel_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate()
                .migrationsExecuted;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aHostWithAFirstScriptOfItsOwnHasTheTablesInTheSameSchema(TestDatabase database) throws SQLException {
        String scripts = "classpath:dev/laurel/jdbc/" + folder(database);
        try (HikariDataSource host = database.poolIn("host_with_scripts")) {
            Flyway mine = Flyway.configure()
                    .dataSource(host)
                    .locations("classpath:migration/host")
                    .load();
            for (int start = 1; start <= 2; start++) {
                assertThat(mine.migrate().migrationsExecuted).isEqualTo(start == 1 ? 1 : 0);
                assertThat(migrate(host, scripts)).isEqualTo(start == 1 ? 1 : 0);
                service(JdbcAccountStore.of(host)).submit(purchase("p" + start)).orThrow();
            }
            assertThat(migrate(host, scripts, "classpath:migration/" + folder(database)))
                    .isEqualTo(1);
            assertThat(mine.migrate().migrationsExecuted).isZero();
            LoyaltyService after = service(JdbcAccountStore.of(host));
            assertThat(after.submit(purchase("p1")).isRepeat()).isTrue();
            assertThat(after.account("ada").orElseThrow().balance("points").available())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aSchemaInWhichNothingIsYetHasTheTablesByTheSameCall(TestDatabase database) throws SQLException {
        try (HikariDataSource host = database.poolIn("host_without_tables")) {
            assertThat(migrate(host, "classpath:dev/laurel/jdbc/" + folder(database)))
                    .isEqualTo(1);
            service(JdbcAccountStore.of(host)).submit(purchase("p1")).orThrow();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theScriptsBesideAFirstScriptOfTheHostInOneHistoryCollide(TestDatabase database) throws SQLException {
        try (HikariDataSource host = database.poolIn("host_of_one_history")) {
            Flyway both = Flyway.configure()
                    .dataSource(host)
                    .locations("classpath:migration/host", "classpath:dev/laurel/jdbc/" + folder(database))
                    .load();
            assertThatThrownBy(both::migrate)
                    .isInstanceOf(FlywayException.class)
                    .hasMessageContaining("Found more than one migration with version 1");
        }
    }

    @Test
    void theScriptsOfAStoreHaveItsNames() {
        JdbcAccountStore store =
                JdbcAccountStore.of(Databases.H2.pool()).inSchema("loyalty").withPrefix("vip_");
        assertThat(store.scripts())
                .allSatisfy(script -> assertThat(script)
                        .contains(
                                "create table loyalty.vip_account",
                                "create index vip_account_due on loyalty.vip_account")
                        .doesNotContain("laurel_"));
    }
}
