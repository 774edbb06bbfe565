package dev.laurel.engine.draft;

import static java.util.Objects.requireNonNull;

import dev.laurel.event.TimePassed;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.LotDating;
import dev.laurel.ledger.LotUse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry that takes points out of lots, puts them back or only moves them, on its way into the ledger. */
final class Posting implements Unread {
    private final EntryKind kind;
    private final String currency;
    private long points;
    private final List<LotUse> uses;
    private @Nullable String source;
    private @Nullable String hold;
    private boolean isJudged;
    private long fromPending;
    private long shortfall;
    private long sequence;
    private @Nullable String cause;
    private @Nullable Instant effective;

    /**
     * An entry without anything more.
     *
     * @param currency the id of the point currency
     * @param points the points, signed as in the entry
     * @param uses the lots that it touches, and by how much
     */
    Posting(EntryKind kind, String currency, long points, List<LotUse> uses) {
        this.kind = kind;
        this.currency = currency;
        this.points = points;
        this.uses = uses;
    }

    /** By this rule, reward or offer. */
    Posting by(@Nullable String id) {
        source = id;
        return this;
    }

    /** By the version of the program that judges the event, not by the one in force. */
    Posting judged() {
        isJudged = true;
        return this;
    }

    /** Of this hold. */
    Posting ofHold(@Nullable String id) {
        hold = id;
        return this;
    }

    /** So many of the points were pending. */
    Posting fromPending(long count) {
        fromPending = count;
        return this;
    }

    /** So many of the points that were to be taken were neither there nor are owed. */
    Posting shortOf(long count) {
        points += count;
        shortfall = count;
        return this;
    }

    EntryKind kind() {
        return kind;
    }

    long points() {
        return points;
    }

    @Nullable
    String source() {
        return source;
    }

    @Nullable
    String hold() {
        return hold;
    }

    long fromPending() {
        return fromPending;
    }

    /** How many points of lots it touches. */
    long touched() {
        return Removed.pointsOf(uses);
    }

    /**
     * It is posted now.
     *
     * @param by the id of the event that causes it, or null if time does
     */
    void post(long number, @Nullable String by, Instant at) {
        sequence = number;
        cause = by;
        effective = at;
    }

    /** To be asked once it is posted. */
    @Override
    public LedgerEntry toEntry(EntryLog log) {
        Instant at = requireNonNull(effective);
        return new LedgerEntry(
                sequence,
                kind,
                currency,
                points,
                uses,
                source,
                cause == null ? TimePassed.causeAt(at) : cause,
                isJudged ? log.judging() : log.program(),
                at,
                null,
                null,
                null,
                LotDating.BY_TERMS,
                shortfall,
                hold);
    }
}
