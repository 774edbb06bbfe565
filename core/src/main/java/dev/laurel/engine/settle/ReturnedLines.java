package dev.laurel.engine.settle;

import dev.laurel.decision.Refusal;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.ReceiptLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a purchase comes back: never more than is left of it. */
final class ReturnedLines {
    private static final int NOWHERE = -1;

    private final PurchaseReceipt before;
    private final Return event;

    ReturnedLines(PurchaseReceipt before, Return event) {
        this.before = before;
        this.event = event;
    }

    /** The receipt with what is left of the purchase after the return. */
    PurchaseReceipt receiptAfter() {
        // The lines first: that there is no such line is said before that too much of something comes back.
        List<ReceiptLine> left = left();
        boolean returnsShipping = returnsShipping();
        return before.withLeft(left, returnsShipping || before.shippingReturned());
    }

    /** Shipping comes back once; where it cost nothing there is nothing to come back, but it does no harm to say so. */
    private boolean returnsShipping() {
        boolean isAlone = event.shipping() && event.lines().isEmpty() && event.amount() == null;
        boolean isFree = before.shipping().isZero();
        if (event.shipping() && (isFree ? isAlone : before.shippingReturned())) {
            throw exceeds("shipping", Money.zero(before.currency()).toString());
        }
        return event.shipping() || event.isOfAll();
    }

    private RefusedSignal exceeds(String what, String left) {
        return new RefusedSignal(new Refusal.ExceedsPurchase(before.purchase(), what, left));
    }

    /** The lines of the purchase with what is left of them after the return. */
    private List<ReceiptLine> left() {
        Money amount = event.amount();
        if (amount != null) {
            return leftWithout(amount);
        }
        if (event.isOfAll()) {
            if (before.isReturned()
                    && (before.shippingReturned() || before.shipping().isZero())) {
                throw exceeds("all", Money.zero(before.currency()).toString());
            }
            return before.lines().stream()
                    .map(line -> line.withLeft(Ratio.ZERO))
                    .toList();
        }
        List<ReceiptLine> lines = new ArrayList<>(before.lines());
        int[] places = placesOfLines();
        for (int i = 0; i < places.length; i++) {
            lines.set(places[i], left(lines.get(places[i]), event.lines().get(i)));
        }
        return lines;
    }

    /**
     * So much less of what all lines together cost, in proportion to what is left of each: what lines so far lose is rounded down to
     * millionths after each line, so that they lose the whole together.
     */
    private List<ReceiptLine> leftWithout(Money amount) {
        Money whole = before.costLeft();
        if (amount.compareTo(whole) > 0) {
            throw exceeds("all lines", whole.toString());
        }
        Ratio part = amount.toRatio().dividedBy(whole.toRatio());
        List<ReceiptLine> lines = new ArrayList<>(before.lines().size());
        long leftSoFar = 0;
        long lostSoFar = 0;
        for (ReceiptLine line : before.lines()) {
            leftSoFar = Math.addExact(leftSoFar, line.costLeft(before.pricing()).millionths());
            long lost = part.times(leftSoFar).rounded(Rounding.DOWN);
            lines.add(
                    lost == lostSoFar
                            ? line
                            : line.withLeft(line.left()
                                    .minus(Ratio.of(
                                            lost - lostSoFar,
                                            line.cost(before.pricing()).millionths()))));
            lostSoFar = lost;
        }
        return lines;
    }

    /** Of each line that comes back its place in the purchase. */
    private int[] placesOfLines() {
        Map<String, Integer> wanted = new HashMap<>();
        for (int i = 0; i < event.lines().size(); i++) {
            wanted.put(event.lines().get(i).line(), i);
        }
        int[] places = new int[event.lines().size()];
        Arrays.fill(places, NOWHERE);
        for (int place = 0; place < before.lines().size(); place++) {
            Integer i = wanted.get(before.lines().get(place).id());
            if (i != null && places[i] == NOWHERE) {
                places[i] = place;
            }
        }
        for (int i = 0; i < places.length; i++) {
            if (places[i] == NOWHERE) {
                throw new RefusedSignal(new Refusal.UnknownLine(
                        before.purchase(), event.lines().get(i).line()));
            }
        }
        return places;
    }

    private ReceiptLine left(ReceiptLine line, ReturnedLine returned) {
        Ratio part = partOf(line, returned);
        Ratio left = part == null ? Ratio.ONE.negated() : line.left().minus(part);
        if (left.signum() < 0) {
            throw exceeds("line '" + line.id() + "'", leftOf(line, returned));
        }
        return line.withLeft(left);
    }

    /** The part of a line that comes back, or null if it costs nothing and so has no amount to come back. */
    private static @Nullable Ratio partOf(ReceiptLine line, ReturnedLine returned) {
        Quantity quantity = returned.quantity();
        if (quantity != null) {
            return quantity.toRatio().dividedBy(line.quantity().toRatio());
        }
        Money amount = returned.amount();
        return amount == null ? partOf(line.gross(), returned.gross()) : partOf(line.net(), amount);
    }

    private static @Nullable Ratio partOf(Money whole, @Nullable Money amount) {
        return amount == null || whole.isZero() ? null : amount.toRatio().dividedBy(whole.toRatio());
    }

    /** What is left of a line in the measure in which it was to be returned, rounded down. */
    private static String leftOf(ReceiptLine line, ReturnedLine returned) {
        if (returned.quantity() != null) {
            long left = line.left().times(line.quantity().millionths()).rounded(Rounding.DOWN);
            return left == 0 ? "0" : Quantity.ofMillionths(left).toString();
        }
        Money whole = returned.amount() == null ? line.gross() : line.net();
        return Money.ofMillionths(
                        whole.currency(), line.left().times(whole.millionths()).rounded(Rounding.DOWN))
                .toString();
    }
}
