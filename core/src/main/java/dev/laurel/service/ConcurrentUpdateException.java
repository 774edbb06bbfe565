package dev.laurel.service;

/**
 * Somebody else changed an account at the same time. Nothing was stored.
 *
 * <p>In a transaction of its own the service tries again by itself, and throws this only when it has lost a number of times. In a
 * transaction of the host it never tries again: repeat that whole transaction. It stands for a revision that is no longer the present
 * one, and for what databases call a serialization failure, a deadlock or a lock that was waited for too long.
 */
public final class ConcurrentUpdateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A commit builds on a revision that is no longer the present one. */
    public ConcurrentUpdateException(AccountKey key, long expected, long present) {
        super("account of customer '" + key.customer() + "' in program '" + key.program() + "' is at revision "
                + present + ", but the commit builds on " + expected + "; repeat the whole transaction");
    }

    /** A commit has an event of an id that is there already. */
    public ConcurrentUpdateException(AccountKey key, String event) {
        super("account of customer '" + key.customer() + "' in program '" + key.program() + "' has an event '" + event
                + "' already; repeat the whole transaction");
    }

    /** A database gave up a transaction for another one, for the reason that it says. */
    public ConcurrentUpdateException(AccountKey key, Throwable cause) {
        super(
                "the database gave up the transaction for account of customer '" + key.customer() + "' in program '"
                        + key.program() + "'; repeat the whole transaction",
                cause);
    }

    /** A database gave up a transaction for another one, at work that is not of one account. */
    public ConcurrentUpdateException(Throwable cause) {
        super("the database gave up the transaction for another one; repeat the whole transaction", cause);
    }
}
