package dev.laurel.engine.draft;

import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.Lot;

/** A lot that an event opens: its credits that may share it add to it. */
final class OpenLot {
    private final Credit first;
    private final LotDates dates;
    private final long number;
    private long points;

    OpenLot(Credit first, LotDates dates, long number) {
        this.first = first;
        this.dates = dates;
        this.number = number;
    }

    WalletDraft wallet() {
        return first.wallet();
    }

    EntryKind kind() {
        return first.kind();
    }

    LotDates dates() {
        return dates;
    }

    long number() {
        return number;
    }

    long points() {
        return points;
    }

    void add(long more) {
        points = Math.addExact(points, more);
    }

    boolean isSharedWith(Credit credit, LotDates wanted) {
        return credit.kind().sharesLots()
                && kind() == credit.kind()
                && wallet() == credit.wallet()
                && dates.equals(wanted);
    }

    Lot toLot() {
        return new Lot(number, points, points, dates.earned(), dates.available(), dates.expires(), dates.dating());
    }
}
