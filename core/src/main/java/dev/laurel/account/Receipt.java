package dev.laurel.account;

import com.google.common.collect.ImmutableList;
import dev.laurel.event.Payment;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/**
 * What a purchase leaves behind, kept by the store beside the account: all that a return needs, so that today's rules, rates
 * and tiers are never consulted.
 *
 * @param purchase the id of the purchase
 * @param customer the host's id of the customer who bought
 * @param program the program and its version that rated the purchase
 * @param occurredAt when it happened; its spend counted in the tier window of this instant
 * @param currency the currency of its amounts
 * @param lines its lines, in their order
 * @param awards what it was awarded
 * @param pointPayments the payments that were made with points
 */
public record Receipt(
        String purchase,
        String customer,
        String program,
        Instant occurredAt,
        Currency currency,
        List<ReceiptLine> lines,
        List<ReceiptAward> awards,
        List<Payment> pointPayments) {
    /** Takes copies of the lists. */
    public Receipt {
        lines = ImmutableList.copyOf(lines);
        awards = ImmutableList.copyOf(awards);
        pointPayments = ImmutableList.copyOf(pointPayments);
    }

    /** The SHA-256 of its canonical form, in hexadecimal. */
    public String digest() {
        return CanonicalForm.of(this).sha256();
    }

    /** Ids only. */
    @Override
    public String toString() {
        return "Receipt[" + purchase + " of " + customer + "]";
    }
}
