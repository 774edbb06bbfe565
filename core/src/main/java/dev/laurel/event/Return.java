package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.id.Copies;
import dev.laurel.id.Identifiers;
import dev.laurel.money.Money;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer gives back a purchase or a part of it. Either all that is left of it comes back, which is so if nothing else is said;
 * or some of its lines do, or so much of what is left of all lines, as when a clerk makes good for a fault; and with these or alone
 * the customer is given back what shipping cost.
 *
 * @param id the event's id
 * @param customer the host's id of the customer who bought
 * @param occurredAt when it happened
 * @param purchase the id of the purchase
 * @param lines what comes back, line by line
 * @param amount how much of what is left of all lines, spread over them in proportion, or null; without tax, or with it where the program
 *     that rated the purchase includes it
 * @param shipping whether what shipping cost is given back
 */
public record Return(
        String id,
        String customer,
        Instant occurredAt,
        String purchase,
        List<ReturnedLine> lines,
        @Nullable Money amount,
        boolean shipping)
        implements LoyaltyEvent {
    /**
     * Takes a copy of the lines.
     *
     * @throws IllegalArgumentException if an id is malformed, a line occurs twice, there are too many lines, there are both
     *     lines and an amount over all of
     *     them, the amount is not positive, or the instant is out of range
     */
    public Return {
        Identifiers.hostId("event id", id);
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        Identifiers.hostId("purchase id", purchase);
        lines = Copies.list("lines of a return", lines, Basket.MAX_LINES);
        Set<String> seen = new HashSet<>();
        for (ReturnedLine line : lines) {
            checkArgument(seen.add(line.line()), "a return must have a line once, but '%s' occurs twice", line.line());
        }
        if (amount != null) {
            checkArgument(lines.isEmpty(), "a return must have either lines or an amount over all of them");
            checkArgument(
                    !amount.isNegative() && !amount.isZero(), "amount returned must be positive, but was %s", amount);
        }
    }

    /**
     * A return of some lines, or of all that is left if there are none.
     *
     * @throws IllegalArgumentException as for any return
     */
    public Return(String id, String customer, Instant occurredAt, String purchase, List<ReturnedLine> lines) {
        this(id, customer, occurredAt, purchase, lines, null, false);
    }

    /**
     * A return of all that is left of a purchase, and of its shipping.
     *
     * @throws IllegalArgumentException as for any return
     */
    public static Return ofAll(String id, String customer, Instant occurredAt, String purchase) {
        return new Return(id, customer, occurredAt, purchase, List.of());
    }

    /**
     * A return of so much of what is left of a purchase: all lines of which something is left come back by the same part. The amount is
     * without tax, or with it where the program that rated the purchase includes it.
     *
     * @throws IllegalArgumentException as for any return
     */
    public static Return ofAmount(String id, String customer, Instant occurredAt, String purchase, Money amount) {
        return new Return(id, customer, occurredAt, purchase, List.of(), amount, false);
    }

    /**
     * A return of nothing but what shipping cost.
     *
     * @throws IllegalArgumentException as for any return
     */
    public static Return ofShipping(String id, String customer, Instant occurredAt, String purchase) {
        return new Return(id, customer, occurredAt, purchase, List.of(), null, true);
    }

    /** A copy by which what shipping cost is given back too; one of all that is left does so anyway. */
    public Return withShipping() {
        return isOfAll() ? this : new Return(id, customer, occurredAt, purchase, lines, amount, true);
    }

    /** Whether all that is left comes back. */
    public boolean isOfAll() {
        return lines.isEmpty() && amount == null && !shipping;
    }
}
