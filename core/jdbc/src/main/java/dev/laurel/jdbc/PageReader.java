package dev.laurel.jdbc;

import dev.laurel.codec.AccountBytes;
import dev.laurel.codec.Codec;
import dev.laurel.decision.PostedEvent;
import dev.laurel.service.AccountKey;
import dev.laurel.service.DueAccount;
import dev.laurel.service.OutboxMessage;
import dev.laurel.service.RegisteredVersion;
import dev.laurel.service.StoredAccount;
import dev.laurel.time.Timestamps;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads pages: of a journal, of snapshots, of accounts, of those that are due, of the outbox. */
final class PageReader {
    private static final String FORWARDS = "select bytes from laurel_event where program = ? and customer = ?"
            + " and position > ? order by position limit ?";

    private static final String BACKWARDS = "select bytes from laurel_event where program = ? and customer = ?"
            + " and position < ? order by position desc limit ?";

    private static final String SNAPSHOTS = "select revision, recorded_at, bytes from laurel_snapshot"
            + " where program = ? and customer = ? and revision < ? order by revision desc limit ?";

    private static final String ACCOUNTS =
            "select a.customer, a.revision, a.recorded_at, a.header, c.chunk, c.bytes from (select program, customer,"
                    + " revision, recorded_at, header from laurel_account where program = ? and customer > ?"
                    + " order by customer limit ?) a"
                    + " left join laurel_chunk c on c.program = a.program and c.customer = a.customer"
                    + " order by a.customer";

    private static final String VERSIONS =
            "select version, layout, stable_text, fingerprint from laurel_version where program = ?";

    /** Those to which something happens, by its index; then those that another version wrote, by theirs. */
    private static final String DUE = "select customer, due_at from ("
            + "(select customer, next_change_at as due_at from laurel_account where program = ? and next_change_at <= ?"
            + " and (next_change_at > ? or (next_change_at = ? and customer > ?))"
            + " order by next_change_at, customer limit ?)"
            + " union all "
            + "(select customer, cast(? as bigint) as due_at from laurel_account where program = ?"
            + " and (version < ? or version > ?) and (next_change_at is null or next_change_at > ?) and customer > ?"
            + " order by customer limit ?)) d order by due_at, customer limit ?";

    private static final String OUTBOX = "select o.id, o.program, o.customer, e.bytes from laurel_outbox o"
            + " join laurel_event e on e.program = o.program and e.customer = o.customer and e.position = o.position"
            + " order by o.id limit ?";

    private static final String DELIVERED = "delete from laurel_outbox where id = ?";

    private final Database database;

    PageReader(Database database) {
        this.database = database;
    }

    List<PostedEvent> after(Connection connection, AccountKey key, long position, int limit) throws SQLException {
        return events(connection, FORWARDS, key, position, limit);
    }

    List<PostedEvent> before(Connection connection, AccountKey key, long position, int limit) throws SQLException {
        return events(connection, BACKWARDS, key, position, limit);
    }

    private List<PostedEvent> events(Connection connection, String sql, AccountKey key, long position, int limit)
            throws SQLException {
        try (PreparedStatement statement = database.prepare(connection, sql)) {
            database.parameters(statement).key(key).number(position).number(limit);
            List<PostedEvent> events = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    events.add(Codec.POSTED_EVENTS.decode(rows.getBytes(1)));
                }
            }
            return events;
        }
    }

    List<StoredAccount> snapshots(Connection connection, AccountKey key, long before, int limit) throws SQLException {
        try (PreparedStatement statement = database.prepare(connection, SNAPSHOTS)) {
            database.parameters(statement).key(key).number(before).number(limit);
            List<StoredAccount> snapshots = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    snapshots.add(new StoredAccount(
                            Codec.ACCOUNTS.decode(rows.getBytes(3)),
                            rows.getLong(1),
                            Timestamps.ofMicros(rows.getLong(2))));
                }
            }
            return snapshots;
        }
    }

    List<StoredAccount> accounts(Connection connection, String program, String after, int limit) throws SQLException {
        try (PreparedStatement statement = database.prepare(connection, ACCOUNTS)) {
            database.parameters(statement).id(program).id(after).number(limit);
            Map<String, Pieces> accounts = new LinkedHashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String customer = database.dialect().id(rows, 1);
                    Pieces pieces = accounts.get(customer);
                    if (pieces == null) {
                        pieces = new Pieces(rows);
                        accounts.put(customer, pieces);
                    }
                    byte[] chunk = rows.getBytes(6);
                    if (chunk != null) {
                        pieces.chunks.put(database.dialect().id(rows, 5), chunk);
                    }
                }
            }
            return accounts.values().stream().map(Pieces::toAccount).toList();
        }
    }

    /** An account in the pieces in which it is stored. */
    private static final class Pieces {
        private final long revision;
        private final long recordedAt;
        private final byte[] header;
        private final Map<String, byte[]> chunks = new HashMap<>();

        Pieces(ResultSet row) throws SQLException {
            revision = row.getLong(2);
            recordedAt = row.getLong(3);
            header = row.getBytes(4);
        }

        StoredAccount toAccount() {
            return new StoredAccount(AccountBytes.decode(header, chunks), revision, Timestamps.ofMicros(recordedAt));
        }
    }

    List<RegisteredVersion> versions(Connection connection, String program) throws SQLException {
        try (PreparedStatement statement = database.prepare(connection, VERSIONS)) {
            database.parameters(statement).id(program);
            List<RegisteredVersion> versions = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    versions.add(new RegisteredVersion(
                            database.dialect().id(rows, 1), rows.getInt(2), rows.getString(3), rows.getString(4)));
                }
            }
            return versions;
        }
    }

    List<DueAccount> due(
            Connection connection, String program, Instant until, String version, @Nullable DueAccount after, int limit)
            throws SQLException {
        long last = Timestamps.micros(until);
        long from = after == null ? Long.MIN_VALUE : Timestamps.micros(after.at());
        // Of those that are due at the last instant because of their version, the ones before are given already.
        String customer = after == null ? "" : after.customer();
        String text = database.dialect() == Dialect.MARIADB ? DUE.replace("bigint", "signed") : DUE;
        try (PreparedStatement statement = database.prepare(connection, text)) {
            database.parameters(statement)
                    .id(program)
                    .number(last)
                    .number(from)
                    .number(from)
                    .id(customer)
                    .number(limit)
                    .number(last)
                    .id(program)
                    .id(version)
                    .id(version)
                    .number(last)
                    .id(from < last ? "" : customer)
                    .number(limit)
                    .number(limit);
            List<DueAccount> due = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    due.add(new DueAccount(database.dialect().id(rows, 1), Timestamps.ofMicros(rows.getLong(2))));
                }
            }
            return due;
        }
    }

    List<OutboxMessage> outbox(Connection connection, int limit) throws SQLException {
        try (PreparedStatement statement = database.prepare(connection, OUTBOX)) {
            database.parameters(statement).number(limit);
            List<OutboxMessage> messages = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    AccountKey key = new AccountKey(
                            database.dialect().id(rows, 2), database.dialect().id(rows, 3));
                    messages.add(new OutboxMessage(rows.getLong(1), key, Codec.POSTED_EVENTS.decode(rows.getBytes(4))));
                }
            }
            return messages;
        }
    }

    void delivered(Connection connection, Collection<Long> messages) throws SQLException {
        try (PreparedStatement statement = database.prepare(connection, DELIVERED)) {
            for (long id : messages) {
                database.parameters(statement).number(id).addToBatch();
            }
            statement.executeBatch();
        }
    }
}
