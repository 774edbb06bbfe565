package dev.laurel.receipt;

/**
 * A payment with points, as a later return needs it.
 *
 * @param redemption the id of the redemption or hold that it is of
 * @param points how many points it is
 * @param restored how many of them returns of this purchase have given back so far, or would have if they had not been released from
 *     a hold
 */
public record PointPayment(String redemption, long points, long restored) {}
