package dev.laurel.examples.benchmarks.shop;

/**
 * One line of an order.
 *
 * @param id the line's id, unique in its order
 * @param sku the article
 * @param category the category of the article
 * @param cents what the line costs, in cents, more than zero
 */
public record Line(String id, String sku, String category, long cents) {
    /** Whether the program covers it: gift cards and shipping are outside of it. */
    public boolean isCovered() {
        return !Terms.EXCLUDED.contains(category);
    }
}
