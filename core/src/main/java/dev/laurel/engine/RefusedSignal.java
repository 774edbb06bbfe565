package dev.laurel.engine;

import dev.laurel.decision.Refusal;
import org.jspecify.annotations.Nullable;

/** Ends an evaluation from within; never leaves the engine. */
final class RefusedSignal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedSignal(Refusal refusal) {
        this(refusal, null);
    }

    /** A refusal because of what a rule threw. */
    RefusedSignal(Refusal refusal, @Nullable Throwable thrown) {
        // Without stack trace: it is a result, not a fault.
        super(refusal.code(), thrown, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
