package dev.laurel.service;

/** A commit builds on a revision that is no longer the present one; the event is to be evaluated anew. */
public final class StaleAccountException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the account. */
    public StaleAccountException(AccountKey key, long expected, long present) {
        super("account of customer '" + key.customer() + "' in program '" + key.program() + "' is at revision "
                + present + ", but the commit builds on " + expected);
    }
}
