package dev.laurel.simulation;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Something that must hold for every history and does not. */
final class SimulationFailure extends AssertionError {
    private static final long serialVersionUID = 1;

    SimulationFailure(String message) {
        super(message);
    }

    static void unless(boolean right, String what) {
        if (!right) {
            throw new SimulationFailure(what);
        }
    }

    static void unless(boolean right, Supplier<String> what) {
        if (!right) {
            throw new SimulationFailure(what.get());
        }
    }

    static void unlessEqual(String what, Object actual, Object expected) {
        if (!Objects.equals(actual, expected)) {
            throw new SimulationFailure(what + "\n  is:        " + lines(actual) + "\n  should be: " + lines(expected));
        }
    }

    private static String lines(Object value) {
        if (!(value instanceof List<?> values)) {
            return String.valueOf(value);
        }
        StringBuilder text = new StringBuilder();
        values.forEach(line -> text.append("\n    ").append(line));
        return text.toString();
    }
}
