package dev.laurel.receipt;

/**
 * Where an award, or the part of it that one rule gave, was counted for a cap, or a redemption for a limit, so that a return or
 * a cancellation can make room again.
 *
 * @param counter the id of the counter
 * @param window the number of its window
 * @param ofUses whether uses are counted, rather than points
 */
public record CountedUse(String counter, long window, boolean ofUses) {}
