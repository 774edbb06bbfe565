package dev.laurel.engine.settle;

import dev.laurel.event.ErasedEvent;

/** What is left of an event whose customer was erased has nothing to be evaluated by. */
final class ErasedEventSettlement implements Settlement<ErasedEvent> {
    @Override
    public void admit(Evaluation<ErasedEvent> on) {
        throw new IllegalArgumentException("event '" + on.event().id() + "' was erased; it cannot be evaluated again");
    }

    @Override
    public void settle(Evaluation<ErasedEvent> on) {
        throw new AssertionError("an erased event is never admitted");
    }
}
