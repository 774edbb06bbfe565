package dev.laurel.receipt;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.laurel.ledger.Lot;
import dev.laurel.money.Ratio;
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
 * @param cut whether a cap cut it
 * @param parts what each rule contributed, in the order of settlement; those that gave nothing only where the parts have shares
 * @param counted where it was counted for the caps of its rule, its multipliers included, and for those of its program on points
 */
public record ReceiptAward(
        String currency,
        Lot lot,
        LineShares shares,
        Rounding rounding,
        RoundingStep step,
        TermsOfReturn terms,
        @Nullable Base base,
        boolean cut,
        List<Part> parts,
        List<CountedUse> counted) {
    /**
     * The contribution of one rule.
     *
     * @param rule the id of the rule
     * @param points its points, none where a cap or a multiplier below one left none of them
     * @param kept how many of them returns have left so far
     * @param share the exact share of each line of what this rule gave, before any cap, where a cap cut the award or the rule's own caps
     *     counted it; otherwise null
     * @param counted where it was counted for caps of its own, if it is a multiplier
     */
    public record Part(
            String rule, long points, long kept, @Nullable LineShares share, List<CountedUse> counted) {
        /** Takes a copy of the list. */
        public Part {
            counted = ImmutableList.copyOf(counted);
        }

        private Part withKept(long nowKept) {
            return new Part(rule, points, nowKept, share, counted);
        }
    }

    /**
     * What the rule itself gave, before it was multiplied.
     *
     * @param shares the exact share of each line of the receipt
     * @param step on what it was rounded
     * @param paid the part of what each line cost that it was given for, more than zero and at most one
     */
    public record Base(LineShares shares, RoundingStep step, Ratio paid) {
        /**
         * Checks the part.
         *
         * @throws IllegalArgumentException if it is not more than zero and at most one
         */
        public Base {
            checkArgument(
                    paid.signum() > 0 && paid.compareTo(Ratio.ONE) <= 0,
                    "what was paid of a line must be a part of it, but was %s",
                    paid);
        }
    }

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

    /** How many points of all parts returns have left so far. */
    public long kept() {
        long sum = 0;
        for (Part part : parts) {
            sum = Math.addExact(sum, part.kept());
        }
        return sum;
    }

    /** A copy with the points that are left of each part. */
    public ReceiptAward withKept(long... ofParts) {
        ImmutableList.Builder<Part> left = ImmutableList.builder();
        for (int i = 0; i < ofParts.length; i++) {
            left.add(parts.get(i).withKept(ofParts[i]));
        }
        return new ReceiptAward(currency, lot, shares, rounding, step, terms, base, cut, left.build(), counted);
    }

    /** Whether it is known of each part what share of each line it gave. */
    boolean hasShareOfEachPart() {
        return !parts.isEmpty() && parts.get(0).share() != null;
    }
}
