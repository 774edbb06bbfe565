package dev.laurel.receipt;

import com.google.common.collect.ImmutableList;
import dev.laurel.money.Rounding;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.TermsOfReturn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a purchase was awarded by one rule and its multipliers: one exact amount, rounded once.
 *
 * @param currency the id of the point currency
 * @param lot the number of the lot that it is in
 * @param available from when that lot can be spent
 * @param expires when that lot expires, or null if it has no date of its own
 * @param shares the exact share of each line of the receipt, before rounding
 * @param rounding how it was rounded
 * @param step on what it was rounded
 * @param terms what becomes of it when lines are returned
 * @param parts what each rule contributed, in the order of settlement; only those that gave points
 */
public record ReceiptAward(
        String currency,
        long lot,
        Instant available,
        @Nullable Instant expires,
        LineShares shares,
        Rounding rounding,
        RoundingStep step,
        TermsOfReturn terms,
        List<Part> parts) {
    /**
     * The contribution of one rule.
     *
     * @param rule the id of the rule
     * @param points its points, more than zero
     */
    public record Part(String rule, long points) {}

    /** Takes a copy of the parts. */
    public ReceiptAward {
        parts = ImmutableList.copyOf(parts);
    }

    /** The points of all parts. */
    public long points() {
        long sum = 0;
        for (Part part : parts) {
            sum = Math.addExact(sum, part.points());
        }
        return sum;
    }
}
