package dev.laurel.engine.settle;

import com.google.common.collect.Iterables;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.Credit;
import dev.laurel.engine.draft.LotDates;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.event.TransferReceived;
import dev.laurel.ledger.EntryKind;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Points arrive from another account, with their dates. */
final class TransferReceivedSettlement implements Settlement<TransferReceived> {
    @Override
    public void settle(Evaluation<TransferReceived> on) {
        TransferReceived received = on.event();
        WalletDraft wallet = on.wallet(received.currency());
        List<Credit> credits = new ArrayList<>();
        for (TransferReceived.Points points : received.lots()) {
            credits.add(Credit.of(EntryKind.RECEIVE, wallet, points.points(), datesOf(on, wallet, points)));
        }
        if (Iterables.any(received.lots(), points -> points.expires() == null)) {
            wallet.expiry()
                    .startTimer(
                            Timestamps.micros(received.occurredAt()),
                            on.account().zone());
        }
        on.credit(credits);
    }

    /** Where nothing gave them a date, they get one here as any credit of this instant; when they were earned stays as it was. */
    private static LotDates datesOf(
            Evaluation<TransferReceived> on, WalletDraft wallet, TransferReceived.Points points) {
        Instant expires = points.expires();
        if (expires != null) {
            return LotDates.withOwn(points.earned(), on.account().asOf(), expires);
        }
        LotDates dates = on.account().datesOf(wallet, on.event().occurredAt());
        return dates.ofEarned(points.earned());
    }

    /** A delivery is never late: what it follows from was not. It comes to an account that is there and open, or is refused to who sent it. */
    @Override
    public void admit(Evaluation<TransferReceived> on) {
        if (!on.account().isOpen()) {
            throw on.refuse(new Refusal.NotAllowed("customer '" + on.event().customer()
                    + "' has no open account, so nothing can be transferred to them; enroll them first"));
        }
        on.catchUp();
    }
}
