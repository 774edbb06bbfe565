package dev.laurel.examples.benchmarks.shop;

/** What is sold. */
record Article(String sku, String category) {
    boolean isCovered() {
        return !Terms.EXCLUDED.contains(category);
    }
}
