package dev.laurel.jdbc;

import dev.laurel.codec.AccountBytes;
import dev.laurel.codec.Codec;
import dev.laurel.decision.PostedEvent;
import dev.laurel.receipt.Receipt;
import dev.laurel.service.AccountCommit;
import dev.laurel.time.Timestamps;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes a commit to PostgreSQL by one statement: one round trip. The account's row is written first, if the revision is still the one
 * that the commit builds on; all else follows from that row, so that there is all or nothing. That none of its events is there is not asked
 * again: whoever read this revision knew it, and if not, the unique key fails the statement.
 */
final class OneStatementWriter extends AccountWriter {
    private static final String COLUMNS =
            " (revision, recorded_at, next_change_at, version, header, program, customer)";

    private static final String INSERT = "with written as (insert into laurel_account" + COLUMNS
            + " values (?, ?, ?, ?, ?, ?, ?) on conflict (program, customer) do nothing returning program, customer, revision)";

    private static final String UPDATE = "with written as (update laurel_account"
            + " set revision = ?, recorded_at = ?, next_change_at = ?, version = ?, header = ?"
            + " where program = ? and customer = ? and revision = ? returning program, customer, revision)";

    private static final String EVENTS =
            ", events as (insert into laurel_event (program, customer, position, id, recorded_at, bytes)"
                    + " select w.program, w.customer, ";

    private static final String MANY_EVENTS =
            "e.* from written w, unnest(?::bigint[], ?::text[], ?::bigint[], ?::bytea[]) as e)";

    private static final String ONE_EVENT = "?, ?, ?, ? from written w)";

    private static final String RECEIPTS = ", receipts as (insert into laurel_receipt"
            + " (program, customer, revision, event, bytes) select w.program, w.customer, w.revision, ";

    private static final String MANY_RECEIPTS = "r.* from written w, unnest(?::text[], ?::bytea[]) as r";

    private static final String ONE_RECEIPT = "?, ? from written w";

    private static final String REPLACING =
            " on conflict (program, customer, event) do update set revision = excluded.revision, bytes = excluded.bytes)"
                    // All see what was there before the statement: so what is replaced, if there is a snapshot that it
                    // was
                    // there at.
                    + ", past as (insert into laurel_receipt_past (program, customer, event, revision, bytes)"
                    + " select r.program, r.customer, r.event, r.revision, r.bytes from laurel_receipt r, written w"
                    + " where r.program = w.program and r.customer = w.customer and r.event = any(?)"
                    + " and exists (select 1 from laurel_snapshot s where s.program = r.program"
                    + " and s.customer = r.customer and s.revision >= r.revision))"
                    // Both see the links as they were, so what stays is neither removed nor written.
                    + ", unlinked as (delete from laurel_receipt_link l using written w where l.program = w.program"
                    + " and l.customer = w.customer and l.event = any(?)"
                    + " and (l.event, l.linked) not in (select * from unnest(?::text[], ?::text[])))";

    private static final String LINKS = ", links as (insert into laurel_receipt_link (program, customer, event, linked)"
            + " select w.program, w.customer, n.* from written w, unnest(?::text[], ?::text[]) as n"
            + " on conflict do nothing)";

    private static final String CHUNKS = ", chunks as (insert into laurel_chunk (program, customer, chunk, bytes)"
            + " select w.program, w.customer, c.* from written w, unnest(?::text[], ?::bytea[]) as c"
            + " on conflict (program, customer, chunk) do update set bytes = excluded.bytes)";

    private static final String REMOVED = ", removed as (delete from laurel_chunk c using written w"
            + " where c.program = w.program and c.customer = w.customer and c.chunk = any(?))";

    private static final String SNAPSHOT =
            ", snapshot as (insert into laurel_snapshot (program, customer, revision, recorded_at, bytes)"
                    + " select w.program, w.customer, w.revision, ?, ? from written w)";

    private static final String MESSAGES = ", messages as (insert into laurel_outbox (program, customer, position)"
            + " select w.program, w.customer, ";

    private static final String MANY_MESSAGES = "m.* from written w, unnest(?::bigint[]) as m order by 3)";

    private static final String ONE_MESSAGE = "? from written w)";

    private static final String COUNT = " select count(*) from written";

    private final Map<Shape, String> texts = new ConcurrentHashMap<>();

    OneStatementWriter(Database database, boolean hasOutbox) {
        super(database, hasOutbox);
    }

    /** How many rows of a kind there are. Those of one are no array, whose length the database would plan for each time. */
    private enum Rows {
        NONE,
        ONE,
        MANY;

        static Rows of(int count) {
            return count == 0 ? NONE : count == 1 ? ONE : MANY;
        }

        String text(String begin, String one, String many) {
            return this == NONE ? "" : begin + (this == ONE ? one : many);
        }
    }

