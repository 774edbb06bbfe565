package dev.laurel.examples.benchmarks.contender;

import dev.laurel.examples.benchmarks.shop.Campaign;
import dev.laurel.examples.benchmarks.shop.Line;
import dev.laurel.examples.benchmarks.shop.Order;
import dev.laurel.examples.benchmarks.shop.Shop;
import dev.laurel.examples.benchmarks.shop.Terms;
import java.time.LocalDate;
import java.util.List;

/** A loop over the campaigns and running totals: no lots, no entries, no receipts, nothing to show or to take back. */
final class Hand implements Contender {
    private final List<Campaign> campaigns;
    private Standing[] standings = {};

    Hand(List<Campaign> campaigns) {
        this.campaigns = List.copyOf(campaigns);
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
        for (Campaign campaign : campaigns) {
            if (!date.isBefore(campaign.from()) && !date.isAfter(campaign.to())) {
                points += campaign.isByCategory() ? byCategory(campaign, order) : byArticles(campaign, order, covered);
            }
        }
        standing.count(covered, points);
        return points;
    }

    private static long byCategory(Campaign campaign, Order order) {
        long cents = 0;
        for (Line line : order.lines()) {
            cents += line.category().equals(campaign.category()) ? line.cents() : 0;
        }
        return cents * campaign.pointsPerDollar() / 100;
    }

    private static long byArticles(Campaign campaign, Order order, long covered) {
        if (covered < campaign.leastCents()) {
            return 0;
        }
        for (Line line : order.lines()) {
            if (campaign.skus().contains(line.sku())) {
                return campaign.points();
            }
        }
        return 0;
    }

    @Override
    public long earned(int member) {
        return standings[member].earned();
    }
}
