package dev.laurel.decision;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;

/**
 * Orders that the points of a hold were to pay, and that it leaves unpaid, since it lapsed or was released. They stay as they were
 * placed; whether they are paid otherwise, or do not take place, is for the host to say.
 *
 * @param hold the id of the hold
 * @param orders the ids of the purchases, in the order in which they were placed
 * @param at when the hold ended
 */
public record UnpaidOrders(String hold, List<String> orders, Instant at) {
    /** Takes a copy of the list. */
    public UnpaidOrders {
        orders = ImmutableList.copyOf(orders);
    }
}
