package dev.laurel.engine.guard;

import dev.laurel.decision.Refusal;
import org.jspecify.annotations.Nullable;

/** Ends an evaluation from within; never leaves the engine. */
public final class RefusedSignal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public RefusedSignal(Refusal refusal) {
        this(refusal, null);
    }

    /** A refusal because of what a rule threw. */
    public RefusedSignal(Refusal refusal, @Nullable Throwable thrown) {
        // Without stack trace: it is a result, not a fault.
        super(refusal.code(), thrown, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
