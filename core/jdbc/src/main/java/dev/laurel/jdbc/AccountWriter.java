package dev.laurel.jdbc;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.Lists;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.account.VersionInForce;
import dev.laurel.codec.AccountBytes;
import dev.laurel.codec.Codec;
import dev.laurel.decision.PostedEvent;
import dev.laurel.receipt.Receipt;
import dev.laurel.service.AccountCommit;
import dev.laurel.service.AccountKey;
import dev.laurel.service.ConcurrentUpdateException;
import dev.laurel.service.RegisteredVersion;
import dev.laurel.service.StoredAccount;
import dev.laurel.time.Timestamps;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what events do to an account, in a transaction that somebody else ends: piece by piece, in the SQL of every database. */
class AccountWriter {
    private static final String REVISION = "select revision from laurel_account where program = ? and customer = ?";

    private static final String INSERT =
            "insert into laurel_account (revision, recorded_at, next_change_at, version, header, program, customer)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";

    private static final String UPDATE =
            "update laurel_account set revision = ?, recorded_at = ?, next_change_at = ?, version = ?, header = ?"
                    + " where program = ? and customer = ? and revision = ?";

    private static final String REMOVE_CHUNK =
            "delete from laurel_chunk where program = ? and customer = ? and chunk = ?";

    private static final String INSERT_EVENT =
            "insert into laurel_event (program, customer, position, id, recorded_at, bytes) values (?, ?, ?, ?, ?, ?)";

    private static final String OVERWRITE =
            "update laurel_event set bytes = ? where program = ? and customer = ? and position = ?";

    private static final String DROP_RECEIPT =
            "delete from laurel_receipt where program = ? and customer = ? and event = ?";

    private static final String DROP_LINKS =
            "delete from laurel_receipt_link where program = ? and customer = ? and event = ?";

    private static final String DROP_PAST_RECEIPT =
            "delete from laurel_receipt_past where program = ? and customer = ? and event = ?";

    private static final String DROP_SNAPSHOTS = "delete from laurel_snapshot where program = ? and customer = ?";

    private static final String INSERT_SNAPSHOT =
            "insert into laurel_snapshot (program, customer, revision, recorded_at, bytes) values (?, ?, ?, ?, ?)";

    /** What is to be replaced is kept if there is a snapshot that it was there at. */
    private static final String KEEP_PAST_RECEIPT =
            "insert into laurel_receipt_past (program, customer, event, revision, bytes)"
                    + " select r.program, r.customer, r.event, r.revision, r.bytes from laurel_receipt r"
                    + " where r.program = ? and r.customer = ? and r.event = ?"
                    + " and exists (select 1 from laurel_snapshot s where s.program = r.program"
                    + " and s.customer = r.customer and s.revision >= r.revision)";

    private static final String INSERT_LINK =
            "insert into laurel_receipt_link (program, customer, event, linked) values (?, ?, ?, ?)";

    private static final String INSERT_MESSAGE =
            "insert into laurel_outbox (program, customer, position) values (?, ?, ?)";

    private static final String VERSION =
            "select layout, fingerprint from laurel_version where program = ? and version = ?";

    private static final String INSERT_VERSION =
            "insert into laurel_version (layout, stable_text, fingerprint, program, version) values (?, ?, ?, ?, ?)";

    private final Database database;
    private final boolean hasOutbox;

    AccountWriter(Database database, boolean hasOutbox) {
        this.database = database;
        this.hasOutbox = hasOutbox;
    }

    final Database database() {
        return database;
    }

    final boolean hasOutbox() {
        return hasOutbox;
    }

    /** Whether a commit can be written by one statement, which is there wholly or not at all. */
    boolean isOneStatement(AccountCommit commit) {
        return false;
    }

    /** Writes a commit by several statements. If it throws, the transaction must not be committed. */
    final void write(Connection connection, AccountCommit commit) throws SQLException {
        for (RegisteredVersion version : commit.versions()) {
            register(connection, commit.key().program(), version);
        }
        if (!commit.overwritten().isEmpty() || !commit.dropped().isEmpty()) {
            erase(connection, commit);
        }
        writeRest(connection, commit);
    }

    /** Writes all but versions and what an erasure does. */
    void writeRest(Connection connection, AccountCommit commit) throws SQLException {
        AccountBytes change = commit.change();
        writeHeader(connection, commit, change);
        writeChunks(connection, commit, change);
        writeEvents(connection, commit);
        writeReceipts(connection, commit);
        if (commit.isSnapshot()) {
            writeSnapshot(connection, commit);
        }
        if (hasOutbox) {
            writeMessages(connection, commit);
        }
    }

