package dev.laurel.engine.draft;

import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.Lot;

/** A lot that an event opens: its credits that may share it add to it. */
final class OpenLot {
    private final Credit first;
    private final WalletDraft wallet;
    private final long number;
    private long points;

    OpenLot(Credit first, WalletDraft wallet, long number) {
        this.first = first;
        this.wallet = wallet;
        this.number = number;
    }

    WalletDraft wallet() {
        return wallet;
    }

    EntryKind kind() {
        return first.kind();
    }

    LotDates dates() {
        return first.dates();
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

    boolean isSharedWith(Credit credit) {
        return credit.kind().sharesLots()
                && kind() == credit.kind()
                && first.currency().equals(credit.currency())
                && dates().equals(credit.dates());
    }

    Lot toLot() {
        LotDates dates = dates();
        return new Lot(number, points, points, dates.earned(), dates.available(), dates.expires(), dates.dating());
    }
}
