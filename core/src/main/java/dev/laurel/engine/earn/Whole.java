package dev.laurel.engine.earn;

import static java.util.Objects.requireNonNull;

import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Ratio;
import dev.laurel.receipt.LineShares;
import dev.laurel.rule.Amount;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.Combination;
import dev.laurel.rule.Effect;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exact amount of a rule that is rounded once on the whole purchase, as long as no multiplier splits it: one fraction of longs, in
 * no need of lowest terms. Most amounts are such, and cost a few multiplications. What is split, made less, or too long is for
 * {@link LineRates}, which can say every amount; a property holds the two to the same points and shares.
 */
final class Whole {
    /** No number, since an amount is not such, or does not fit. */
    static final long NONE = -1;

    private final Match match;
    private final List<PurchaseLine> lines;
    private final long base;
    private final long unit;

    /** What the base is multiplied by so far. */
    private long above = 1;

    private long below = 1;

    /**
     * The amount that a rule itself earns on a purchase that was paid in money wholly; it must be such.
     *
     * @param lines all lines of the purchase
     */
    Whole(Match match, List<PurchaseLine> lines) {
        this.match = match;
        this.lines = lines;
        Amounts.Rate rate = match.rule().rate();
        base = base(rate, match, lines);
        unit = unit(rate);
    }

    /** The points that a rule itself earns on such a purchase, or {@link #NONE} if they are not such: most awards are no more. */
    static long points(Match match, List<PurchaseLine> lines) {
        Amounts.Rate rate = match.rule().rate();
        return rounded(base(rate, match, lines), unit(rate), match);
    }

    private static boolean isByMoney(Amounts.Rate rate) {
        return rate.weighing() == Amount.Weighing.BY_MONEY;
    }

    private static long base(Amounts.@Nullable Rate rate, Match match, List<PurchaseLine> lines) {
        if (rate == null) {
            return NONE;
        }
        if (rate.kind() == Amounts.Rate.Kind.FIXED) {
            return rate.points();
        }
        long weight = weight(lines, match, isByMoney(rate));
        boolean isOfFullUnits = rate.kind() == Amounts.Rate.Kind.FULL_UNITS;
        return product(isOfFullUnits ? weight / rate.unit() : weight, rate.points());
    }

    private static long unit(Amounts.@Nullable Rate rate) {
        return rate != null && rate.kind() == Amounts.Rate.Kind.IN_PROPORTION ? rate.unit() : 1;
    }

    private static long rounded(long numerator, long denominator, Match match) {
        return numerator == NONE
                ? NONE
                : Ratio.rounded(numerator, denominator, match.rule().earning().rounding());
    }

    private static long weight(List<PurchaseLine> lines, Match match, boolean byMoney) {
        long sum = 0;
        for (int place : match.lines()) {
            sum = Math.addExact(sum, weight(lines.get(place), match, byMoney));
        }
        return sum;
    }

    private static long weight(PurchaseLine line, Match match, boolean byMoney) {
        return byMoney
                ? match.rule().pricing().millionthsOf(line)
                : line.quantity().millionths();
    }

    /** The product of two numbers that are not negative, if it fits into a long. */
    private static long product(long left, long right) {
        return Math.multiplyHigh(left, right) == 0 && left * right >= 0 ? left * right : NONE;
    }

    /** Multiplies all of it by a factor above one, and says whether it still is such and fits; if not, it is of no use any more. */
    boolean multiply(Match multiplier) {
        long factor = multiplier.rule().factorNumerator();
        long of = multiplier.rule().factorDenominator();
        if (factor < of
                || !(multiplier.rule().multiplies() instanceof Effect.MultipliesExact)
                || !match.hasAllLinesIn(multiplier)) {
            return false;
        }
        Combination combination = match.rule().earning().combination();
        // What is added up: above / below + (factor - of) / of.
        long more = product(combination == Combination.COMPOUND ? factor : of, above);
        long added = combination == Combination.COMPOUND ? 0 : product(factor - of, below);
        below = product(below, of);
        above = more == NONE || added == NONE || more + added < 0 ? NONE : more + added;
        return above != NONE && below != NONE && product(base, above) != NONE && product(unit, below) != NONE;
    }

    /** Its numerator. */
    long numerator() {
        return base * above;
    }

    /** Its denominator. */
    long denominator() {
        return unit * below;
    }

    /** The points, rounded as those of its rule are. */
    long rounded() {
        return rounded(numerator(), denominator(), match);
    }

    /** What each multiplier adds to what is rounded so far, or null if with them it is not such or does not fit. */
    long @Nullable [] added(List<Match> multipliers) {
        long[] added = new long[multipliers.size()];
        long before = rounded();
        for (int i = 0; i < added.length; i++) {
            if (!multiply(multipliers.get(i))) {
                return null;
            }
            long total = rounded();
            added[i] = total - before;
            before = total;
        }
        return added;
    }

    /** Of a part of it, or of all, the share of each line of the purchase: by what it is weighed by. Lines without any weight share alike. */
    LineShares shares(Ratio part) {
        int[] rateOfLine = new int[lines.size()];
        long[] weightOfLine = new long[rateOfLine.length];
        Arrays.fill(rateOfLine, LineShares.NO_RATE);
        int[] selected = match.lines();
        boolean byMoney = isByMoney(requireNonNull(match.rule().rate()));
        long weight = weight(lines, match, byMoney);
        for (int place : selected) {
            rateOfLine[place] = 0;
            weightOfLine[place] = weight == 0 ? 1 : weight(lines.get(place), match, byMoney);
        }
        return new LineShares(
                List.of(part.times(Ratio.of(1, weight == 0 ? selected.length : weight))), rateOfLine, weightOfLine);
    }
}
