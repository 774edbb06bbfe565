package dev.laurel.engine.draft;

import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LotUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry that takes points out of lots, puts them back or only moves them, on its way into the ledger. */
final class Posting {
    private final EntryKind kind;
    private final WalletDraft wallet;
    private long points;
    private final List<LotUse> uses;
    private @Nullable String source;
    private @Nullable String hold;
    private long fromPending;
    private long shortfall;

    /**
     * An entry without anything more.
     *
     * @param points the points, signed as in the entry
     * @param uses the lots that it touches, and by how much
     */
    Posting(EntryKind kind, WalletDraft wallet, long points, List<LotUse> uses) {
        this.kind = kind;
        this.wallet = wallet;
        this.points = points;
        this.uses = uses;
    }

    /** By this rule, reward or offer. */
    Posting by(@Nullable String id) {
        source = id;
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

    WalletDraft wallet() {
        return wallet;
    }

    long points() {
        return points;
    }

    List<LotUse> uses() {
        return uses;
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

    long shortfall() {
        return shortfall;
    }
}
