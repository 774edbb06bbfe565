package dev.laurel.reward;

import dev.laurel.condition.Mentions;

/** What a reward or an offer gives. Closed, since the ledger and a checkout must know how to settle all of it. */
public sealed interface Content permits Discount, PointsAsPayment, Gift {
    /** The content in words that read after "gives", such as {@code USD 10.00 off}. */
    String describe();

    /** What of a program it speaks of. */
    default Mentions mentions() {
        return Mentions.NOTHING;
    }
}
