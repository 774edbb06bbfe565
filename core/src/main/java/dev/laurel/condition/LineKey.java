package dev.laurel.condition;

import dev.laurel.id.Identifiers;

/**
 * Something by which lines can be looked up.
 *
 * @param kind what it is
 * @param value the category, SKU or brand
 */
public record LineKey(Kind kind, String value) {
    private static final int MAX_VALUE_LENGTH = 200;

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if no line could have it: it is empty, too long, or holds a character that is not allowed
     */
    public LineKey {
        Identifiers.text(kind.words, value, MAX_VALUE_LENGTH);
    }

    /** The key in words, such as {@code category fragrance}. */
    String describe() {
        return kind.words + " " + Identifiers.quoted(value);
    }

    /** What lines can be looked up by. */
    public enum Kind {
        /** A category that the article is in. */
        CATEGORY("category"),
        /** The article. */
        SKU("SKU"),
        /** The article's brand. */
        BRAND("brand");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }
}
