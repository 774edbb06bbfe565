package dev.laurel.examples.replay;

/** The run ends here, for a reason that the person who started it can do something about. */
final class ReplayException extends Exception {
    private static final long serialVersionUID = 1L;

    ReplayException(String message) {
        super(message);
    }

    ReplayException(String message, Throwable cause) {
        super(message, cause);
    }
}
