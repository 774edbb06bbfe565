package dev.laurel.ledger;

/** What rules the date at which a lot expires. */
public enum LotDating {
    /** The terms of its currency: a timer of inactivity can end it, and a tier can suspend its date. */
    BY_TERMS,
    /** A date of its own, with which its points were sent or brought over: it rules alone. */
    OWN,
    /** The date that it has does not count, since a tier suspends it. */
    SUSPENDED,
    /** The date until which points can be spent that came back to the lot and may last longer than it. */
    GIVEN_BACK
}
