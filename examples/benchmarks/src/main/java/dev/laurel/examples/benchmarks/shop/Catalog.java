package dev.laurel.examples.benchmarks.shop;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The articles of the shop, and draws of them. */
final class Catalog {
    /** The categories that the program covers. */
    static final List<String> COVERED = List.of(
            "fragrance",
            "makeup",
            "skincare",
            "hair",
            "bath",
            "tools",
            "men",
            "minis",
            "sets",
            "wellness",
            "lips",
            "eyes",
            "face",
            "nails",
            "sun",
            "brushes",
            "candles",
            "kids");

    private static final List<String> EXCLUDED =
            Terms.EXCLUDED.stream().sorted().toList();
    private static final int SKUS = 5_000;

    private final List<Article> articles;

    Catalog() {
        SplittableRandom random = new SplittableRandom(1);
        articles = IntStream.range(0, SKUS)
                .mapToObj(number -> new Article("sku-" + number, category(random)))
                .toList();
    }

    private static String category(SplittableRandom random) {
        int number = random.nextInt(COVERED.size() + EXCLUDED.size());
        return number < COVERED.size() ? COVERED.get(number) : EXCLUDED.get(number - COVERED.size());
    }

    Article any(SplittableRandom random) {
        return articles.get(random.nextInt(articles.size()));
    }

    /** So many different articles that the program covers. */
    Set<String> covered(SplittableRandom random, int count) {
        Set<String> skus = new LinkedHashSet<>();
        while (skus.size() < count) {
            Article article = any(random);
            if (article.isCovered()) {
                skus.add(article.sku());
            }
        }
        return skus;
    }
}
