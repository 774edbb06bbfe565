package dev.laurel.engine.settle;

import dev.laurel.decision.Refusal;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
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

    /** The lines of the purchase with what is left of them after the return. */
    List<ReceiptLine> left() {
        if (event.lines().isEmpty()) {
            if (before.isReturned()) {
                throw new RefusedSignal(new Refusal.ExceedsPurchase(before.purchase(), "anything"));
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
            throw new RefusedSignal(new Refusal.ExceedsPurchase(before.purchase(), "line '" + line.id() + "'"));
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
        return amount == null || line.net().isZero()
                ? null
                : amount.toRatio().dividedBy(line.net().toRatio());
    }
}
