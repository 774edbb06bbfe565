package dev.laurel.examples.replay;

/** A line or an option that is malformed, incomplete, or not what its format asks for. The message says why, not where. */
final class BadInputException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean endsRun;

    BadInputException(String reason) {
        this(reason, false);
    }

    private BadInputException(String reason, boolean endsRun) {
        super(reason);
        this.endsRun = endsRun;
    }

    /** A line without which no other can be read. */
    static BadInputException ofHeader(String reason) {
        return new BadInputException(reason, true);
    }

    /** The reason. */
    String reason() {
        return String.valueOf(getMessage());
    }

    /** Whether there is no use in going on. */
    boolean endsRun() {
        return endsRun;
    }
}
