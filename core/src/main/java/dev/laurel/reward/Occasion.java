package dev.laurel.reward;

/** When an offer is open, and so how often. Closed, since the account must know what was claimed. */
public sealed interface Occasion permits BirthdayOccasion {
    /** The occasion in words, such as {@code in the month of the birthday}. */
    String describe();
}
