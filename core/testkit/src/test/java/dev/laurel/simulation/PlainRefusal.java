package dev.laurel.simulation;

import java.util.function.Supplier;

/** Ends the plain ledger's work on an event that must be refused. */
final class PlainRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    PlainRefusal(String code) {
        super(code);
    }

    String code() {
        return getMessage();
    }

    static void unless(boolean right, String code) {
        if (!right) {
            throw new PlainRefusal(code);
        }
    }

    /** What a rule answers: one that throws or has no answer has failed. */
    static <T> T ask(Supplier<T> rule) {
        T answer;
        try {
            answer = rule.get();
        } catch (RuntimeException | StackOverflowError e) {
            throw new PlainRefusal("RULE_FAILED");
        }
        unless(answer != null, "RULE_FAILED");
        return answer;
    }
}
