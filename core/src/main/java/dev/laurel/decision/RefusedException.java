package dev.laurel.decision;

/**
 * A refusal, for those who prefer an exception to a value. It can be serialized with what it carries, and has no cause: what a rule
 * threw may be of a type that nobody else knows, and stays with the {@linkplain Decision#failure() decision}.
 */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

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
