package dev.laurel.examples.replay.sample;

/**
 * Something that a customer does now and then. A habit is of one customer, has dice of its own, and writes events of its kinds
 * or puts them off; what happens by other habits it is told. So what a shop also knows, such as returns, is one habit more.
 */
interface Habit {
    /** The customer's life begins. */
    default void begin(Life life) {}

    /** The customer has just joined the program. */
    default void enrolled(Life life) {}

    /**
     * The customer has just bought something.
     *
     * @param purchase the id of the purchase
     */
    default void bought(Life life, String purchase, Order order) {}
}
