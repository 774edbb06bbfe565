package dev.laurel.engine.settle;

import dev.laurel.event.Closure;

/** Holds lapse, and what is left expires. */
final class ClosureSettlement implements Settlement<Closure> {
    @Override
    public void settle(Evaluation<Closure> on) {
        on.account().close(on.event().id());
    }
}
