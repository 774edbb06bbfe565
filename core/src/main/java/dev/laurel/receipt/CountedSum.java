package dev.laurel.receipt;

import com.google.common.collect.ImmutableList;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import java.math.BigInteger;
import java.util.List;

/**
 * Where a purchase was counted for a sum, and what of it stays counted after a return: as for awards, from the receipt alone. The places
 * of lines are those in the receipt, from 0.
 */
public sealed interface CountedSum {
    /** The name under which the account keeps the sum: its id, unless it began with a later version. */
    String key();

    /** The number of its window. */
    long window();

    /** The places of the lines that were counted, ascending; none where lines do not decide. */
    default List<Integer> lines() {
        return List.of();
    }

    /** What of a purchase counts by what is left of it. */
    long left(PurchaseReceipt receipt);

    private static boolean isAnyLeft(PurchaseReceipt receipt, List<Integer> lines) {
        return lines.stream().anyMatch(line -> !receipt.lines().get(line).isReturned());
    }

    /**
     * What was spent on lines.
     *
     * @param lines the places of the lines that were counted, ascending
     */
    record Spend(String key, long window, List<Integer> lines) implements CountedSum {
        /** Takes a copy of the list. */
        public Spend {
            lines = ImmutableList.copyOf(lines);
        }

        @Override
        public long left(PurchaseReceipt receipt) {
            long left = 0;
            for (int line : lines) {
                left = Math.addExact(
                        left, receipt.lines().get(line).qualifyingLeft().millionths());
            }
            return left;
        }
    }

    /**
     * How many items of lines were paid in money, in millionths, of all of them rounded down.
     *
     * @param lines the places of the lines that were counted, ascending
     */
    record Quantity(String key, long window, List<Integer> lines) implements CountedSum {
        /** Takes a copy of the list. */
        public Quantity {
            lines = ImmutableList.copyOf(lines);
        }

        @Override
        public long left(PurchaseReceipt receipt) {
            ExactSum left = new ExactSum();
            for (int place : lines) {
                ReceiptLine line = receipt.lines().get(place);
                left.add(Ratio.of(line.quantity().millionths()), line.left());
            }
            Ratio paid = receipt.paidInMoney();
            return left.rounded(paid.numerator(), paid.denominator(), Rounding.DOWN);
        }
    }

    /**
     * One purchase.
     *
     * @param lines the places of the lines that were counted, ascending: it counts while something is left of them
     * @param totals what must be left of it besides
     */
    record One(String key, long window, List<Integer> lines, List<Total> totals) implements CountedSum {
        /** Takes copies of the lists. */
        public One {
            lines = ImmutableList.copyOf(lines);
            totals = ImmutableList.copyOf(totals);
        }

        @Override
        public long left(PurchaseReceipt receipt) {
            return isAnyLeft(receipt, lines) && totals.stream().allMatch(total -> total.isLeft(receipt)) ? 1 : 0;
        }
    }

    /**
     * A number by a measure of somebody's own. It goes in the proportion of what is returned to what the lines cost, rounded down on the
     * whole, and to nothing once all of them are returned.
     *
     * @param lines the places of the lines that were counted, ascending
     * @param measured what the purchase was worth
     */
    record Own(String key, long window, List<Integer> lines, long measured) implements CountedSum {
        /** Takes a copy of the list. */
        public Own {
            lines = ImmutableList.copyOf(lines);
        }

        @Override
        public long left(PurchaseReceipt receipt) {
            ExactSum left = new ExactSum();
            BigInteger whole = BigInteger.ZERO;
            for (int place : lines) {
                ReceiptLine line = receipt.lines().get(place);
                long cost = line.cost(receipt.pricing()).millionths();
                whole = whole.add(BigInteger.valueOf(cost));
                left.add(Ratio.of(cost), line.left());
            }
            if (whole.signum() == 0) {
                return isAnyLeft(receipt, lines) ? measured : 0;
            }
            return left.rounded(BigInteger.valueOf(measured), whole, Rounding.DOWN);
        }
    }

    /**
     * Points that were earned.
     *
     * @param currency the id of their currency
     */
    record Earned(String key, long window, String currency) implements CountedSum {
        @Override
        public long left(PurchaseReceipt receipt) {
            long left = 0;
            for (ReceiptAward award : receipt.awards()) {
                if (award.currency().equals(currency)) {
                    left = Math.addExact(left, receipt.kept(award));
                }
            }
            return left;
        }
    }

    /**
     * A total that must be left of a purchase for it to count.
     *
     * @param least how much the lines must cost
     * @param lines the places of the lines, ascending
     */
    record Total(Money least, List<Integer> lines) {
        /** Takes a copy of the list. */
        public Total {
            lines = ImmutableList.copyOf(lines);
        }

        boolean isLeft(PurchaseReceipt receipt) {
            ExactSum left = new ExactSum();
            for (int place : lines) {
                ReceiptLine line = receipt.lines().get(place);
                left.add(Ratio.of(line.cost(receipt.pricing()).millionths()), line.left());
            }
            return left.isAtLeast(least.millionths());
        }
    }
}
