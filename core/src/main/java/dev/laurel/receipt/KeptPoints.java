package dev.laurel.receipt;

import static java.util.Objects.requireNonNull;

import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.MoneyStep;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.TermsOfReturn;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * What of an award is kept by what has been returned of its purchase: all of it while nothing has, and nothing once all has, unless it
 * is kept in any case. Only lines that count are asked: what cost nothing, or is outside of the program, was awarded nothing. The less is
 * left of a line, the less is kept or the same, so in whatever parts something comes back, what is kept is the same.
 */
final class KeptPoints {
    private final PurchaseReceipt receipt;
    private final ReceiptAward award;
    private final List<ReceiptLine> lines;

    KeptPoints(PurchaseReceipt receipt, ReceiptAward award) {
        this.receipt = receipt;
        this.award = award;
        lines = receipt.lines();
    }

    /** How many points of the award are kept. */
    long points() {
        TermsOfReturn terms = award.terms();
        long points = award.points();
        if (terms instanceof TermsOfReturn.Kept || isUntouched()) {
            return points;
        }
        if (isReturned() || terms instanceof TermsOfReturn.LostOnAnyReturn) {
            return 0;
        }
        if (terms instanceof TermsOfReturn.LostOnFullReturn) {
            return points;
        }
        if (terms instanceof TermsOfReturn.LostBelow below) {
            return isLeft(below.minimum()) ? points : 0;
        }
        return Math.min(points, award.cut() ? rounded(upTo(award.parts().size())) : whole());
    }

    private boolean isUntouched() {
        return lines.stream().allMatch(line -> !line.counts() || line.left().equals(Ratio.ONE));
    }

    private boolean isReturned() {
        return lines.stream().allMatch(line -> !line.counts() || line.isReturned());
    }

    /** Whether lines that cost so much have not been returned. */
    private boolean isLeft(Money minimum) {
        ExactSum left = new ExactSum();
        for (ReceiptLine line : lines) {
            if (line.counts()) {
                left.add(Ratio.of(cost(line).millionths()), line.left());
            }
        }
        return left.isAtLeast(minimum.millionths());
    }

    private Money cost(ReceiptLine line) {
        return line.cost(receipt.pricing());
    }

    /** An award and its multipliers are one amount. */
    private long whole() {
        ReceiptAward.Base base = award.base();
        return base != null && award.step() == RoundingStep.PER_LINE
                ? new Anew(base).roundedByLine(award.shares()::of)
                : rounded(left(award.shares()::of));
    }

    /**
     * How many points are kept of the rules up to and with each, in the order of the parts, each number rounded by itself. Where it is not
     * known what each rule gave, what is kept is spread over the rules as the award was, what is taken being rounded down.
     */
    long[] upToEachPart() {
        long kept = points();
        int count = award.parts().size();
        long[] upTo = new long[count];
        long points = award.points();
        long soFar = 0;
        boolean isInParts = kept > 0 && kept < points && award.hasShareOfEachPart();
        for (int i = 0; i < count; i++) {
            soFar = Math.addExact(soFar, award.parts().get(i).points());
            upTo[i] = isInParts
                    ? rounded(upTo(i + 1))
                    : Ratio.of(soFar, points).times(kept).rounded(Rounding.UP);
        }
        return upTo;
    }

    /**
     * What the first rules keep of what they gave. Where a cap cut the award, each keeps the lesser of its points and its part of what is
     * left; what they keep is rounded together.
     */
    private ExactSum upTo(int count) {
        ExactSum kept = new ExactSum();
        for (ReceiptAward.Part part : award.parts().subList(0, count)) {
            ExactSum left = left(requireNonNull(part.share())::of);
            if (award.cut() && left.isAtLeast(part.points())) {
                kept.add(Ratio.of(part.points()));
            } else {
                kept.add(left);
            }
        }
        return kept;
    }

    private long rounded(ExactSum sum) {
        return sum.rounded(BigInteger.ONE, BigInteger.ONE, award.rounding());
    }

    /** What is left of an amount, of which each line has a share. */
    private ExactSum left(IntFunction<Ratio> share) {
        ReceiptAward.Base base = award.base();
        if (base != null) {
            return base.step() == RoundingStep.PER_LINE ? new Anew(base).byLine(share) : new Anew(base).together(share);
        }
        return award.terms() instanceof TermsOfReturn.ByPurchase ? ofPurchase(share) : ofLines(share);
    }

    private ExactSum ofLines(IntFunction<Ratio> share) {
        ExactSum left = new ExactSum();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isReturned()) {
                left.add(share.apply(i), lines.get(i).left());
            }
        }
        return left;
    }

    /** By the part of what it cost; if no line cost anything as it was counted, by the part of its lines. */
    private ExactSum ofPurchase(IntFunction<Ratio> share) {
        boolean isFree =
                lines.stream().allMatch(line -> !line.counts() || cost(line).isZero());
        Ratio sum = Ratio.ZERO;
        BigInteger whole = BigInteger.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            sum = sum.plus(share.apply(i));
            whole = whole.add(weight(lines.get(i), isFree));
        }
        ExactSum left = new ExactSum();
        for (ReceiptLine line : lines) {
            left.add(sum, weight(line, isFree), whole, line.left());
        }
        return left;
    }

    private BigInteger weight(ReceiptLine line, boolean isFree) {
        if (!line.counts()) {
            return BigInteger.ZERO;
        }
        return isFree ? BigInteger.ONE : BigInteger.valueOf(cost(line).millionths());
    }

    /** What is left and was paid in money is worth as its step says, multiplied as the base was. */
    private final class Anew {
        private final List<MoneyStep> steps;
        private final Ratio paid;
        private final LineShares base;

        Anew(ReceiptAward.Base base) {
            steps = ((TermsOfReturn.WorkedOutAnew) award.terms()).steps();
            paid = base.paid();
            this.base = base.shares();
        }

        private List<Integer> linesGiven() {
            List<Integer> given = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                if (base.of(i).signum() > 0) {
                    given.add(i);
                }
            }
            return given;
        }

        /** What is left of all lines together. */
        ExactSum together(IntFunction<Ratio> share) {
            return of(linesGiven(), share);
        }

        /** What is left of each line by itself. */
        ExactSum byLine(IntFunction<Ratio> share) {
            ExactSum sum = new ExactSum();
            linesGiven().forEach(line -> sum.add(of(List.of(line), share)));
            return sum;
        }

        long roundedByLine(IntFunction<Ratio> share) {
            long sum = 0;
            for (int line : linesGiven()) {
                sum = Math.addExact(sum, rounded(of(List.of(line), share)));
            }
            return sum;
        }

        private ExactSum of(List<Integer> of, IntFunction<Ratio> share) {
            SortedMap<Ratio, MultipliedLines> byFactor = new TreeMap<>();
            for (int line : of) {
                byFactor.computeIfAbsent(share.apply(line).dividedBy(base.of(line)), MultipliedLines::new)
                        .add(cost(lines.get(line)), lines.get(line).left());
            }
            return new SteppedPoints(steps, paid, List.copyOf(byFactor.values())).least();
        }
    }
}
