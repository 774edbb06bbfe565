package dev.laurel.engine;

/** Ends an evaluation from within; never leaves the engine. */
final class RefusedSignal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedSignal(Refusal refusal) {
        // Without stack trace: it is a result, not a fault.
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
