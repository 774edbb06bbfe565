package dev.laurel.engine;

/** A refusal, for those who prefer an exception to a value. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /** Carries a refusal. */
    public RefusedException(Refusal refusal) {
        super(refusal.code() + ": " + refusal.message());
        this.refusal = refusal;
    }

    /** Why the event was refused. */
    public Refusal refusal() {
        return refusal;
    }
}
