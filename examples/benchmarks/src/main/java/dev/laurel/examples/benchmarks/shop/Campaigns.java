package dev.laurel.examples.benchmarks.shop;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws campaigns: a long one for a category, one by articles that never ends, then short ones, by turns for a category and for ten
 * articles, each for 7 to 30 days, so that one in forty runs at a time.
 */
final class Campaigns {
    private static final long LEAST_CENTS = 7_500;
    private static final long ARTICLE_POINTS = 100;

    private final SplittableRandom random = new SplittableRandom(3);
    private final Catalog catalog;

    Campaigns(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Campaign> first(int count) {
        return IntStream.range(0, count).mapToObj(this::campaign).toList();
    }

    private Campaign campaign(int number) {
        return switch (number) {
            case 0 -> byCategory(number, Shop.FIRST_DAY.plusDays(100), 61, "fragrance");
            case 1 -> byArticles(number, Shop.FIRST_DAY, Shop.DAYS, 50);
            default -> shortOne(number);
        };
    }

    private Campaign shortOne(int number) {
        int days = 7 + random.nextInt(24);
        // Some begin before the first order and some end after the last, so that every day has as many.
        LocalDate from = Shop.FIRST_DAY.plusDays(1L - days + random.nextInt(Shop.DAYS + days - 1));
        return number % 2 == 0
                ? byCategory(number, from, days, Catalog.COVERED.get(random.nextInt(Catalog.COVERED.size())))
                : byArticles(number, from, days, 10);
    }

    private Campaign byCategory(int number, LocalDate from, int days, String category) {
        return Campaign.ofCategory(
                "category-" + number, from, from.plusDays(days - 1L), category, 1L + random.nextInt(2));
    }

    private Campaign byArticles(int number, LocalDate from, int days, int articles) {
        return Campaign.ofArticles(
                "articles-" + number,
                from,
                from.plusDays(days - 1L),
                catalog.covered(random, articles),
                LEAST_CENTS,
                ARTICLE_POINTS);
    }
}
