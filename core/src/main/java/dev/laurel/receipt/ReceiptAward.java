package dev.laurel.receipt;

import com.google.common.collect.ImmutableList;
import dev.laurel.ledger.Lot;
import dev.laurel.money.Rounding;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.TermsOfReturn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a purchase was awarded by one rule and its multipliers: one exact amount, rounded once.
 *
 * @param currency the id of the point currency
 * @param lot the lot that it is in, emptied
 * @param shares the exact share of each line of the receipt, before rounding and caps
 * @param rounding how it was rounded
 * @param step on what it was rounded
 * @param terms what becomes of it when lines are returned
 * @param base where it is worked out anew then, what the rule itself gave each line before it was multiplied; otherwise null
 * @param parts what each rule contributed, in the order of settlement; only those that gave points, unless a cap cut it
 * @param counted where it was counted for caps
 */
public record ReceiptAward(
        String currency,
        Lot lot,
        LineShares shares,
        Rounding rounding,
        RoundingStep step,
        TermsOfReturn terms,
        @Nullable Base base,
        List<Part> parts,
        List<CountedUse> counted) {
    /**
     * The contribution of one rule.
     *
     * @param rule the id of the rule
     * @param points its points, none where a cap left none of them
     * @param reached where a cap cut the award, the exact share of each line of the amount up to and with this rule, before any cap;
     *     otherwise null
     */
    public record Part(String rule, long points, @Nullable LineShares reached) {}

    /**
     * What the rule itself gave, before it was multiplied.
     *
     * @param shares the exact share of each line of the receipt
     * @param step on what it was rounded
     */
    public record Base(LineShares shares, RoundingStep step) {}

    /** Takes copies of the lists. */
    public ReceiptAward {
        lot = lot.withLeft(0);
        parts = ImmutableList.copyOf(parts);
        counted = ImmutableList.copyOf(counted);
    }

    /** The points of all parts. */
    public long points() {
        long sum = 0;
        for (Part part : parts) {
            sum = Math.addExact(sum, part.points());
        }
        return sum;
    }

    /** Whether a cap cut it. */
    public boolean isCut() {
        return !parts.isEmpty() && parts.get(0).reached() != null;
    }
}
