package dev.laurel.engine;

import dev.laurel.money.Money;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Price;

/**
 * How many points a customer can use as a payment now: as many from the least to the most as fit the steps of the price.
 *
 * @param price the price, which says in what steps and how many at least
 * @param payment what they pay
 * @param most how many at most, as balance and order allow
 */
public record UsablePoints(Price price, PointsAsPayment payment, long most) {
    /** How many at least. */
    public long least() {
        return price.least();
    }

    /** How much the most of them pay. */
    public Money worth() {
        return payment.worthOf(most);
    }

    /** How many can be used where so many are asked for: those, or the most below that can be; 0 if there are none. */
    public long within(long asked) {
        return price.mostWithin(Math.min(asked, most));
    }
}