    // --- versions ---

    private void register(Connection connection, String program, RegisteredVersion version) throws SQLException {
        try (PreparedStatement statement = database.prepare(connection, VERSION)) {
            database.parameters(statement).id(program).id(version.version());
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next()) {
                    checkState(
                            rows.getInt(1) != version.layout()
                                    || version.fingerprint().equals(rows.getString(2)),
                            "version '%s' of program '%s' is registered with other terms",
                            version.version(),
                            program);
                    return;
                }
            }
        }
        // If another registers it at the same time, this fails as a race, and finds it when it is tried again.
        try (PreparedStatement statement = database.prepare(connection, INSERT_VERSION)) {
            database.parameters(statement)
                    .number(version.layout())
                    .text(version.stableText())
                    .text(version.fingerprint())
                    .id(program)
                    .id(version.version());
            statement.executeUpdate();
        }
    }

    // --- erasures ---

    private void erase(Connection connection, AccountCommit commit) throws SQLException {
        List<PostedEvent> overwritten = commit.overwritten();
        try (PreparedStatement statement = database.prepare(connection, OVERWRITE)) {
            for (int i = 0; i < overwritten.size(); i++) {
                database.parameters(statement)
                        .bytes(Codec.POSTED_EVENTS.encode(overwritten.get(i)))
                        .key(commit.key())
                        .number(i + 1)
                        .addToBatch();
            }
            statement.executeBatch();
        }
        each(connection, DROP_RECEIPT, commit.key(), commit.dropped());
        each(connection, DROP_LINKS, commit.key(), commit.dropped());
        each(connection, DROP_PAST_RECEIPT, commit.key(), commit.dropped());
        if (!overwritten.isEmpty()) {
            try (PreparedStatement statement = database.prepare(connection, DROP_SNAPSHOTS)) {
                database.parameters(statement).key(commit.key());
                statement.executeUpdate();
            }
        }
    }

    /** A statement for each of some ids of an account. */
    private void each(Connection connection, String sql, AccountKey key, Set<String> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = database.prepare(connection, sql)) {
            for (String id : ids) {
                database.parameters(statement).key(key).id(id).addToBatch();
            }
            statement.executeBatch();
        }
    }

    // --- the account ---

    private void writeHeader(Connection connection, AccountCommit commit, AccountBytes change) throws SQLException {
        boolean isNew = commit.before().isEmpty();
        try (PreparedStatement statement = database.prepare(connection, isNew ? INSERT : UPDATE)) {
            Parameters parameters = header(database.parameters(statement), commit, change);
            if (!isNew) {
                parameters.number(commit.expectedRevision());
            }
            if (statement.executeUpdate() == 0) {
                throw refused(connection, commit);
            }
        }
    }

    /** What an account's row has, its key last. */
    @CanIgnoreReturnValue
    final Parameters header(Parameters parameters, AccountCommit commit, AccountBytes change) throws SQLException {
        StoredAccount stored = commit.stored();
        return parameters
                .number(stored.revision())
                .number(Timestamps.micros(stored.recordedAt()))
                .numberOrNull(commit.nextChangeAt().map(Timestamps::micros).orElse(null))
                .id(version(stored.account()))
                .bytes(change.header())
                .key(commit.key());
    }

    /** The version that wrote an account last. */
    private static String version(Account account) {
        List<VersionInForce> versions = account.versions();
        return versions.isEmpty() ? "" : versions.get(versions.size() - 1).version();
    }

    /** Why nothing was written, to be thrown. */
    final RuntimeException refused(Connection connection, AccountCommit commit) throws SQLException {
        // At REPEATABLE READ of MariaDB only a read that locks sees what another has committed since.
        String text = database.dialect() == Dialect.MARIADB ? REVISION + " lock in share mode" : REVISION;
        try (PreparedStatement statement = database.prepare(connection, text)) {
            database.parameters(statement).key(commit.key());
            try (ResultSet rows = statement.executeQuery()) {
                long present = rows.next() ? rows.getLong(1) : 0;
                return new ConcurrentUpdateException(commit.key(), commit.expectedRevision(), present);
            }
        }
    }

    private void writeChunks(Connection connection, AccountCommit commit, AccountBytes change) throws SQLException {
        each(connection, REMOVE_CHUNK, commit.key(), change.removed());
        if (change.chunks().isEmpty()) {
            return;
        }
        try (PreparedStatement statement = database.prepare(connection, orReplace("laurel_chunk", "chunk"))) {
            for (String chunk : change.chunks().keySet()) {
                database.parameters(statement)
                        .key(commit.key())
                        .id(chunk)
                        .bytes(change.chunks().get(chunk))
                        .addToBatch();
            }
            statement.executeBatch();
        }
    }

    /** A row of bytes under an id, in place of the one that may be there, and with what else it has. */
    private String orReplace(String table, String id, String... more) {
        List<String> given = Lists.asList("bytes", more);
        String columns = " (program, customer, " + id + ", " + String.join(", ", given) + ")";
        String values = " values (?, ?, ?" + ", ?".repeat(given.size()) + ")";
        return switch (database.dialect()) {
            case POSTGRESQL ->
                "insert into " + table + columns + values + " on conflict (program, customer, " + id
                        + ") do update set " + each(given, "%1$s = excluded.%1$s");
            case H2 -> "merge into " + table + columns + " key (program, customer, " + id + ")" + values;
            case MARIADB ->
                "insert into " + table + columns + values + " on duplicate key update "
                        + each(given, "%1$s = values(%1$s)");
        };
    }

    private static String each(List<String> columns, String assignment) {
        return columns.stream().map(assignment::formatted).collect(Collectors.joining(", "));
    }

    // --- what is beside it ---

    private void writeEvents(Connection connection, AccountCommit commit) throws SQLException {
        long position = commit.expectedRevision();
        try (PreparedStatement statement = database.prepare(connection, INSERT_EVENT)) {
            for (PostedEvent posted : commit.posted()) {
                database.parameters(statement)
                        .key(commit.key())
                        .number(++position)
                        .id(posted.event().id())
                        .number(Timestamps.micros(posted.recordedAt()))
                        .bytes(Codec.POSTED_EVENTS.encode(posted))
                        .addToBatch();
            }
            statement.executeBatch();
        }
    }

    private void writeReceipts(Connection connection, AccountCommit commit) throws SQLException {
        List<Receipt> receipts = commit.receipts();
        if (receipts.isEmpty()) {
            return;
        }
        ReceiptLinks links = ReceiptLinks.of(commit);
        keepPast(connection, commit.key(), links.replaced());
        try (PreparedStatement statement =
                database.prepare(connection, orReplace("laurel_receipt", "event", "revision"))) {
            for (Receipt receipt : receipts) {
                database.parameters(statement)
                        .key(commit.key())
                        .id(receipt.event())
                        .bytes(Codec.RECEIPTS.encode(receipt))
                        .number(commit.stored().revision())
                        .addToBatch();
            }
            statement.executeBatch();
        }
        each(connection, DROP_LINKS, commit.key(), links.replaced());
        if (links.from().isEmpty()) {
            return;
        }
        try (PreparedStatement statement = database.prepare(connection, INSERT_LINK)) {
            for (int i = 0; i < links.from().size(); i++) {
                database.parameters(statement)
                        .key(commit.key())
                        .id(links.from().get(i))
                        .id(links.to().get(i))
                        .addToBatch();
            }
            statement.executeBatch();
        }
    }

    /** One by one: MariaDB does not take a statement in a batch that inserts what it selects. */
    private void keepPast(Connection connection, AccountKey key, Set<String> replaced) throws SQLException {
        if (replaced.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = database.prepare(connection, KEEP_PAST_RECEIPT)) {
            for (String event : replaced) {
                database.parameters(statement).key(key).id(event);
                statement.executeUpdate();
            }
        }
    }

    private void writeSnapshot(Connection connection, AccountCommit commit) throws SQLException {
        try (PreparedStatement statement = database.prepare(connection, INSERT_SNAPSHOT)) {
            database.parameters(statement)
                    .key(commit.key())
                    .number(commit.stored().revision())
                    .number(Timestamps.micros(commit.stored().recordedAt()))
                    .bytes(Codec.ACCOUNTS.encode(commit.account()));
            statement.executeUpdate();
        }
    }

    private void writeMessages(Connection connection, AccountCommit commit) throws SQLException {
        if (commit.messages().isEmpty()) {
            return;
        }
        try (PreparedStatement statement = database.prepare(connection, INSERT_MESSAGE)) {
            for (long position : commit.messages().keySet()) {
                database.parameters(statement)
                        .key(commit.key())
                        .number(position)
                        .addToBatch();
            }
            statement.executeBatch();
        }
    }
}
