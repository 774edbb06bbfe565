package dev.laurel.service;

import com.google.common.collect.ImmutableSet;
import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.TimePassed;

/** Posts an event and what follows from it for other customers, together or not at all. */
final class EventPosting {
    private final Attempt attempt;

    EventPosting(Attempt attempt) {
        this.attempt = attempt;
    }

    Outcome post(LoyaltyEvent event) {
        AccountWork work = attempt.open(
                event.customer(),
                new Named(
                        ImmutableSet.of(event.id()),
                        ImmutableSet.copyOf(attempt.engine().receiptsNamedBy(event))));
        Outcome again = work.again(event);
        if (again != null) {
            return attempt.note(again);
        }
        Refusal early = attempt.tooEarly(event.occurredAt());
        if (early != null) {
            return attempt.refuse(work, event, early);
        }
        Decision decision = attempt.engine().evaluate(work.account(), event, work.receipts());
        if (event instanceof TimePassed && didNothing(decision, work.before())) {
            return attempt.note(Outcome.nothing(event, work.before()));
        }
        Refusal refusal = attempt.take(work, decision);
        if (refusal != null) {
            return attempt.refuse(work, event, refusal);
        }
        attempt.commit();
        return attempt.outcomes().get(0);
    }

    /** That points became available, or a version came into force, shows in the account and in no entry. */
    private static boolean didNothing(Decision decision, Account before) {
        return decision.isAccepted()
                && decision.entries().isEmpty()
                && decision.tierChanges().isEmpty()
                && decision.account().versions().equals(before.versions())
                && (!before.isOpen()
                        || before.wallets().stream()
                                .allMatch(wallet -> wallet.balance()
                                        .equals(decision.account().balance(wallet.currency()))));
    }
}
