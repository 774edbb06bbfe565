package dev.laurel.engine.earn;

import static java.util.Objects.requireNonNull;

import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.receipt.LineShares;
import dev.laurel.rule.Combination;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An exact amount of points as the share of each selected line of a purchase: its weight times the rate of the group of lines that
 * were multiplied alike.
 */
final class LineRates {
    /** For each selected line, its weight and its group. */
    private final long[] weights;

    private final int[] groups;

    /** For each group, the points for each unit of weight: as the rule earns them, and as they are multiplied so far. */
    private Ratio[] base;

    private Ratio[] rates;

    private @Nullable RuleRates byRule;

    private LineRates(long[] weights, int[] groups, Ratio[] base) {
        this.weights = weights;
        this.groups = groups;
        this.base = base;
        rates = base;
    }

    /** One rate for all lines. */
    static LineRates oneForAll(long[] weights, Ratio rate) {
        return new LineRates(weights, new int[weights.length], new Ratio[] {rate});
    }

    /** A rate for each line. */
    static LineRates oneEach(long[] weights, Ratio[] rates) {
        int[] groups = new int[weights.length];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = i;
        }
        return new LineRates(weights, groups, rates);
    }

    /** Keeps from now on what each rule gives; to be called before anything is multiplied. */
    void trackRules() {
        byRule = new RuleRates();
        byRule.add(given());
    }

    /** The rates as they are given: where multipliers together take more than there is, nothing is given. */
    private Ratio[] given() {
        Ratio[] given = new Ratio[rates.length];
        for (int group = 0; group < given.length; group++) {
            given[group] = atLeastZero(rates[group]);
        }
        return given;
    }

    private static Ratio atLeastZero(Ratio rate) {
        return rate.signum() < 0 ? Ratio.ZERO : rate;
    }

    /** The exact amount. */
    Ratio sum() {
        return sum(rates);
    }

    private Ratio sum(Ratio[] ofGroups) {
        long[] weightOfGroup = new long[ofGroups.length];
        for (int i = 0; i < groups.length; i++) {
            weightOfGroup[groups[i]] = Math.addExact(weightOfGroup[groups[i]], weights[i]);
        }
        Ratio sum = Ratio.ZERO;
        for (int group = 0; group < ofGroups.length; group++) {
            if (weightOfGroup[group] != 0 && ofGroups[group].signum() > 0) {
                sum = sum.plus(ofGroups[group].times(weightOfGroup[group]));
            }
        }
        return sum;
    }

    /** The points where each rate is rounded by itself. */
    long sumOfRounded(Rounding rounding) {
        return sumOfRounded(rates, rounding);
    }

    private long sumOfRounded(Ratio[] ofGroups, Rounding rounding) {
        long sum = 0;
        for (int i = 0; i < groups.length; i++) {
            long each = Math.max(0, ofGroups[groups[i]].rounded(rounding));
            sum = Math.addExact(sum, Math.multiplyExact(each, weights[i]));
        }
        return sum;
    }

    /** Of each rule, the points that the rules up to and with it give, rounded as a whole or rate by rate. */
    long[] roundedUpToEachRule(Rounding rounding, boolean isWhole) {
        List<Ratio[]> upTo = requireNonNull(byRule).upTo();
        long[] points = new long[upTo.size()];
        for (int rule = 0; rule < points.length; rule++) {
            Ratio[] given = upTo.get(rule);
            points[rule] = isWhole ? sum(given).rounded(rounding) : sumOfRounded(given, rounding);
        }
        return points;
    }

    /** Takes other rates, which are the base of what multiplies from then on. */
    void replaceEach(UnaryOperator<Ratio> other) {
        Ratio[] replaced = new Ratio[rates.length];
        for (int group = 0; group < replaced.length; group++) {
            replaced[group] = other.apply(atLeastZero(rates[group]));
        }
        rates = replaced;
        base = replaced;
        if (byRule != null) {
            byRule.replaceEach(other);
        }
    }

    /**
     * Multiplies the rates of some lines; a group of which they are a part becomes two.
     *
     * @param selected for each line, whether it is multiplied
     * @param combination whether the factor counts on the base, or on what it is multiplied to so far
     */
    void multiply(boolean[] selected, Ratio factor, Combination combination) {
        int before = rates.length;
        int[] selectedIn = new int[before];
        int[] others = new int[before];
        for (int i = 0; i < groups.length; i++) {
            (selected[i] ? selectedIn : others)[groups[i]]++;
        }
        int[] becomes = new int[before];
        int count = before;
        for (int group = 0; group < before; group++) {
            becomes[group] = selectedIn[group] > 0 && others[group] > 0 ? count++ : group;
        }
        Ratio[] newRates = Arrays.copyOf(rates, count);
        Ratio[] newBase = Arrays.copyOf(base, count);
        for (int group = 0; group < before; group++) {
            if (selectedIn[group] > 0) {
                newBase[becomes[group]] = base[group];
                newRates[becomes[group]] = combination == Combination.COMPOUND
                        ? rates[group].times(factor)
                        : rates[group].plus(base[group].times(factor.minus(Ratio.ONE)));
            }
        }
        for (int i = 0; i < groups.length; i++) {
            if (selected[i]) {
                groups[i] = becomes[groups[i]];
            }
        }
        rates = newRates;
        base = newBase;
        if (byRule != null) {
            byRule.split(becomes, count);
            byRule.add(given());
        }
    }

    /**
     * The share of each line of the purchase, with the rates that lines have, in the order of the lines.
     *
     * @param lineCount how many lines the purchase has
     * @param places the places of the selected lines among them
     * @param given what of a rate is given in fact
     */
    LineShares shares(int lineCount, int[] places, UnaryOperator<Ratio> given) {
        return shares(rates, lineCount, places, rate -> given.apply(atLeastZero(rate)));
    }

    /** What each rule gives each line of the purchase, as {@link #shares} of all together. */
    List<LineShares> sharesByRule(int lineCount, int[] places, UnaryOperator<Ratio> given) {
        List<LineShares> shares = new ArrayList<>();
        for (Ratio[] ofRule : requireNonNull(byRule).each(given)) {
            shares.add(shares(ofRule, lineCount, places, UnaryOperator.identity()));
        }
        return shares;
    }

    private LineShares shares(Ratio[] ofGroups, int lineCount, int[] places, UnaryOperator<Ratio> given) {
        int[] rateOfLine = new int[lineCount];
        long[] weightOfLine = new long[lineCount];
        Arrays.fill(rateOfLine, LineShares.NO_RATE);
        int[] rateOfGroup = new int[ofGroups.length];
        Arrays.fill(rateOfGroup, LineShares.NO_RATE);
        List<Ratio> used = new ArrayList<>(ofGroups.length);
        for (int i = 0; i < groups.length; i++) {
            if (rateOfGroup[groups[i]] == LineShares.NO_RATE) {
                rateOfGroup[groups[i]] = used.size();
                used.add(given.apply(ofGroups[groups[i]]));
            }
            rateOfLine[places[i]] = rateOfGroup[groups[i]];
            weightOfLine[places[i]] = weights[i];
        }
        return new LineShares(used, rateOfLine, weightOfLine);
    }
}
