package dev.laurel.examples.replay.retail;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The units that were bought and not yet given back. */
final class SoldUnits {
    private final Map<Article, Deque<Units>> sold = new HashMap<>();

    /** What must agree for a unit to be one that was bought. Prices agree by value: 2.5 is 2.50. */
    private record Article(String customer, String stockCode, BigDecimal unitPrice) {
        static Article of(RetailRow row) {
            return new Article(row.customer(), row.stockCode(), row.unitPrice().stripTrailingZeros());
        }
    }

    private static final class Units {
        private final RetailRow row;
        private long left;

        Units(RetailRow row) {
            this.row = row;
            left = row.quantity();
        }
    }

    /**
     * Units of one row of a purchase that are given back.
     *
     * @param row the row
     * @param quantity how many, at most those that were left of it
     */
    record TakenBack(RetailRow row, long quantity) {}

    /** Takes note of a purchase. */
    void add(Invoice purchase) {
        for (RetailRow row : purchase.rows()) {
            sold.computeIfAbsent(Article.of(row), article -> new ArrayDeque<>()).push(new Units(row));
        }
    }

    /** Finds what a row gives back among the units that were bought, those bought last first. */
    List<TakenBack> takeBack(RetailRow row) {
        List<TakenBack> taken = new ArrayList<>();
        Deque<Units> last = sold.getOrDefault(Article.of(row), new ArrayDeque<>());
        long wanted = -row.quantity();
        while (wanted > 0 && !last.isEmpty()) {
            Units units = last.element();
            long quantity = Math.min(wanted, units.left);
            taken.add(new TakenBack(units.row, quantity));
            wanted -= quantity;
            units.left -= quantity;
            if (units.left == 0) {
                last.remove();
            }
        }
        return taken;
    }
}
