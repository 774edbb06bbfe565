package dev.laurel.examples.benchmarks.shop;

import java.time.LocalDate;
import java.util.Set;

/**
 * More points for a while: for a category as many more a dollar, or for an order of some size with one of some articles a fixed
 * number.
 *
 * @param id kebab-case, unique in the shop
 * @param from the first date
 * @param to the last date
 * @param category the category, or empty for a campaign by articles
 * @param pointsPerDollar how many points more a dollar of the category, in proportion, rounded down once an order
 * @param skus the articles, or none for a campaign by category
 * @param leastCents what an order must cost at least, in cents of covered lines, for a campaign by articles
 * @param points how many points more such an order is worth
 */
public record Campaign(
        String id,
        LocalDate from,
        LocalDate to,
        String category,
        long pointsPerDollar,
        Set<String> skus,
        long leastCents,
        long points) {
    /** Takes a copy of the articles. */
    public Campaign {
        skus = Set.copyOf(skus);
    }

    static Campaign ofCategory(String id, LocalDate from, LocalDate to, String category, long pointsPerDollar) {
        return new Campaign(id, from, to, category, pointsPerDollar, Set.of(), 0, 0);
    }

    static Campaign ofArticles(
            String id, LocalDate from, LocalDate to, Set<String> skus, long leastCents, long points) {
        return new Campaign(id, from, to, "", 0, skus, leastCents, points);
    }

    /** Whether it is by category, and not by articles. */
    public boolean isByCategory() {
        return !category.isEmpty();
    }
}
