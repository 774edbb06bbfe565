package dev.laurel.service;

/** What an account is read for. */
public enum Intent {
    /** To be looked at. It never waits for anybody, and nobody waits for it. */
    VIEW,

    /**
     * To be committed next. In a transaction of the host it locks the account until that ends, so that the commit finds the revision
     * that was read; otherwise the commit finds out.
     */
    UPDATE
}
