package dev.laurel.ledger;

/** What an entry did to the points of an account. */
public enum EntryKind {
    /** Points brought over from another system. */
    OPEN,
    /** Points awarded by a rule. */
    EARN,
    /** Points paid for a reward. */
    REDEEM,
    /** Points set aside for a reward; they only move, so they are not signed. */
    HOLD,
    /** Points that were held, taken for good. */
    CAPTURE,
    /** Points that were held and went back to their lots; they only move, so they are not signed. */
    RELEASE,
    /** Points that ended unused: at their date, or because the account was closed. */
    EXPIRE,
    /** Points taken back for a return. */
    CLAWBACK,
    /** Points of a redemption that went back to the lots that they came from. */
    RESTORE,
    /** Points added or taken by hand. */
    ADJUST,
    /** Points given to another account. */
    SEND,
    /** Points that came from another account. */
    RECEIVE,
    /** Points that paid a debt as soon as they were available; they only move, so they are not signed. */
    DEBT_PAID,
    /**
     * All lots of the currency that there are, and those that points may still come back to, got another date, or none while a tier
     * suspends expiry; it moves no points and lists no lots.
     */
    REDATE
}
