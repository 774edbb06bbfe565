package dev.laurel.engine.settle;

import dev.laurel.event.Closure;

/** All that is left expires, on hold or not. */
final class ClosureSettlement implements Settlement<Closure> {
    @Override
    public void settle(Evaluation<Closure> on) {
        on.leave(on.account().close(on.event().id(), on.event().occurredAt()));
    }
}
