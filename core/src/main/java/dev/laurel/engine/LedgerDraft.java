package dev.laurel.engine;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Account;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotUse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The entries that one event adds to the ledger of an account, and what they do to its holdings. */
final class LedgerDraft {
    private final String program;
    private final ZoneId zone;
    private final List<LedgerEntry> entries = new ArrayList<>(4);
    private final List<OpenLot> openLots = new ArrayList<>(2);
    private Instant effective;
    private long sequence;
    private long lotsOpened;

    /** A lot that the event at hand is opening: awards with the same dates share it. */
    private static final class OpenLot {
        private final HoldingDraft holding;
        private final long number;
        private final Instant earned;
        private final @Nullable Instant expires;
        private final EntryKind kind;
        private long points;

        OpenLot(EntryKind kind, HoldingDraft holding, long number, Instant earned, @Nullable Instant expires) {
            this.kind = kind;
            this.holding = holding;
            this.number = number;
            this.earned = earned;
            this.expires = expires;
        }
    }

    LedgerDraft(Plan plan, Account before) {
        program = plan.versionedId();
        zone = plan.zone();
        effective = before.asOf();
        sequence = before.sequence();
        lotsOpened = before.lotsOpened();
    }

    /** The instant at which the account stands, and entries take effect. */
    Instant effective() {
        return effective;
    }

    /** Goes on to an instant; never back. */
    void moveTo(Instant instant) {
        if (instant.isAfter(effective)) {
            effective = instant;
        }
    }

    List<LedgerEntry> entries() {
        return entries;
    }

    long sequence() {
        return sequence;
    }

    long lotsOpened() {
        return lotsOpened;
    }

    /** Awards points, in a lot that awards of the same event with the same dates share; returns the number of the lot. */
    long award(
            HoldingDraft holding, long points, Instant earned, @Nullable Instant expires, String rule, String cause) {
        OpenLot lot = openLot(holding, earned, expires);
        credit(lot, points, rule, cause);
        return lot.number;
    }

    /** Adds points by hand, in a lot of their own. */
    void adjustUp(HoldingDraft holding, long points, Instant earned, @Nullable Instant expires, String cause) {
        OpenLot lot = new OpenLot(EntryKind.ADJUST, holding, ++lotsOpened, earned, expires);
        openLots.add(lot);
        credit(lot, points, null, cause);
    }

    /** Takes points by hand: what is there, in the order of spending; what is missing is owed or forgotten. */
    void adjustDown(HoldingDraft holding, long points, String cause) {
        long taken = Math.min(points, holding.balance().available());
        long missing = points - taken;
        boolean owed = holding.owes();
        post(
                EntryKind.ADJUST,
                holding,
                owed ? -points : -taken,
                taken == 0 ? List.of() : holding.spend(taken),
                null,
                cause,
                owed ? 0 : missing);
    }

    /** Credits points that are brought over from another system, in a lot of their own. */
    void bringOver(HoldingDraft holding, long points, Instant earned, @Nullable Instant expires, String cause) {
        OpenLot lot = new OpenLot(EntryKind.OPEN, holding, ++lotsOpened, earned, expires);
        openLots.add(lot);
        credit(lot, points, null, cause);
    }

    private void credit(OpenLot lot, long points, @Nullable String source, String cause) {
        lot.points = Math.addExact(lot.points, points);
        entries.add(new LedgerEntry(
                ++sequence,
                lot.kind,
                lot.holding.currency(),
                points,
                ImmutableList.of(new LotUse(lot.number, points)),
                source,
                cause,
                program,
                effective,
                lot.earned,
                effective,
                lot.expires));
    }

    private OpenLot openLot(HoldingDraft holding, Instant earned, @Nullable Instant expires) {
        for (OpenLot lot : openLots) {
            if (lot.holding == holding && lot.earned.equals(earned) && Objects.equals(lot.expires, expires)) {
                return lot;
            }
        }
        OpenLot lot = new OpenLot(EntryKind.EARN, holding, ++lotsOpened, earned, expires);
        openLots.add(lot);
        return lot;
    }

    /** Puts the lots that the event opened where they can be spent. */
    void closeLots() {
        for (OpenLot lot : openLots) {
            lot.holding.post(lot.kind, lot.points, lot.points);
            lot.holding.add(new Lot(lot.number, lot.points, lot.points, lot.earned, effective, lot.expires));
            if (lot.expires == null) {
                lot.holding.startTimer(lot.earned, zone);
            }
        }
        openLots.clear();
    }

    /** Whatever became available pays a debt first; what had run out before it could be spent does not. */
    void payDebt(HoldingDraft holding, String cause) {
        Balance balance = holding.balance();
        long paid = Math.min(balance.debt(), balance.available());
        if (paid > 0) {
            post(EntryKind.DEBT_PAID, holding, paid, holding.spend(paid), null, cause, 0);
        }
    }

    /** Debits points from lots that were taken out of a holding. */
    void debit(EntryKind kind, HoldingDraft holding, List<LotUse> uses, @Nullable String source, String cause) {
        long points = 0;
        for (LotUse use : uses) {
            points = Math.addExact(points, use.points());
        }
        post(kind, holding, -points, uses, source, cause, 0);
    }

    private void post(
            EntryKind kind,
            HoldingDraft holding,
            long points,
            List<LotUse> uses,
            @Nullable String source,
            String cause,
            long shortfall) {
        LedgerEntry entry = new LedgerEntry(
                ++sequence,
                kind,
                holding.currency(),
                points,
                uses,
                source,
                cause,
                program,
                effective,
                null,
                null,
                null,
                shortfall);
        holding.post(kind, points, entry.touched());
        entries.add(entry);
    }
}
