package dev.laurel.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.laurel.condition.Selectors;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Batch;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.StoredAccount;
import dev.laurel.time.Moment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Times purchases through the store on PostgreSQL against JDBC by hand, which inserts a row with a unique key and updates a balance by one
 * statement; both must come to the same points. Beside it, what nobody can do without who decides by what an account has: JDBC by hand that
 * reads the balance before it, and JDBC by hand that reads and writes the rows of the store, with bytes that are always the same. To be run
 * by hand, with the class path of the tests: {@code JdbcMeasurement EVENTS ROUNDS}. Rounds before the last warm up. Ratios count, not rates:
 * those are the disk's.
 */
final class JdbcMeasurement {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int CUSTOMERS = 1_000;
    private static final int BATCH = 100;
    private static final int POINTS = 10;

    private static final String BY_HAND = "with entry as (insert into hand_entry (id, customer, points, at)"
            + " values (?, ?, ?, ?)) insert into hand_balance (customer, points) values (?, ?)"
            + " on conflict (customer) do update set points = hand_balance.points + excluded.points";

    private static final String BALANCE = "select points from hand_balance where customer = ?";

    private static final String ROWS = "select revision, header from hand_account where program = ? and customer = ?"
            + " union all select 0, bytes from hand_event where program = ? and customer = ? and id = ?";

    private static final String WRITTEN = "with written as (update hand_account"
            + " set revision = ?, recorded_at = ?, next_change_at = ?, version = ?, header = ?"
            + " where program = ? and customer = ? and revision = ? returning program, customer, revision),"
            + " entry as (insert into hand_event (program, customer, position, id, recorded_at, bytes)"
            + " select w.program, w.customer, w.revision, ?, ?, ? from written w)"
            + " insert into hand_receipt (program, customer, revision, event, bytes)"
            + " select w.program, w.customer, w.revision, ?, ? from written w";

    /** As many bytes as the store has here. */
    private static final byte[] HEADER = new byte[400];

    private static final byte[] EVENT = new byte[112];
    private static final byte[] RECEIPT = new byte[131];

    private final HikariDataSource pool;
    private final JdbcAccountStore store;
    private final LoyaltyService service;
    private final AtomicLong numbers = new AtomicLong();
    private long byHand;
    private long byLaurel;

