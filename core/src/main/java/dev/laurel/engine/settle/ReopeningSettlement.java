package dev.laurel.engine.settle;

import dev.laurel.account.Milestone;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Reopening;
import dev.laurel.receipt.ClosureReceipt;
import java.time.Instant;
import java.time.Period;
import java.util.List;

/** A closed account is opened again. */
final class ReopeningSettlement implements Settlement<Reopening> {
    @Override
    public List<String> receiptsNamedBy(Reopening event) {
        return List.of(ClosureReceipt.EVENT);
    }

    @Override
    public void requireAccepting(Evaluation<Reopening> on) {
        on.requireNotErased();
    }

    @Override
    public void settle(Evaluation<Reopening> on) {
        Reopening reopening = on.event();
        Instant closed = on.account().member().instantOf(Milestone.CLOSED);
        if (closed != null && on.plan().isTooLate(closed, reopening.occurredAt())) {
            Period limit = on.plan().program().lateLimit();
            throw on.refuse(new Refusal.NotOpen(
                    "the reopening of the account of customer '" + reopening.customer() + "'",
                    on.plan().zone().dateOf(reopening.occurredAt()),
                    "for " + limit + " from the closure, at " + closed));
        }
        ClosureReceipt closure = on.closure();
        if (closed == null || closure == null) {
            throw on.refuse(new Refusal.NotAllowed("the account of customer '" + reopening.customer()
                    + (closed == null
                            ? "' is not closed, so it cannot be opened again"
                            : "' cannot be opened again without the receipt of its closure")));
        }
        on.account().reopen(closure, reopening.id());
    }
}
