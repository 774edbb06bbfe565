package dev.laurel.examples.benchmarks.contender;

import dev.laurel.examples.benchmarks.shop.Order;
import dev.laurel.examples.benchmarks.shop.Shop;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Somebody who can run the shop's program, already made for its campaigns. Used by one thread.
 *
 * <p>What is done in {@link #open} and {@link #points} is not timed, what is done in {@link #buy} is.
 */
public interface Contender {
    /** Begins with members of whom nothing has been bought; what was before is forgotten. */
    void open(Shop shop);

    /**
     * Runs the next order of the shop.
     *
     * @return the points that it gives
     */
    long buy(Order order);

    /** All points that orders have given a member. */
    long earned(int member);

    /** The points that a member can spend at an instant after all orders, if the contender keeps a ledger to tell it. */
    default OptionalLong available(int member, Instant at) {
        return OptionalLong.empty();
    }

    /** Gives back what is no longer needed. */
    default void close() {}
}
