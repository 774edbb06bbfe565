package dev.laurel.engine.draft;

import dev.laurel.engine.plan.Plan;
import dev.laurel.event.TimePassed;

/**
 * A version of the program comes into force for an account, which stands at that instant under the version before. What has happened by
 * then under that one has happened.
 */
final class Adoption {
    private final AccountDraft account;
    private final Plan before;

    /**
     * Prepares it.
     *
     * @param account the account under the new version
     * @param before the terms until now
     */
    Adoption(AccountDraft account, Plan before) {
        this.account = account;
        this.before = before;
    }

    void comeIntoForce() {
        String cause = TimePassed.causeAt(account.asOf());
        account.changeTier(cause, standings -> standings.adopt(before.ladder()));
    }
}
