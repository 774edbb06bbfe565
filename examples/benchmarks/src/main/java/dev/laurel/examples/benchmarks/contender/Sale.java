package dev.laurel.examples.benchmarks.contender;

import dev.laurel.examples.benchmarks.shop.Campaign;
import dev.laurel.examples.benchmarks.shop.Line;
import dev.laurel.examples.benchmarks.shop.Order;
import dev.laurel.examples.benchmarks.shop.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One order as a rule engine sees it: facts to ask for, and points that rules add. Public, because an engine compiles against it. */
public final class Sale {
    private final Standing standing;
    private final LocalDate date;
    private final List<Line> lines;
    private final int tier;
    private final long covered;
    private final List<Campaign> given = new ArrayList<>(2);
    private long points;

    Sale(Order order, Standing standing) {
        this.standing = standing;
        date = LocalDate.ofInstant(order.at(), Terms.ZONE);
        lines = order.lines();
        tier = standing.tierOn(date);
        long cents = 0;
        for (Line line : lines) {
            cents += line.isCovered() ? line.cents() : 0;
        }
        covered = cents;
    }

    /** The date, in days since 1970. */
    public long getDay() {
        return date.toEpochDay();
    }

    /** The member's tier, 0 for the lowest. */
    public int getTier() {
        return tier;
    }

    /** What the covered lines cost, in cents. */
    public long getCovered() {
        return covered;
    }

    /** Whether something is covered, and the birthday's points are due. */
    public boolean isBirthdayDue() {
        return covered > 0 && standing.isBirthdayDueOn(date);
    }

    /** What was bought of each category. */
    public List<CategoryTotal> getTotals() {
        Map<String, Long> totals = new HashMap<>();
        for (Line line : lines) {
            totals.merge(line.category(), line.cents(), Long::sum);
        }
        List<CategoryTotal> all = new ArrayList<>(totals.size());
        totals.forEach((category, cents) -> all.add(new CategoryTotal(category, cents)));
        return all;
    }

    /** The articles, each once. */
    public Set<String> getSkus() {
        Set<String> skus = new HashSet<>();
        for (Line line : lines) {
            skus.add(line.sku());
        }
        return skus;
    }

    /** What was bought of a category, in cents. */
    long centsOf(String category) {
        long cents = 0;
        for (Line line : lines) {
            cents += line.category().equals(category) ? line.cents() : 0;
        }
        return cents;
    }

    /** Whether one of these articles was bought. */
    boolean hasOneOf(Set<String> skus) {
        for (Line line : lines) {
            if (skus.contains(line.sku())) {
                return true;
            }
        }
        return false;
    }

    /** Gives what base and tier are worth, under the cap of the month. */
    public void addBase() {
        points += standing.capped(Terms.pointsFor(covered, tier), date);
    }

    /** Gives the birthday's points. */
    public void addBirthday() {
        points += Terms.BIRTHDAY_POINTS;
        standing.takeBirthday();
    }

    /** Gives points. */
    public void add(long more) {
        points += more;
    }

    /** Gives the points of a campaign by articles, unless another article has brought them already. */
    public void addOnce(Campaign campaign) {
        if (!given.contains(campaign)) {
            given.add(campaign);
            points += campaign.points();
        }
    }

    /** Counts the order, and returns its points. */
    long finish() {
        standing.count(covered, points);
        return points;
    }
}
