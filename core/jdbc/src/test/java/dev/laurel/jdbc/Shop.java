package dev.laurel.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.MustBeClosed;
import dev.laurel.condition.Conditions;
import dev.laurel.decision.PostedEvent;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.BatchRecord;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.service.AccountStore;
import dev.laurel.service.ConcurrentUpdateException;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.OutboxMessage;
import dev.laurel.service.Outcome;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/**
 * A host with a table of its own beside those of the store: one point a dollar, twice for those who spent 350. Its
 * own service commits by itself; a {@link HostTransaction} has one that joins.
 */
final class Shop {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    static final Currency USD = Currency.getInstance("USD");
    static final PointCurrency POINTS = PointCurrency.of("points");
    static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    static final LoyaltyProgram PROGRAM = program(base());

    /** The same with at most 100 points a month. */
    static final LoyaltyProgram CAPPED =
            program(base().capped(PointCap.of(POINTS.points(100)).per(BoundedWindow.MONTH)));

    private static final List<String> TABLES = List.of(
            "account", "chunk", "event", "receipt", "receipt_link", "receipt_past", "snapshot", "version", "outbox");

    private static final int MOST_TRIES = 10;

    final TestDatabase database;
    final String prefix = TestDatabase.freshPrefix();
    final JdbcAccountStore store;
    final LoyaltyService service;
    private final LoyaltyProgram program;

    Shop(TestDatabase database) throws SQLException {
        this(database, PROGRAM);
    }

    Shop(TestDatabase database, LoyaltyProgram program) throws SQLException {
        this.database = database;
        this.program = program;
        store = JdbcAccountStore.of(database.pool()).withPrefix(prefix).withOutbox();
        store.createTables();
        service = serviceOver(store);
        try (Connection connection = database.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table " + prefix + "shop_order (id varchar(40) primary key)");
        }
    }

    private static EarnRule base() {
        return EarnRule.earning("base", Amounts.proportional(1, usd("1")));
    }

    private static LoyaltyProgram program(EarnRule base) {
        return LoyaltyProgram.builder("shop", "1")
                .zone(ZoneOffset.UTC)
                .money(USD)
                .points(POINTS, PointTerms.expiring(Moment.never()).transferable())
                .ladders(Ladder.startingAt("status", Tier.of("insider"))
                        .then(Tier.of("vib"), SPEND.per(BoundedWindow.YEAR).reaches(usd("350")))
                        .kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest())
                .earn(base, Multiplier.of("vib-rate", base, Ratio.of(2)).where(Conditions.memberIs(Tier.of("vib"))))
                .redeem(Reward.costing("hundred", 100))
                .build();
    }

    static Money usd(String amount) {
        return Money.of(USD, amount);
    }

    static Purchase purchase(String id, String customer, String amount) {
        return new Purchase(id, customer, NOON, Basket.ofTotal(usd(amount)));
    }

    static Basket soap(String net) {
        return Basket.of(PurchaseLine.of("1", "soap", usd(net)));
    }

    /** What a host does with an event of which the service gave up: it sends it again. */
    static Outcome sent(LoyaltyService service, LoyaltyEvent event) {
        while (true) {
            try {
                return service.submit(event);
            } catch (ConcurrentUpdateException e) {
                Thread.onSpinWait();
            }
        }
    }

    /** A service of the same program over another store, with a clock that stands still, and many snapshots. */
    LoyaltyService serviceOver(AccountStore other) {
        return LoyaltyService.of(LoyaltyEngine.of(program), other)
                .withClock(() -> NOON)
                .withSnapshotsEvery(2);
    }

    /** Members with points of before. */
    void open(long points, String... customers) {
        for (String customer : customers) {
            service.submit(Opening.of("opening", customer, NOON, new OpeningLot("points", points, NOON, null)))
                    .orThrow();
        }
    }

    // --- transactions of the host ---

    /** Begins a transaction at the isolation that the database has by default. */
    @MustBeClosed
    HostTransaction begin() throws SQLException {
        return new HostTransaction(this);
    }

    @MustBeClosed
    HostTransaction begin(int isolation) throws SQLException {
        HostTransaction transaction = new HostTransaction(this);
        transaction.isolated(isolation);
        return transaction;
    }

    /** What is done in a transaction. */
    interface Work {
        void in(HostTransaction transaction) throws Exception;
    }

    /** Does it in one transaction and commits. What lost a race is for the host: it repeats the whole transaction. */
    @CanIgnoreReturnValue
    int repeating(Work work) throws Exception {
        for (int tries = 1; ; tries++) {
            try (HostTransaction transaction = begin()) {
                work.in(transaction);
                transaction.commit();
                return tries;
            } catch (ConcurrentUpdateException e) {
                assertThat(e).hasMessageEndingWith("; repeat the whole transaction");
                if (tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    // --- what is there ---

    long available(String customer) {
        return service.member(customer, NOON).available(POINTS);
    }

    List<String> journal(String customer) {
        List<String> ids = new ArrayList<>();
        for (PostedEvent posted : service.journal(customer)) {
            ids.add(posted.event().id());
        }
        return ids;
    }

    /** All that the store keeps of members agrees, and the outbox has told each event once. */
    void requireClean(String... customers) {
        List<String> posted = new ArrayList<>();
        for (String customer : customers) {
            assertThat(service.verify(customer)).isEmpty();
            for (PostedEvent each : service.journal(customer)) {
                // A record of a batch is told by its events.
                if (!(each.event() instanceof BatchRecord)) {
                    posted.add(customer + " " + each.event().id());
                }
            }
        }
        List<String> told = new ArrayList<>();
        for (OutboxMessage message : store.outbox(100_000)) {
            told.add(message.key().customer() + " " + message.posted().event().id());
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(posted);
    }

    /** The orders that are committed. */
    List<String> orders() throws SQLException {
        try (Connection connection = database.pool().getConnection()) {
            return rows(connection, prefix + "shop_order");
        }
    }

    /** All rows of all tables of the store that are committed. */
    List<String> everything() throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = database.pool().getConnection()) {
            for (String table : TABLES) {
                rows(connection, prefix + table).forEach(row -> all.add(table + " " + row));
            }
        }
        return all;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select * from " + table);
                ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(shown(rows.getObject(i) instanceof byte[] bytes ? bytes : rows.getString(i)));
                }
                texts.add(String.join(" ", values));
            }
        }
        texts.sort(null);
        return texts;
    }

    private static String shown(Object value) {
        return value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value);
    }
}