    private JdbcMeasurement(HikariDataSource pool) {
        this.pool = pool;
        store = JdbcAccountStore.of(pool).withPrefix(TestDatabase.freshPrefix());
        LoyaltyProgram shop = LoyaltyProgram.builder("shop", "1")
                .zone(ZoneOffset.UTC)
                .money(USD)
                .points(PointCurrency.of("points"), PointTerms.expiring(Moment.after(Period.ofYears(1))))
                .excluding(Selectors.category("gift-card"))
                .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1))))
                .build();
        service = LoyaltyService.of(LoyaltyEngine.of(shop), prepared()).withTolerance(Duration.ofDays(3_650));
    }

    private JdbcAccountStore prepared() {
        store.createTables();
        execute("create table hand_entry (id text primary key, customer text not null, points bigint not null,"
                + " at bigint not null)");
        execute("create table hand_balance (customer text primary key, points bigint not null)");
        JdbcAccountStore.of(pool).withPrefix("hand_").createTables();
        execute("insert into hand_account (program, customer, revision, recorded_at, version, header)"
                + " select 'shop', 'customer-' || n, 0, 0, '1', '' from generate_series(0, " + (CUSTOMERS - 1)
                + ") as n");
        return store;
    }

    private void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Times rounds of so many events, and prints what each took. */
    public static void main(String[] args) throws Exception {
        try (HikariDataSource pool = Databases.POSTGRESQL.poolOf(32, true)) {
            run(pool, Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        }
    }

    /**
     * Times rounds of so many events.
     *
     * @throws IllegalStateException if both do not come to the same
     */
    static void run(HikariDataSource pool, int events, int rounds) throws InterruptedException, ExecutionException {
        JdbcMeasurement measurement = new JdbcMeasurement(pool);
        try {
            for (int round = 1; round <= rounds; round++) {
                for (int connections : new int[] {1, 8, 32}) {
                    measurement.compare(events, connections);
                }
                measurement.compareBatches(events);
            }
            measurement.requireSamePoints();
        } finally {
            measurement.execute("do $$ declare t text; begin for t in select tablename from pg_tables"
                    + " where tablename like 'hand\\_%' loop execute 'drop table ' || t; end loop; end $$");
        }
    }

    private void compare(int events, int connections) throws InterruptedException, ExecutionException {
        // By hand before and after, since a disk's pace changes within a minute.
        double before = rate(this::byHand, events, connections);
        double laurel = rate(this::byLaurel, events, connections);
        double sameRows = rate(this::byHandWithTheSameRows, events, connections);
        double withBalance = rate(this::byHandWithTheBalance, events, connections);
        double after = rate(this::byHand, events, connections);
        byHand += 3L * (events / connections) * connections;
        byLaurel += (long) (events / connections) * connections;
        double hand = (before + after) / 2;
        System.out.printf(
                Locale.ROOT,
                "%2d connections: by hand %.0f and %.0f a second; of that the store %.2f, by hand with a read %.2f,"
                        + " by hand with the same rows %.2f; the store of the last %.2f%n",
                connections,
                before,
                after,
                laurel / hand,
                withBalance / hand,
                sameRows / hand,
                laurel / sameRows);
    }

    private void compareBatches(int events) throws InterruptedException, ExecutionException {
        int batches = Math.max(1, events / BATCH);
        double single = rate(this::byLaurel, events, 1);
        double batched = rate(this::byBatch, batches, 1) * BATCH;
        byLaurel += events + (long) batches * BATCH;
        System.out.printf(
                Locale.ROOT,
                "batches of %d: %.0f events a second, one by one %.0f: %.1f times%n",
                BATCH,
                batched,
                single,
                batched / single);
    }

    private double rate(LongConsumer work, int times, int threads) throws InterruptedException, ExecutionException {
        int each = times / threads;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        long begin = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            running.add(executor.submit(() -> {
                for (int i = 0; i < each; i++) {
                    work.accept(numbers.incrementAndGet());
                }
            }));
        }
        for (Future<?> thread : running) {
            thread.get();
        }
        executor.shutdown();
        return 1e9 * each * threads / (System.nanoTime() - begin);
    }

    private static String customer(long number) {
        return "customer-" + number % CUSTOMERS;
    }

    private static Purchase purchase(String id, long number) {
        return new Purchase(id, customer(number), NOON.plusSeconds(number), Basket.ofTotal(Money.of(USD, POINTS)));
    }

    private void byHand(long number) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(BY_HAND)) {
            statement.setString(1, "order-" + number);
            statement.setString(2, customer(number));
            statement.setLong(3, POINTS);
            statement.setLong(4, number);
            statement.setString(5, customer(number));
            statement.setLong(6, POINTS);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void byHandWithTheBalance(long number) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(BALANCE)) {
            statement.setString(1, customer(number));
            // A new customer has none yet.
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next() && rows.getLong(1) < 0) {
                    throw new IllegalStateException("a balance below 0");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        byHand(number);
    }

    private void byHandWithTheSameRows(long number) {
        try {
            while (!isWrittenByHand(number, revisionByHand(number))) {
                // Another was quicker.
                Thread.onSpinWait();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long revisionByHand(long number) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setString(1, "shop");
            statement.setString(2, customer(number));
            statement.setString(3, "shop");
            statement.setString(4, customer(number));
            statement.setString(5, "order-" + number);
            try (ResultSet rows = statement.executeQuery()) {
                long revision = 0;
                int bytes = 0;
                while (rows.next()) {
                    revision = Math.max(revision, rows.getLong(1));
                    bytes += rows.getBytes(2).length;
                }
                if (bytes > HEADER.length) {
                    throw new IllegalStateException("order-" + number + " is there");
                }
                return revision;
            }
        }
    }

    private boolean isWrittenByHand(long number, long revision) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(WRITTEN)) {
            statement.setLong(1, revision + 1);
            statement.setLong(2, number);
            statement.setLong(3, 0);
            statement.setString(4, "1");
            statement.setBytes(5, HEADER);
            statement.setString(6, "shop");
            statement.setString(7, customer(number));
            statement.setLong(8, revision);
            statement.setString(9, "order-" + number);
            statement.setLong(10, number);
            statement.setBytes(11, EVENT);
            statement.setString(12, "order-" + number);
            statement.setBytes(13, RECEIPT);
            return statement.executeUpdate() == 1;
        }
    }

    private void byLaurel(long number) {
        service.submit(purchase("order-" + number, number)).orThrow();
    }

    private void byBatch(long number) {
        List<LoyaltyEvent> events = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            events.add(purchase("order-" + number + "-" + i, number));
        }
        service.submitBatch(new Batch("batch-" + number, customer(number), NOON.plusSeconds(number), events))
                .orThrow();
    }

    private void requireSamePoints() {
        long points = 0;
        for (StoredAccount stored : store.accounts("shop", "", Integer.MAX_VALUE)) {
            points += stored.account().balance("points").available();
        }
        if (points != byLaurel * POINTS || pointsByHand() != byHand * POINTS) {
            throw new IllegalStateException(points + " points and by hand " + pointsByHand() + " of " + byLaurel
                    + " and " + byHand + " orders");
        }
    }

    private long pointsByHand() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select sum(points) from hand_balance")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
