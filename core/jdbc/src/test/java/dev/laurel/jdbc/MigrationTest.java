package dev.laurel.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.Flyway;
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

    @ParameterizedTest
    @MethodSource("databases")
    void accountsOfBeforeAChangeOfTheTablesAreReadAndWrittenAfterIt(TestDatabase database) {
        String folder = database.toString().toLowerCase(Locale.ROOT).replace("postgres", "postgresql");
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
