package dev.laurel.ledger;

/** What an entry did to the points of an account. */
public enum EntryKind {
    /** Points brought over from another system. */
    OPEN,
    /** Points awarded by a rule. */
    EARN,
    /** Points paid for a reward. */
    REDEEM,
    /** Points that ended unused at their date. */
    EXPIRE,
    /** Points taken back for a return. */
    CLAWBACK,
    /** Points of a redemption that went back to the lots that they came from. */
    RESTORE,
    /** Points added or taken by hand. */
    ADJUST,
    /** Points that paid a debt as soon as they were available; they only move, so they are not signed. */
    DEBT_PAID
}
