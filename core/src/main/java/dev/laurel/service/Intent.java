package dev.laurel.service;

/** What an account is read for. */
public enum Intent {
    /** To be looked at. It never waits for anybody, and nobody waits for it. */
    VIEW,

    /**
     * To be committed next. In a transaction of the host it locks the account until that ends, so that the commit finds the revision
     * that was read; otherwise the commit finds out. An account that is not there yet cannot be locked: then the commit of the second
     * fails with {@link ConcurrentUpdateException}. A transfer reads who gives and then who receives, so two transactions can wait for each
     * other: whoever is given up for that gets this exception too.
     */
    UPDATE
}
