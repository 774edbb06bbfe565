package dev.laurel.jdbc;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import dev.laurel.decision.PostedEvent;
import dev.laurel.receipt.Receipt;
import dev.laurel.service.AccountCommit;
import dev.laurel.service.AccountKey;
import dev.laurel.service.AccountStore;
import dev.laurel.service.AccountView;
import dev.laurel.service.ConcurrentUpdateException;
import dev.laurel.service.DueAccount;
import dev.laurel.service.Intent;
import dev.laurel.service.Named;
import dev.laurel.service.OutboxMessage;
import dev.laurel.service.RegisteredVersion;
import dev.laurel.service.StoredAccount;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store of accounts in PostgreSQL, H2 or MariaDB. MySQL is taken for MariaDB, but it is not tested.
 *
 * <pre>{@code
 * JdbcAccountStore store = JdbcAccountStore.of(dataSource);
 * store.createTables();
 * LoyaltyService service = LoyaltyService.of(LoyaltyEngine.of(program), store);
 * }</pre>
 *
 * <p>It works in a transaction of the host where there is one: where autocommit is off, it reads and writes on that connection, and leaves
 * it to the host to commit or to roll back. Where autocommit is on, each commit is a short transaction of its own. A pool whose connections
 * have autocommit off although nobody began a transaction needs {@link #ownTransactions}: else what is stored is lost when the connection
 * goes back.
 *
 * <p>READ COMMITTED is enough, and nothing more is asked for. What the database gives up for others is a {@link
 * ConcurrentUpdateException}, and all else a {@link JdbcStoreException}. Safe for use by any number of threads, as far as the connections
 * are; any number of services, in any number of processes, can share the tables.
 */
public final class JdbcAccountStore implements AccountStore {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcAccountStore.class);

    private final Connections connections;
    private final boolean areTransactionsOwn;
    private final Tables tables;
    private final boolean hasOutbox;
    private final Transactions transactions;

    /** Found out when it is first needed. */
    private volatile @Nullable Parts parts;

    private JdbcAccountStore(Connections connections, boolean areTransactionsOwn, Tables tables, boolean hasOutbox) {
        this.connections = connections;
        this.areTransactionsOwn = areTransactionsOwn;
        this.tables = tables;
        this.hasOutbox = hasOutbox;
        transactions = new Transactions(connections, areTransactionsOwn);
    }

    private record Parts(Database database, AccountReader reader, PageReader pages, AccountWriter writer) {
        static Parts of(Database database, boolean hasOutbox) {
            return new Parts(
                    database,
                    new AccountReader(database),
                    new PageReader(database),
                    database.dialect() == Dialect.POSTGRESQL
                            ? new OneStatementWriter(database, hasOutbox)
                            : new AccountWriter(database, hasOutbox));
        }
    }

    /**
     * A store over the connections of a data source, without an outbox. It takes one for each piece of work and closes it. With a data
     * source that hands out the connection of the transaction that is under way, such as Spring's {@code
     * TransactionAwareDataSourceProxy}, it joins that.
     */
    public static JdbcAccountStore of(DataSource dataSource) {
        requireNonNull(dataSource, "dataSource");
        return on(work -> {
            try (Connection connection = dataSource.getConnection()) {
                work.accept(connection);
            }
        });
    }

    /** A store over connections that the host lends, without an outbox. */
    public static JdbcAccountStore on(Connections connections) {
        return new JdbcAccountStore(requireNonNull(connections, "connections"), false, Tables.DEFAULT, false);
    }

    /**
     * The same store that commits or rolls back all that it does itself, also where autocommit is off. It is for a pool whose connections
     * come with autocommit off and without a transaction. Never call it over connections that the host has a transaction on, such as those
     * of Spring's {@code TransactionAwareDataSourceProxy}: it would commit what the host has begun.
     */
    public JdbcAccountStore ownTransactions() {
        return new JdbcAccountStore(connections, true, tables, hasOutbox);
    }

    /**
     * The same store with an {@linkplain AccountStore#outbox outbox}: what is committed by it comes into that. Every store that writes
     * needs it, also one that joins a transaction: what another writes, without it, is in no outbox.
     */
    public JdbcAccountStore withOutbox() {
        return new JdbcAccountStore(connections, areTransactionsOwn, tables, true);
    }

    /**
     * The same store with tables in this schema, in place of the one of the connection.
     *
     * @throws IllegalArgumentException if it is not of 1 to 40 characters of a to z, 0 to 9 and _, beginning with a letter
     */
    public JdbcAccountStore inSchema(String schema) {
        return new JdbcAccountStore(connections, areTransactionsOwn, tables.inSchema(schema), hasOutbox);
    }

    /**
     * The same store with tables whose names begin with this, in place of {@code laurel_}.
     *
     * @throws IllegalArgumentException if it is not of 1 to 40 characters of a to z, 0 to 9 and _, beginning with a letter
     */
    public JdbcAccountStore withPrefix(String prefix) {
        return new JdbcAccountStore(connections, areTransactionsOwn, tables.withPrefix(prefix), hasOutbox);
    }

    /**
     * Makes the tables, in an empty schema: for tests and first steps. A host that migrates its schema takes the {@linkplain #scripts
     * scripts}.
     *
     * @throws JdbcStoreException if they are there already, which its message says
     */
    public void createTables() {
        Database database = parts().database;
        Transactions.Translation translation = thrown -> new JdbcStoreException(
                Dialect.isTableThere(thrown)
                        ? "cannot make the tables, since they are there already"
                        : "cannot make the tables",
                thrown);
        boolean done = transactions.with(translation, (connection, isJoined) -> {
            new Scripts(database, tables).run(connection);
            return true;
        });
        checkState(done);
    }

    /**
     * The scripts that make the tables, in the SQL of the database and with the names of this store, in their order. Without schema and
     * prefix of its own they lie in the jar too, such as {@code dev/laurel/jdbc/postgresql/V1__laurel.sql}.
     */
    public List<String> scripts() {
        return new Scripts(parts().database, tables).texts();
    }

    private Parts parts() {
        Parts known = parts;
        if (known == null) {
            Dialect dialect = transactions.with(
                    thrown -> new JdbcStoreException("cannot ask the database what it is", thrown),
                    (connection, isJoined) -> {
                        Dialect found = Dialect.of(connection);
                        long delay = found == Dialect.H2 ? H2Files.writeDelay(connection) : 0;
                        if (delay > 0) {
                            LOG.warn(
                                    "H2 writes to its file {} ms after a commit, and a crash loses what it has not written;"
                                            + " say WRITE_DELAY=0 in the URL",
                                    delay);
                        }
                        return found;
                    });
            known = Parts.of(new Database(dialect, tables), hasOutbox);
            parts = known;
        }
        return known;
    }

    /** What the host is told of an exception: what could not be done, or of which account another commit was in the way. */
    private Transactions.Translation translation(String what, @Nullable AccountKey key) {
        Dialect dialect = parts().database.dialect();
        return thrown -> {
            if (!dialect.isRace(thrown)) {
                return new JdbcStoreException("cannot " + what, thrown);
            }
            return key == null ? new ConcurrentUpdateException(thrown) : new ConcurrentUpdateException(key, thrown);
        };
    }

    @Override
    public AccountView read(AccountKey key, Named named, Intent intent) {
        AccountReader reader = parts().reader;
        return transactions.with(translation("read an account", key), (connection, isJoined) -> {
            boolean isLocked = isJoined && intent == Intent.UPDATE;
            if (isLocked) {
                reader.lock(connection, key);
            }
            return reader.read(connection, key, named, isLocked);
        });
    }

    @Override
    public void commit(List<AccountCommit> commits) {
        // So that two commits of the same accounts seldom wait for each other.
        List<AccountCommit> ordered = AccountCommit.ordered(commits);
        AccountCommit first = ordered.get(0);
        AccountWriter writer = parts().writer;
        Transactions.Translation translation = translation("store a commit", first.key());
        Transactions.Work<Boolean> work = (connection, isJoined) -> {
            for (AccountCommit commit : ordered) {
                writer.write(connection, commit);
            }
            return true;
        };
        boolean isOneStatement = ordered.size() == 1 && writer.isOneStatement(first);
        boolean done = isOneStatement ? transactions.with(translation, work) : transactions.together(translation, work);
        checkState(done);
    }

    @Override
    public List<PostedEvent> journal(AccountKey key, long after, int limit) {
        requirePage(limit);
        return read("read a journal", key, (pages, connection) -> pages.after(connection, key, after, limit));
    }

    @Override
    public List<PostedEvent> journalBefore(AccountKey key, long before, int limit) {
        requirePage(limit);
        return read("read a journal", key, (pages, connection) -> pages.before(connection, key, before, limit));
    }

    @Override
    public List<StoredAccount> snapshots(AccountKey key, long before, int limit) {
        requirePage(limit);
        return read("read snapshots", key, (pages, connection) -> pages.snapshots(connection, key, before, limit));
    }

    @Override
    public Map<String, Receipt> receiptsAt(AccountKey key, Set<String> events, long revision) {
        AccountReader reader = parts().reader;
        return transactions.with(
                translation("read receipts", key),
                (connection, isJoined) -> reader.receiptsAt(connection, key, events, revision));
    }

    @Override
    public List<StoredAccount> accounts(String program, String after, int limit) {
        requirePage(limit);
        return read("read accounts", (pages, connection) -> pages.accounts(connection, program, after, limit));
    }

    @Override
    public List<RegisteredVersion> versions(String program) {
        return read("read the versions", (pages, connection) -> pages.versions(connection, program));
    }

    @Override
    public List<DueAccount> due(String program, Instant until, String version, @Nullable DueAccount after, int limit) {
        requirePage(limit);
        return read(
                "read who is due", (pages, connection) -> pages.due(connection, program, until, version, after, limit));
    }

    @Override
    public List<OutboxMessage> outbox(int limit) {
        requireOutbox();
        requirePage(limit);
        return read("read the outbox", (pages, connection) -> pages.outbox(connection, limit));
    }

    @Override
    public void delivered(Collection<Long> messages) {
        requireOutbox();
        if (messages.isEmpty()) {
            return;
        }
        PageReader pages = parts().pages;
        boolean done =
                transactions.together(translation("take messages out of the outbox", null), (connection, isJoined) -> {
                    pages.delivered(connection, messages);
                    return true;
                });
        checkState(done);
    }

    @Override
    public boolean isJoined() {
        return transactions.isJoined(translation("get a connection", null));
    }

    private interface Reading<T> {
        T from(PageReader pages, Connection connection) throws SQLException;
    }

    private <T> T read(String what, Reading<T> reading) {
        return read(what, null, reading);
    }

    private <T> T read(String what, @Nullable AccountKey key, Reading<T> reading) {
        PageReader pages = parts().pages;
        return transactions.with(translation(what, key), (connection, isJoined) -> reading.from(pages, connection));
    }

    private static void requirePage(int limit) {
        checkArgument(limit > 0, "a page must have room for at least 1, but for %s", limit);
    }

    private void requireOutbox() {
        checkState(hasOutbox, "the store was made without an outbox; make it by JdbcAccountStore.withOutbox()");
    }
}
