package dev.laurel.engine.draft;

/** Something that happens to accounts by itself, each time at its own instant. It has no state of its own. */
interface Timed {
    /**
     * When it next happens to an account, in microseconds since 1970, or never if it does not unless the customer does something.
     */
    long nextChange(AccountDraft account);

    /** When it next happens in a way that a host can see, or never; it may do so at instants at which nobody sees anything. */
    default long nextVisibleChange(AccountDraft account) {
        return nextChange(account);
    }

    /** Lets happen what is due at the instant at which an account stands, if anything is. */
    void settleDue(AccountDraft account);
}
