package dev.laurel.receipt;

/**
 * A payment with points, as a later return needs it.
 *
 * @param redemption the id of the redemption that it is of
 * @param restored how many of the redemption's points returns of this purchase have given back so far
 */
public record PointPayment(String redemption, long restored) {}
