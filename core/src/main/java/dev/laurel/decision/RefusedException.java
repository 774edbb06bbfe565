package dev.laurel.decision;

import org.jspecify.annotations.Nullable;

/** A refusal, for those who prefer an exception to a value. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /** Carries a refusal. */
    public RefusedException(Refusal refusal) {
        this(refusal, null);
    }

    /**
     * Carries a refusal.
     *
     * @param cause what a rule threw, if that is why, or null
     */
    public RefusedException(Refusal refusal, @Nullable Throwable cause) {
        super(refusal.code() + ": " + refusal.message(), cause);
        this.refusal = refusal;
    }

    /** Why the event was refused. */
    public Refusal refusal() {
        return refusal;
    }
}
