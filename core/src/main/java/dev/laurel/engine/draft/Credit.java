package dev.laurel.engine.draft;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotUse;
import dev.laurel.time.Timestamps;
import org.jspecify.annotations.Nullable;

/** Points that come into a wallet. Once they are credited it is their ledger entry, as far as that says anything of its own. */
public final class Credit implements Unread {
    private final EntryKind kind;
    private final String currency;
    private final long points;
    private final LotDates dates;
    private final @Nullable String source;
    private final boolean isJudged;
    private long sequence;
    private long lot;
    private long effective;
    private @Nullable String cause;

    private Credit(
            EntryKind kind,
            WalletDraft wallet,
            long points,
            LotDates dates,
            @Nullable String source,
            boolean isJudged) {
        this.kind = kind;
        this.currency = wallet.currency();
        this.points = points;
        this.dates = dates;
        this.source = source;
        this.isJudged = isJudged;
    }

    /** Points that a rule of the version in force awards. */
    static Credit ofRuleInForce(String id, WalletDraft wallet, long points, LotDates dates) {
        return new Credit(EntryKind.EARN, wallet, points, dates, id, false);
    }

    /** Points that a rule of the version awards that judges the event. */
    public static Credit ofRule(String id, WalletDraft wallet, long points, LotDates dates) {
        return new Credit(EntryKind.EARN, wallet, points, dates, id, true);
    }

    /** Points that an offer of the version in force awards. */
    public static Credit ofOffer(String id, WalletDraft wallet, long points, LotDates dates) {
        return new Credit(EntryKind.EARN, wallet, points, dates, id, false);
    }

    /** Points that come by the host alone. */
    public static Credit of(EntryKind kind, WalletDraft wallet, long points, LotDates dates) {
        return new Credit(kind, wallet, points, dates, null, false);
    }

    EntryKind kind() {
        return kind;
    }

    /** The id of their point currency. */
    String currency() {
        return currency;
    }

    long points() {
        return points;
    }

    LotDates dates() {
        return dates;
    }

    /** It is credited now, by the event of this id. */
    void post(long number, long toLot, long at, String by) {
        cause = by;
        sequence = number;
        lot = toLot;
        effective = at;
    }

    /** The number of the lot that it went into; to be asked once it is credited. */
    long lot() {
        return lot;
    }

    /** Whether it goes into one lot with another. */
    boolean sharesLotWith(Credit other) {
        return kind.sharesLots() && kind == other.kind && currency.equals(other.currency) && dates.equals(other.dates);
    }

    /** The lot that it went into, with so many points. */
    Lot toLot(long all) {
        return Lot.full(lot, all, dates.earned(), dates.available(), dates.expires(), dates.dating());
    }

    /** The lot that it went into, emptied; to be asked once it is credited. */
    public Lot toLot() {
        return Lot.key(lot, dates.earned(), dates.available(), dates.expires(), dates.dating());
    }

    /** To be asked once it is credited. */
    @Override
    public LedgerEntry toEntry(EntryLog log) {
        return new LedgerEntry(
                sequence,
                kind,
                currency,
                points,
                ImmutableList.of(new LotUse(lot, points)),
                source,
                requireNonNull(cause),
                isJudged ? log.judging() : log.program(),
                Timestamps.ofMicros(effective),
                Timestamps.ofMicros(dates.earned()),
                Timestamps.ofMicros(dates.available()),
                Timestamps.ofMicrosOrNull(dates.expires()),
                dates.dating(),
                0,
                null);
    }
}
