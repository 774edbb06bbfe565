package dev.laurel.condition;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a condition found: whether it holds, and the values found and required, in words without personal data. The words are
 * made when somebody reads them, which for most purchases nobody does.
 */
public abstract class Finding {
    private final boolean met;

    private Finding(boolean met) {
        this.met = met;
    }

    /** A finding in words, such as {@code "USD 40.00"} for what was found: the cheapest where they need not be put together. */
    public static Finding of(boolean met, String found, String required) {
        return new InWords(met, found, required);
    }

    /** A finding whose words are made when they are read; they must always be the same. */
    public static Finding of(boolean met, Supplier<String> found, Supplier<String> required) {
        return new WhenRead(met, found, required);
    }

    /** A finding whose words its condition makes of the facts when they are read. */
    static <F extends Facts> Finding of(boolean met, Words<F> condition, F facts) {
        return new OfFacts<>(met, condition, facts);
    }

    /**
     * The words of a condition for what it finds. Conditions are asked all the time: one that says its words by itself leaves
     * nothing to be made with each finding.
     */
    interface Words<F extends Facts> {
        /** The value found in these facts. */
        String found(F facts);

        /** The value required. */
        String required();
    }

    /** Whether the condition holds. */
    public final boolean met() {
        return met;
    }

    /** The value found. */
    public abstract String found();

    /** The value required. */
    public abstract String required();

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Finding that
                && met == that.met
                && found().equals(that.found())
                && required().equals(that.required());
    }

    @Override
    public final int hashCode() {
        return 31 * (31 * Boolean.hashCode(met) + found().hashCode())
                + required().hashCode();
    }

    /** Such as {@code Finding[not met: USD 40.00, required: USD 50.00]}. */
    @Override
    public final String toString() {
        return "Finding[" + (met ? "met: " : "not met: ") + found() + ", required: " + required() + "]";
    }

    private static final class InWords extends Finding {
        private final String found;
        private final String required;

        InWords(boolean met, String found, String required) {
            super(met);
            this.found = found;
            this.required = required;
        }

        @Override
        public String found() {
            return found;
        }

        @Override
        public String required() {
            return required;
        }
    }

    private static final class WhenRead extends Finding {
        private final Supplier<String> found;
        private final Supplier<String> required;

        WhenRead(boolean met, Supplier<String> found, Supplier<String> required) {
            super(met);
            this.found = found;
            this.required = required;
        }

        @Override
        public String found() {
            return found.get();
        }

        @Override
        public String required() {
            return required.get();
        }
    }

    private static final class OfFacts<F extends Facts> extends Finding {
        private final Words<F> condition;
        private final F facts;

        OfFacts(boolean met, Words<F> condition, F facts) {
            super(met);
            this.condition = condition;
            this.facts = facts;
        }

        @Override
        public String found() {
            return condition.found(facts);
        }

        @Override
        public String required() {
            return condition.required();
        }
    }
}
