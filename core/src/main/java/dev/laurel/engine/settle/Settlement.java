package dev.laurel.engine.settle;

import dev.laurel.account.Account;
import dev.laurel.decision.Explanation;
import dev.laurel.engine.plan.Versions;
import dev.laurel.event.LoyaltyEvent;
import java.util.List;

/**
 * All that is peculiar to one kind of event: whom and what it is about, what it is held to, and what it does. There is one of each
 * kind, in the table of {@link Settlements}; it has no state of its own.
 *
 * @param <E> the kind of event
 */
interface Settlement<E extends LoyaltyEvent> {
    /** The ids of earlier events whose receipts it needs; with them come the receipts that those lead to. */
    default List<String> receiptsNamedBy(E event) {
        return List.of();
    }

    /**
     * Whether it can come at all, by itself, by the account and by its date; if so, the account catches up with it. A refusal here
     * goes before any refusal of {@link #settle}.
     */
    default void admit(Evaluation<E> on) {
        requireValid(on);
        requireAccepting(on);
        on.requireNotTooLate();
        on.catchUp();
        on.open();
    }

    /** Whether time passes for the account until the event, and with it versions of the program come into force. */
    default boolean letsTimePass() {
        return true;
    }

    /** Refuses what is wrong with it in itself, before anything else is asked. */
    default void requireValid(Evaluation<E> on) {}

    /** Refuses it on an account that accepts nothing of its kind any more. */
    default void requireAccepting(Evaluation<E> on) {
        on.requireNotClosed();
    }

    /** What it does to the account, which has caught up with it. */
    void settle(Evaluation<E> on);

    /** What became of each rule, if rules are asked. */
    default Explanation explain(Versions versions, Account before, E event) {
        return Explanation.NOTHING;
    }
}
