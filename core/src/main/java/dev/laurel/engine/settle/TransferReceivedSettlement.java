package dev.laurel.engine.settle;

import dev.laurel.engine.draft.Credit;
import dev.laurel.engine.draft.LotDates;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.event.TransferReceived;
import dev.laurel.ledger.EntryKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Points arrive from another account, with their dates. */
final class TransferReceivedSettlement implements Settlement<TransferReceived> {
    @Override
    public void settle(Evaluation<TransferReceived> on) {
        TransferReceived received = on.event();
        WalletDraft wallet = on.wallet(received.currency());
        Instant now = on.account().asOf();
        List<Credit> credits = new ArrayList<>();
        for (TransferReceived.Points points : received.lots()) {
            LotDates dates = new LotDates(points.earned(), now, points.expires());
            credits.add(Credit.of(EntryKind.RECEIVE, wallet, points.points(), dates));
        }
        wallet.expiry().startTimerAs(received.runsOut());
        on.credit(credits);
    }
}
