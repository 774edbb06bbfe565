package dev.laurel.engine.earn;

import dev.laurel.engine.plan.PlannedRule;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.receipt.LineShares;
import dev.laurel.rule.Amount;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.Combination;
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

    private final List<PurchaseLine> lines;
    private final int[] selected;
    private final boolean byMoney;
    private final long base;
    private final long unit;

    /** What the base is multiplied by so far. */
    private long above = 1;

    private long below = 1;

    private Whole(List<PurchaseLine> lines, int[] selected, boolean byMoney, long base, long unit) {
        this.lines = lines;
        this.selected = selected;
        this.byMoney = byMoney;
        this.base = base;
        this.unit = unit;
    }

    /** The amount that a rule itself earns on a purchase that was paid in money wholly, or null if it is not such. */
    static @Nullable Whole of(Match match, List<PurchaseLine> lines) {
        Amounts.Rate rate = match.rule().rate();
        long base = base(rate, match, lines);
        return rate == null || base == NONE ? null : new Whole(lines, match.lines(), isByMoney(rate), base, unit(rate));
    }

    /** The rounded amount that a rule itself earns on a purchase that was paid in money wholly, or {@link #NONE} if it is not such. */
    static long points(Match match, List<PurchaseLine> lines) {
        Amounts.Rate rate = match.rule().rate();
        long base = base(rate, match, lines);
        return rate == null || base == NONE
                ? NONE
                : Ratio.rounded(base, unit(rate), match.rule().rule().rounding());
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
        long weight = weight(lines, match.lines(), isByMoney(rate));
        boolean isOfFullUnits = rate.kind() == Amounts.Rate.Kind.FULL_UNITS;
        return product(isOfFullUnits ? weight / rate.unit() : weight, rate.points());
    }

    private static long unit(Amounts.Rate rate) {
        return rate.kind() == Amounts.Rate.Kind.IN_PROPORTION ? rate.unit() : 1;
    }

    private static long weight(List<PurchaseLine> lines, int[] selected, boolean byMoney) {
        long sum = 0;
        for (int place : selected) {
            sum = Math.addExact(sum, weight(lines.get(place), byMoney));
        }
        return sum;
    }

    private static long weight(PurchaseLine line, boolean byMoney) {
        return byMoney ? line.net().millionths() : line.quantity().millionths();
    }

    /** The product of two numbers that are not negative, if it fits into a long. */
    private static long product(long left, long right) {
        return Math.multiplyHigh(left, right) == 0 && left * right >= 0 ? left * right : NONE;
    }

    /** Multiplies all of it by a factor above one, and says whether it fits; if not, it is of no use any more. */
    boolean multiply(PlannedRule multiplier, Combination combination) {
        long factor = multiplier.factorNumerator();
        long of = multiplier.factorDenominator();
        if (factor < of) {
            return false;
        }
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

    long rounded(Rounding rounding) {
        return Ratio.rounded(numerator(), denominator(), rounding);
    }

    /** Of a part of it, or of all, the share of each line of the purchase: by what it is weighed by. Lines without any weight share alike. */
    LineShares shares(Ratio part) {
        int[] rateOfLine = new int[lines.size()];
        long[] weightOfLine = new long[rateOfLine.length];
        Arrays.fill(rateOfLine, LineShares.NO_RATE);
        long weight = weight(lines, selected, byMoney);
        for (int place : selected) {
            rateOfLine[place] = 0;
            weightOfLine[place] = weight == 0 ? 1 : weight(lines.get(place), byMoney);
        }
        return new LineShares(
                List.of(part.times(Ratio.of(1, weight == 0 ? selected.length : weight))), rateOfLine, weightOfLine);
    }
}
