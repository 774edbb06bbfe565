package dev.laurel.engine.settle;

import dev.laurel.event.Erasure;

/** Nothing personal is known of the customer any more. Of an account that is only closed, what is personal can still be erased. */
final class ErasureSettlement implements Settlement<Erasure> {
    @Override
    public void requireAccepting(Evaluation<Erasure> on) {
        on.requireNotErased();
    }

    /** It is never late: whoever wants to be forgotten is, whenever they said so. */
    @Override
    public void admit(Evaluation<Erasure> on) {
        requireAccepting(on);
        on.catchUp();
        on.open();
    }

    @Override
    public void settle(Evaluation<Erasure> on) {
        on.account().member().erase();
        on.account().counters().eraseValues();
    }
}
