package dev.laurel.engine.settle;

import dev.laurel.engine.draft.Credit;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.event.Adjustment;
import dev.laurel.ledger.EntryKind;

/** Points are added or taken by hand. */
final class AdjustmentSettlement implements Settlement<Adjustment> {
    @Override
    public void settle(Evaluation<Adjustment> on) {
        Adjustment adjustment = on.event();
        WalletDraft wallet = on.wallet(adjustment.currency());
        if (adjustment.points() < 0) {
            on.account().ledger().adjustDown(wallet, -adjustment.points(), adjustment.id());
        } else {
            on.credit(Credit.of(
                    EntryKind.ADJUST,
                    wallet,
                    adjustment.points(),
                    on.account().datesOf(wallet, adjustment.occurredAt())));
        }
    }
}
