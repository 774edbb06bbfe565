package dev.laurel.engine.guard;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.laurel.decision.Refusal;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The border to code that is not ours: what a rule throws or answers wrongly fails the decision and names the rule. */
public final class RuleGuard {
    private RuleGuard() {}

    /** What the rule answers, if it answers anything. */
    public static <T> T ask(String rule, String what, Supplier<@Nullable T> question) {
        T answer;
        try {
            answer = question.get();
        } catch (Throwable e) {
            throw failure(rule, what, e);
        }
        return answered(rule, what, answer);
    }

    /** What is thrown in place of what the rule threw. An error of the virtual machine is thrown at once. */
    public static RefusedSignal failure(String rule, String what, Throwable thrown) {
        if (thrown instanceof RefusedSignal signal) {
            return signal;
        }
        if (thrown instanceof VirtualMachineError error && !(error instanceof StackOverflowError)) {
            throw error;
        }
        // Only the type of what was thrown: its message may hold personal data.
        String reason = "threw " + thrown.getClass().getName() + " from its " + what;
        return new RefusedSignal(new Refusal.RuleFailed(rule, reason), thrown);
    }

    /** What the rule answered, unless that is nothing. */
    public static <T> T answered(String rule, String what, @Nullable T answer) {
        if (answer == null) {
            throw failed(rule, "returned null from its %s", what);
        }
        return answer;
    }

    /** Does what the rule asks for. */
    public static void run(String rule, String what, Runnable action) {
        boolean unused = ask(rule, what, () -> {
            action.run();
            return true;
        });
    }

    @FormatMethod
    public static RefusedSignal failed(String rule, @FormatString String reason, Object... arguments) {
        return new RefusedSignal(new Refusal.RuleFailed(rule, String.format(Locale.ROOT, reason, arguments)));
    }
}