    /** Which parts a statement has. Most purchases have one event and one receipt. */
    private record Shape(
            boolean isNew,
            Rows events,
            Rows receipts,
            boolean replacing,
            boolean links,
            boolean chunks,
            boolean removed,
            boolean snapshot,
            Rows messages) {
        String text() {
            return (isNew ? INSERT : UPDATE)
                    + events.text(EVENTS, ONE_EVENT, MANY_EVENTS)
                    + receipts.text(RECEIPTS, ONE_RECEIPT, MANY_RECEIPTS)
                    + (receipts == Rows.NONE ? "" : replacing ? REPLACING : ")")
                    + (links ? LINKS : "")
                    + (chunks ? CHUNKS : "")
                    + (removed ? REMOVED : "")
                    + (snapshot ? SNAPSHOT : "")
                    + messages.text(MESSAGES, ONE_MESSAGE, MANY_MESSAGES)
                    + COUNT;
        }
    }

    @Override
    boolean isOneStatement(AccountCommit commit) {
        return commit.versions().isEmpty()
                && commit.overwritten().isEmpty()
                && commit.dropped().isEmpty();
    }

    @Override
    void writeRest(Connection connection, AccountCommit commit) throws SQLException {
        AccountBytes change = commit.change();
        ReceiptLinks links = ReceiptLinks.of(commit);
        Shape shape = new Shape(
                commit.before().isEmpty(),
                Rows.of(commit.posted().size()),
                Rows.of(commit.receipts().size()),
                !links.replaced().isEmpty(),
                !links.from().isEmpty(),
                !change.chunks().isEmpty(),
                !change.removed().isEmpty(),
                commit.isSnapshot(),
                hasOutbox() ? Rows.of(commit.messages().size()) : Rows.NONE);
        try (PreparedStatement statement = database().prepare(connection, texts.computeIfAbsent(shape, Shape::text))) {
            set(database().parameters(statement), shape, commit, change, links);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                if (rows.getLong(1) == 1) {
                    return;
                }
            }
        }
        throw refused(connection, commit);
    }

    private void set(Parameters parameters, Shape shape, AccountCommit commit, AccountBytes change, ReceiptLinks links)
            throws SQLException {
        header(parameters, commit, change);
        if (!shape.isNew) {
            parameters.number(commit.expectedRevision());
        }
        setEvents(parameters, shape, commit);
        if (shape.receipts != Rows.NONE) {
            setReceipts(parameters, shape, commit.receipts());
        }
        if (shape.replacing) {
            parameters
                    .ids(links.replaced())
                    .ids(links.replaced())
                    .ids(links.from())
                    .ids(links.to());
        }
        if (shape.links) {
            parameters.ids(links.from()).ids(links.to());
        }
        if (shape.chunks) {
            parameters
                    .ids(change.chunks().keySet())
                    .allBytes(List.copyOf(change.chunks().values()));
        }
        if (shape.removed) {
            parameters.ids(change.removed());
        }
        if (shape.snapshot) {
            parameters
                    .number(Timestamps.micros(commit.stored().recordedAt()))
                    .bytes(Codec.ACCOUNTS.encode(commit.account()));
        }
        if (shape.messages == Rows.ONE) {
            parameters.number(commit.messages().firstKey());
        } else if (shape.messages == Rows.MANY) {
            parameters.numbers(List.copyOf(commit.messages().keySet()));
        }
    }

    private static void setEvents(Parameters parameters, Shape shape, AccountCommit commit) throws SQLException {
        List<String> ids = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        List<Long> recorded = new ArrayList<>();
        List<byte[]> bytes = new ArrayList<>();
        for (PostedEvent posted : commit.posted()) {
            ids.add(posted.event().id());
            positions.add(commit.expectedRevision() + ids.size());
            recorded.add(Timestamps.micros(posted.recordedAt()));
            bytes.add(Codec.POSTED_EVENTS.encode(posted));
        }
        if (shape.events == Rows.ONE) {
            parameters
                    .number(positions.get(0))
                    .id(ids.get(0))
                    .number(recorded.get(0))
                    .bytes(bytes.get(0));
        } else {
            parameters.numbers(positions).ids(ids).numbers(recorded).allBytes(bytes);
        }
    }

    private static void setReceipts(Parameters parameters, Shape shape, List<Receipt> receipts) throws SQLException {
        if (shape.receipts == Rows.ONE) {
            parameters.id(receipts.get(0).event()).bytes(Codec.RECEIPTS.encode(receipts.get(0)));
            return;
        }
        parameters
                .ids(receipts.stream().map(Receipt::event).toList())
                .allBytes(receipts.stream().map(Codec.RECEIPTS::encode).toList());
    }
}
