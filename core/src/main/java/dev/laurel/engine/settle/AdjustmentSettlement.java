package dev.laurel.engine.settle;

import dev.laurel.engine.draft.Credit;
import dev.laurel.engine.draft.LotDates;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.event.Adjustment;
import dev.laurel.ledger.EntryKind;
import java.time.Instant;
import java.util.List;

/** Points are added or taken by hand. */
final class AdjustmentSettlement implements Settlement<Adjustment> {
    @Override
    public void settle(Evaluation<Adjustment> on) {
        Adjustment adjustment = on.event();
        WalletDraft wallet = on.wallet(adjustment.currency());
        if (adjustment.points() < 0) {
            on.account().ledger().adjustDown(wallet, -adjustment.points(), adjustment.id());
        } else {
            on.credit(List.of(Credit.of(EntryKind.ADJUST, wallet, adjustment.points(), datesOf(on, wallet))));
        }
    }

    /** What has no dates of its own has those of its currency's terms. */
    private static LotDates datesOf(Evaluation<Adjustment> on, WalletDraft wallet) {
        Adjustment adjustment = on.event();
        Instant earned = adjustment.occurredAt();
        Instant available = adjustment.available() == null ? earned : adjustment.available();
        Instant expires = adjustment.expires();
        if (expires == null) {
            return on.account().datesOf(wallet, earned, available);
        }
        Instant now = on.account().asOf();
        return LotDates.withOwn(earned, available.isAfter(now) ? available : now, expires);
    }
}
