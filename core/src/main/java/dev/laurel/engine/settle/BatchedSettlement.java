package dev.laurel.engine.settle;

import dev.laurel.event.Batched;

/** A batch does nothing beside what its events do; so it comes on every account, and not even time passes for it. */
final class BatchedSettlement implements Settlement<Batched> {
    @Override
    public void admit(Evaluation<Batched> on) {}

    @Override
    public void settle(Evaluation<Batched> on) {}
}
