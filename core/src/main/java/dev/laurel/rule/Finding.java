package dev.laurel.rule;

/**
 * What a condition found.
 *
 * @param met whether the condition holds
 * @param found the value found, in words without personal data, such as {@code USD 40.00} or {@code tier insider}
 * @param required the value required, in words
 */
public record Finding(boolean met, String found, String required) {
    /** A finding of this kind. */
    public static Finding of(boolean met, String found, String required) {
        return new Finding(met, found, required);
    }
}
