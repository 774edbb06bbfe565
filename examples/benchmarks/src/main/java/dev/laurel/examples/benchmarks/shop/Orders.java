package dev.laurel.examples.benchmarks.shop;

import java.time.Instant;
import java.time.Month;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Draws who takes part, and what they buy. */
final class Orders {
    private static final List<String> LINE_IDS = List.of("1", "2", "3", "4", "5", "6");

    private final SplittableRandom random = new SplittableRandom(4);
    private final Catalog catalog;

    Orders(Catalog catalog) {
        this.catalog = catalog;
    }

    static List<Member> members() {
        SplittableRandom random = new SplittableRandom(2);
        return IntStream.range(0, Shop.MEMBERS)
                .mapToObj(number -> new Member(number, "m" + number, Month.of(1 + random.nextInt(12))))
                .toList();
    }

    /** So many orders at equal distances of time, each of any member. */
    List<Order> evenlySpread(int count) {
        long first = Shop.start().getEpochSecond();
        long seconds = Shop.end().getEpochSecond() - first;
        return IntStream.range(0, count)
                .mapToObj(number -> order(number, Instant.ofEpochSecond(first + seconds * number / count)))
                .toList();
    }

    private Order order(int number, Instant at) {
        return new Order(number, "order-" + number, random.nextInt(Shop.MEMBERS), at, lines());
    }

    private List<Line> lines() {
        return LINE_IDS.subList(0, 1 + random.nextInt(LINE_IDS.size())).stream()
                .map(this::line)
                .toList();
    }

    private Line line(String id) {
        Article article = catalog.any(random);
        return new Line(id, article.sku(), article.category(), cents());
    }

    /** From 5 to 120 dollars, and once in a while hundreds or thousands, so that tiers and cap are reached. */
    private long cents() {
        return random.nextInt(200) == 0 ? 50_000 + random.nextInt(250_000) : 500 + random.nextInt(11_500);
    }
}
