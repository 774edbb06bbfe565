package dev.laurel.money;

/** An exact result that does not fit: it is refused, never wrapped or rounded to fit. */
public final class AmountOverflowException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    /** Says what was being worked out. */
    public AmountOverflowException(String message) {
        super(message);
    }
}
