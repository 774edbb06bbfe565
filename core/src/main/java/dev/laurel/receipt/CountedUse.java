package dev.laurel.receipt;

/**
 * Where an award, the part of it that one rule gave, or a purchase was counted for a cap, a redemption for a limit, or the points of a
 * claim for a sum, so that a return or a cancellation can take it out again.
 *
 * @param counter the id of the counter
 * @param window the number of its window
 * @param ofUses whether uses are counted, rather than points
 */
public record CountedUse(String counter, long window, boolean ofUses) {}
