package dev.laurel.examples.benchmarks.contender;

import dev.laurel.examples.benchmarks.shop.Campaign;
import dev.laurel.examples.benchmarks.shop.Line;
import dev.laurel.examples.benchmarks.shop.Order;
import dev.laurel.examples.benchmarks.shop.Shop;
import dev.laurel.examples.benchmarks.shop.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** As by hand with running totals alone, but the campaigns are compiled: by day and category, and by article. */
final class Indexed implements Contender {
    private final Map<Long, Map<String, List<Campaign>>> byDay = new HashMap<>();
    private final Map<String, List<Campaign>> bySku = new HashMap<>();
    private Standing[] standings = {};

    Indexed(List<Campaign> campaigns) {
        for (Campaign campaign : campaigns) {
            if (campaign.isByCategory()) {
                addEachDay(campaign);
            } else {
                campaign.skus().forEach(sku -> add(bySku, sku, campaign));
            }
        }
    }

    private void addEachDay(Campaign campaign) {
        for (long day = campaign.from().toEpochDay(); day <= campaign.to().toEpochDay(); day++) {
            add(byDay.computeIfAbsent(day, any -> new HashMap<>()), campaign.category(), campaign);
        }
    }

    private static void add(Map<String, List<Campaign>> index, String key, Campaign campaign) {
        index.computeIfAbsent(key, any -> new ArrayList<>()).add(campaign);
    }

    @Override
    public void open(Shop shop) {
        standings = shop.members().stream().map(Standing::new).toArray(Standing[]::new);
    }

    @Override
    public long buy(Order order) {
        Standing standing = standings[order.member()];
        LocalDate date = LocalDate.ofInstant(order.at(), Terms.ZONE);
        int tier = standing.tierOn(date);
        long covered = 0;
        for (Line line : order.lines()) {
            covered += line.isCovered() ? line.cents() : 0;
        }
        long points = standing.capped(Terms.pointsFor(covered, tier), date);
        if (covered > 0 && standing.isBirthdayDueOn(date)) {
            points += Terms.BIRTHDAY_POINTS;
            standing.takeBirthday();
        }
        points += ofCategories(order.lines(), byDay.getOrDefault(date.toEpochDay(), Map.of()));
        points += ofArticles(order.lines(), date, covered);
        standing.count(covered, points);
        return points;
    }

    private static long ofCategories(List<Line> lines, Map<String, List<Campaign>> active) {
        long points = 0;
        for (int i = 0; i < lines.size(); i++) {
            String category = lines.get(i).category();
            List<Campaign> campaigns = active.get(category);
            if (campaigns != null && isFirstOf(category, i, lines)) {
                long cents = centsOf(category, lines);
                for (Campaign campaign : campaigns) {
                    points += cents * campaign.pointsPerDollar() / 100;
                }
            }
        }
        return points;
    }

    private static boolean isFirstOf(String category, int index, List<Line> lines) {
        for (int i = 0; i < index; i++) {
            if (lines.get(i).category().equals(category)) {
                return false;
            }
        }
        return true;
    }

    private static long centsOf(String category, List<Line> lines) {
        long cents = 0;
        for (Line line : lines) {
            cents += line.category().equals(category) ? line.cents() : 0;
        }
        return cents;
    }

    private long ofArticles(List<Line> lines, LocalDate date, long covered) {
        long points = 0;
        List<Campaign> given = new ArrayList<>(2);
        for (Line line : lines) {
            for (Campaign campaign : bySku.getOrDefault(line.sku(), List.of())) {
                boolean runs = !date.isBefore(campaign.from()) && !date.isAfter(campaign.to());
                if (runs && covered >= campaign.leastCents() && !given.contains(campaign)) {
                    given.add(campaign);
                    points += campaign.points();
                }
            }
        }
        return points;
    }

    @Override
    public long earned(int member) {
        return standings[member].earned();
    }
}
