package dev.laurel.receipt;

/**
 * How many points of a currency returns of a purchase have taken back so far; what is owed or was forgotten is in it.
 *
 * @param currency the id of the point currency
 * @param points how many
 */
public record TakenPoints(String currency, long points) {}
