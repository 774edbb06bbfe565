package dev.laurel.reward;

import dev.laurel.condition.Mentions;

/** When an offer is open, and so how often. Closed, since the account must know what was claimed. */
public sealed interface Occasion permits BirthdayOccasion {
    /** The occasion in words, such as {@code in the month of the birthday}. */
    String describe();

    /** Whether the start of a membership decides when it is open. */
    boolean needsMember();

    /** What of a program it speaks of. */
    Mentions mentions();
}
