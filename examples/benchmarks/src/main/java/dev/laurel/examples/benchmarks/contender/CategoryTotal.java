package dev.laurel.examples.benchmarks.contender;

/** What was bought of a category in an order. Public, and with getters, because an engine compiles against it. */
public final class CategoryTotal {
    private final String category;
    private final long cents;

    CategoryTotal(String category, long cents) {
        this.category = category;
        this.cents = cents;
    }

    /** The category. */
    public String getCategory() {
        return category;
    }

    /** What its lines cost, in cents. */
    public long getCents() {
        return cents;
    }
}
