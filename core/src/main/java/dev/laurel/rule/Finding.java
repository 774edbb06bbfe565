package dev.laurel.rule;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a condition found: whether it holds, and the values found and required, in words without personal data. The words are
 * made when somebody reads them, which for most purchases nobody does.
 */
public final class Finding {
    private final boolean met;
    private final Supplier<String> found;
    private final Supplier<String> required;

    private Finding(boolean met, Supplier<String> found, Supplier<String> required) {
        this.met = met;
        this.found = found;
        this.required = required;
    }

    /** A finding in words, such as {@code "USD 40.00"} for what was found. */
    public static Finding of(boolean met, String found, String required) {
        return new Finding(met, () -> found, () -> required);
    }

    /** A finding whose words are made when they are read; they must always be the same. */
    public static Finding of(boolean met, Supplier<String> found, Supplier<String> required) {
        return new Finding(met, found, required);
    }

    /** Whether the condition holds. */
    public boolean met() {
        return met;
    }

    /** The value found. */
    public String found() {
        return found.get();
    }

    /** The value required. */
    public String required() {
        return required.get();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Finding that
                && met == that.met
                && found().equals(that.found())
                && required().equals(that.required());
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Boolean.hashCode(met) + found().hashCode())
                + required().hashCode();
    }

    /** Such as {@code Finding[not met: USD 40.00, required: USD 50.00]}. */
    @Override
    public String toString() {
        return "Finding[" + (met ? "met: " : "not met: ") + found() + ", required: " + required() + "]";
    }
}
