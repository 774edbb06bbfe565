package dev.laurel.jdbc;

import com.google.common.collect.Iterables;
import dev.laurel.account.Account;
import dev.laurel.codec.AccountBytes;
import dev.laurel.codec.Codec;
import dev.laurel.decision.PostedEvent;
import dev.laurel.receipt.Receipt;
import dev.laurel.service.AccountKey;
import dev.laurel.service.AccountView;
import dev.laurel.service.Named;
import dev.laurel.service.StoredAccount;
import dev.laurel.time.Timestamps;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an account and what is named beside it, by one statement, so that all is of one moment; and the receipts of a moment before. */
final class AccountReader {
    private static final int ACCOUNT = 0;
    private static final int CHUNK = 1;
    private static final int EVENT = 2;
    private static final int RECEIPT = 3;

    private static final String OF_KEY = " where program = ? and customer = ?";

    private static final String BARE = "select 0, '', revision, recorded_at, header from laurel_account" + OF_KEY
            + " union all select 1, chunk, 0, 0, bytes from laurel_chunk" + OF_KEY;

    private static final String EVENTS =
            " union all select 2, id, position, 0, bytes from laurel_event" + OF_KEY + " and id ";

    private static final String RECEIPTS =
            " union all select 3, event, 0, 0, bytes from laurel_receipt" + OF_KEY + " and event ";

    private static final String LINKED = " union all select 3, r.event, 0, 0, r.bytes from laurel_receipt_link l"
            + " join laurel_receipt r on r.program = l.program and r.customer = l.customer and r.event = l.linked"
            + " where l.program = ? and l.customer = ? and l.event ";

    private static final String RECEIPTS_AT = "select event, revision, bytes from laurel_receipt" + OF_KEY
            + " and event named and revision <= ? union all select event, revision, bytes from laurel_receipt_past"
            + OF_KEY + " and event named and revision <= ? order by 2";

    private static final String LOCK = "select revision from laurel_account" + OF_KEY + " for update";

    private final Database database;

    AccountReader(Database database) {
        this.database = database;
    }

    /**
     * Waits until nobody else changes the account, and keeps others from it until the transaction ends. It reads nothing: where a row was
     * waited for, one statement can give the account as it is by now and what is beside it as it was before.
     */
    void lock(Connection connection, AccountKey key) throws SQLException {
        try (PreparedStatement statement = database.prepare(connection, LOCK)) {
            database.parameters(statement).key(key);
            statement.executeQuery().close();
        }
    }

    /**
     * An account and what is named.
     *
     * @param isLocked whether the account is locked in this transaction, which then must not see what was there when it began
     */
    AccountView read(Connection connection, AccountKey key, Named named, boolean isLocked) throws SQLException {
        Names events = new Names(database.dialect(), named.events());
        Names receipts = new Names(database.dialect(), named.receipts());
        try (PreparedStatement statement = database.prepare(connection, textOf(events, receipts, isLocked))) {
            Parameters parameters = database.parameters(statement).key(key).key(key);
            if (!events.isEmpty()) {
                events.set(parameters.key(key));
            }
            if (!receipts.isEmpty()) {
                receipts.set(parameters.key(key));
                receipts.set(parameters.key(key));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return view(rows);
            }
        }
    }

    /** The receipts of some events as those up to a revision had left them. */
    Map<String, Receipt> receiptsAt(Connection connection, AccountKey key, Set<String> events, long revision)
            throws SQLException {
        Map<String, Receipt> receipts = new HashMap<>();
        if (events.isEmpty()) {
            return receipts;
        }
        Names names = new Names(database.dialect(), events);
        String text = RECEIPTS_AT.replace("named", names.condition());
        try (PreparedStatement statement = database.prepare(connection, text)) {
            Parameters parameters = database.parameters(statement).key(key);
            names.set(parameters);
            names.set(parameters.number(revision).key(key));
            parameters.number(revision);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    // The later ones take the place of the earlier.
                    receipts.put(database.dialect().id(rows, 1), Codec.RECEIPTS.decode(rows.getBytes(3)));
                }
            }
        }
        return receipts;
    }

    private String textOf(Names events, Names receipts, boolean isLocked) {
        String text = BARE
                + (events.isEmpty() ? "" : EVENTS + events.condition())
                + (receipts.isEmpty() ? "" : RECEIPTS + receipts.condition() + LINKED + receipts.condition());
        // At REPEATABLE READ only a read that locks sees what was committed since the transaction began.
        return isLocked && database.dialect() == Dialect.MARIADB
                ? "(" + text.replace(" union all ", " lock in share mode) union all (") + " lock in share mode)"
                : text;
    }

    private AccountView view(ResultSet rows) throws SQLException {
        byte @Nullable [] header = null;
        long revision = 0;
        long recordedAt = 0;
        Map<String, byte[]> chunks = new HashMap<>();
        Map<String, PostedEvent> events = new HashMap<>();
        Map<String, Receipt> receipts = new HashMap<>();
        while (rows.next()) {
            byte[] bytes = rows.getBytes(5);
            switch (rows.getInt(1)) {
                case ACCOUNT -> {
                    header = bytes;
                    revision = rows.getLong(3);
                    recordedAt = rows.getLong(4);
                }
                case CHUNK -> chunks.put(database.dialect().id(rows, 2), bytes);
                case EVENT -> events.put(database.dialect().id(rows, 2), Codec.POSTED_EVENTS.decode(bytes));
                case RECEIPT -> receipts.put(database.dialect().id(rows, 2), Codec.RECEIPTS.decode(bytes));
                default -> throw new IllegalStateException("no such kind of row");
            }
        }
        if (header == null) {
            return AccountView.NOTHING;
        }
        Account account = AccountBytes.decode(header, chunks);
        StoredAccount stored = new StoredAccount(account, revision, Timestamps.ofMicros(recordedAt));
        return new AccountView(Optional.of(stored), events, receipts);
    }

    /** Names of events or receipts in a condition: as an array, or as a list of one of few lengths, so that there are few texts. */
    private static final class Names {
        private final Dialect dialect;
        private final Set<String> ids;

        Names(Dialect dialect, Set<String> ids) {
            this.dialect = dialect;
            this.ids = ids;
        }

        boolean isEmpty() {
            return ids.isEmpty();
        }

        String condition() {
            if (ids.size() == 1) {
                return "= ?";
            }
            return dialect == Dialect.POSTGRESQL ? "= any(?)" : "in (?" + ", ?".repeat(length() - 1) + ")";
        }

        /** How long the list is: a power of four. */
        private int length() {
            int length = 1;
            while (length < ids.size()) {
                length *= 4;
            }
            return length;
        }

        void set(Parameters parameters) throws SQLException {
            if (dialect == Dialect.POSTGRESQL && ids.size() > 1) {
                parameters.ids(ids);
                return;
            }
            for (String id : Iterables.limit(Iterables.concat(ids, repeated()), length())) {
                parameters.id(id);
            }
        }

        private Iterable<String> repeated() {
            return Iterables.cycle(List.copyOf(ids).get(0));
        }
    }
}
