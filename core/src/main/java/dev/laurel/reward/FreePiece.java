package dev.laurel.reward;

import com.google.common.collect.ImmutableList;
import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.id.Identifiers;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One piece of a line that is given away; of a line of one piece or less, the line.
 *
 * @param line the line that it is of, as it is without the pieces that were given away before
 */
record FreePiece(PurchaseLine line) {
    private static final String MARK = "-free";

    private boolean isWholeLine() {
        return line.quantity().compareTo(Quantity.ONE) <= 0;
    }

    /** What the piece costs without tax: of a line of more than one piece in whole minor units, nothing if it is less than one. */
    Money worth() {
        return pieceOf(line.net());
    }

    private Money pieceOf(Money whole) {
        return isWholeLine()
                ? whole
                : MinorUnits.roundedDown(
                        whole.currency(),
                        whole.toRatio().dividedBy(line.quantity().toRatio()));
    }

    /** The order in which the piece costs nothing, and has no tax. */
    Basket givenIn(Basket order) {
        ImmutableList.Builder<PurchaseLine> lines = ImmutableList.builder();
        for (PurchaseLine other : order.lines()) {
            if (!other.id().equals(line.id())) {
                lines.add(other);
            } else if (isWholeLine()) {
                lines.add(free(line.id(), line.quantity()));
            } else {
                lines.add(paid(), free(idIn(order), Quantity.ONE));
            }
        }
        return order.withLines(lines.build());
    }

    private PurchaseLine paid() {
        long left = line.quantity().millionths() - Quantity.ONE.millionths();
        return line.withQuantity(Quantity.ofMillionths(left))
                .withNet(line.net().minus(worth()))
                .withTax(line.tax().minus(pieceOf(line.tax())));
    }

    private PurchaseLine free(String id, Quantity quantity) {
        Money nothing = Money.zero(line.net().currency());
        return new PurchaseLine(
                id,
                line.sku(),
                line.categories(),
                line.brand(),
                quantity,
                nothing,
                nothing,
                line.discounted(),
                line.attributes());
    }

    /** The line's id with a mark, and a number where that is taken; a long id is cut. */
    private String idIn(Basket order) {
        Set<String> taken = order.lines().stream().map(PurchaseLine::id).collect(Collectors.toSet());
        String id = marked(MARK);
        for (int number = 2; taken.contains(id); number++) {
            id = marked(MARK + "-" + number);
        }
        return id;
    }

    private String marked(String mark) {
        String id = line.id();
        int end = Math.min(id.length(), Identifiers.MAX_HOST_ID_LENGTH - mark.length());
        // Half a character is none.
        end = Character.isHighSurrogate(id.charAt(end - 1)) ? end - 1 : end;
        return id.substring(0, end) + mark;
    }
}
