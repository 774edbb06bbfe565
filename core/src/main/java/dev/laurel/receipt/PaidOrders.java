package dev.laurel.receipt;

import dev.laurel.money.Money;
import dev.laurel.reward.PointsAsPayment;

/**
 * What the points of a redemption or hold pay, where they are a payment.
 *
 * @param rate how much so many points are worth
 * @param amount how much orders were paid with them so far
 * @param waiting how many points go back by returns of these orders once a hold that is still open is captured
 */
public record PaidOrders(PointsAsPayment rate, Money amount, long waiting) {
    /** No orders yet. */
    public static PaidOrders none(PointsAsPayment rate) {
        return new PaidOrders(rate, Money.zero(rate.worth().currency()), 0);
    }

    /** A copy with one more order. */
    public PaidOrders plus(Money more) {
        return new PaidOrders(rate, amount.plus(more), waiting);
    }

    /** A copy by which so many points wait for the capture of a hold. */
    public PaidOrders withWaiting(long points) {
        return new PaidOrders(rate, amount, points);
    }
}
