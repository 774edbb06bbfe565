package dev.laurel.rule;

/**
 * Something by which lines can be looked up.
 *
 * @param kind what it is
 * @param value the category, SKU or brand
 */
public record LineKey(Kind kind, String value) {
    /** What lines can be looked up by. */
    public enum Kind {
        /** A category that the article is in. */
        CATEGORY,
        /** The article. */
        SKU,
        /** The article's brand. */
        BRAND
    }
}
