package dev.laurel.reward;

import static java.util.Objects.requireNonNull;

import dev.laurel.condition.Finding;
import dev.laurel.condition.Selector;
import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One piece of the chosen lines for nothing: the dearest that is still paid, as a member would choose; of equal ones the first. Of a
 * line of less than one piece, such as half a pound, the whole line. Of a line of more than one piece, a piece of less than a
 * minor unit of the currency is none.
 *
 * <p>The piece becomes a line of its own that costs nothing and has no tax. Its id is made from that of its line, which has a piece
 * less and costs that much less. A line of one piece, or of less, becomes free itself.
 *
 * @param selector the lines of which a piece is free
 */
public record FreeItem(Selector selector) implements Discount {
    /** Checks that there is a selector. */
    public FreeItem {
        requireNonNull(selector, "selector");
    }

    @Override
    public Finding check(Basket covered) {
        boolean found = dearest(covered) != null;
        return Finding.of(
                found, () -> found ? "such a line" : "no such line", () -> "a line of " + selector.describe());
    }

    @Override
    public Money worthOn(Basket covered) {
        return dearestOf(covered).worth();
    }

    @Override
    public Basket applied(Basket order, Basket covered) {
        return dearestOf(covered).givenIn(order);
    }

    private FreePiece dearestOf(Basket covered) {
        requireUsableOn(covered);
        return requireNonNull(dearest(covered));
    }

    private @Nullable FreePiece dearest(Basket covered) {
        @Nullable FreePiece dearest = null;
        for (PurchaseLine line : ChosenLines.of(covered, selector)) {
            FreePiece piece = new FreePiece(line);
            boolean isDearer = dearest == null || piece.worth().compareTo(dearest.worth()) > 0;
            dearest = isDearer && !piece.worth().isZero() ? piece : dearest;
        }
        return dearest;
    }

    @Override
    public String describe() {
        return "one of " + selector.describe() + " free";
    }
}
