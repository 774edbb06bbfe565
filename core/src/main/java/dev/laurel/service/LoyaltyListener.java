package dev.laurel.service;

/**
 * Told of what has happened, after it was committed: to send a message, to update a read model.
 *
 * <p>It cannot change or undo anything: whatever it throws, the event is committed, and the other listeners are told. What it
 * throws, an {@code Error} or a stack overflow too, is logged by its type and goes no further; only another {@link
 * VirtualMachineError}, such as running out of memory, is thrown to whoever submitted the event, once all listeners were told.
 *
 * <p>It must not write by the connection of the transaction that was just committed: what a framework still has at hand then is lost.
 *
 * <p>It is called by the thread that submitted the event. Under concurrent use it may be told of two events of one customer in
 * either order; the sequence numbers of the
 * entries tell the order.
 */
@FunctionalInterface
public interface LoyaltyListener {
    /** An event was accepted and committed; repetitions and refusals are not told. */
    void accepted(Outcome outcome);
}
