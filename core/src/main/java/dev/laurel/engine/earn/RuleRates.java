package dev.laurel.engine.earn;

import dev.laurel.money.Ratio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What each rule of a chain gives each group of lines, for each unit of weight. What a multiplier below one takes of a group, it takes
 * from what the rules before it give that group, the latest of them first. So nothing is negative, and all together are the amount.
 */
final class RuleRates {
    private List<Ratio[]> byRule = new ArrayList<>(4);

    /** Groups of which a part goes on as another, which is given the same so far. */
    void split(int[] becomes, int count) {
        for (int rule = 0; rule < byRule.size(); rule++) {
            Ratio[] given = Arrays.copyOf(byRule.get(rule), count);
            for (int group = 0; group < becomes.length; group++) {
                given[becomes[group]] = given[group];
            }
            byRule.set(rule, given);
        }
    }

    /** Adds a rule, with which the groups have these rates. */
    void add(Ratio[] rates) {
        Ratio[] more = new Ratio[rates.length];
        for (int group = 0; group < rates.length; group++) {
            Ratio difference = rates[group].minus(sum(group));
            more[group] = difference.signum() > 0 ? difference : Ratio.ZERO;
            if (difference.signum() < 0) {
                take(group, difference.negated());
            }
        }
        byRule.add(more);
    }

    private Ratio sum(int group) {
        Ratio sum = Ratio.ZERO;
        for (Ratio[] given : byRule) {
            sum = sum.plus(given[group]);
        }
        return sum;
    }

    private void take(int group, Ratio rate) {
        Ratio missing = rate;
        for (int rule = byRule.size() - 1; missing.signum() > 0; rule--) {
            Ratio[] given = byRule.get(rule);
            Ratio taken = given[group].compareTo(missing) < 0 ? given[group] : missing;
            given[group] = given[group].minus(taken);
            missing = missing.minus(taken);
        }
    }

    /** Takes other rates for what the rules up to and with each give. */
    void replaceEach(UnaryOperator<Ratio> other) {
        byRule = each(other);
    }

    /** What each rule gives where other rates stand for what the rules up to and with it give. */
    List<Ratio[]> each(UnaryOperator<Ratio> other) {
        List<Ratio[]> replaced = new ArrayList<>(byRule.size());
        List<Ratio[]> upTo = upTo();
        for (int rule = 0; rule < upTo.size(); rule++) {
            Ratio[] rates = upTo.get(rule);
            Ratio[] more = new Ratio[rates.length];
            for (int group = 0; group < more.length; group++) {
                Ratio now = other.apply(rates[group]);
                more[group] = rule == 0 ? now : now.minus(other.apply(upTo.get(rule - 1)[group]));
            }
            replaced.add(more);
        }
        return replaced;
    }

    /** What the rules up to and with each give. */
    List<Ratio[]> upTo() {
        List<Ratio[]> upTo = new ArrayList<>(byRule.size());
        for (int rule = 0; rule < byRule.size(); rule++) {
            Ratio[] rates = byRule.get(rule).clone();
            for (int group = 0; rule > 0 && group < rates.length; group++) {
                rates[group] = rates[group].plus(upTo.get(rule - 1)[group]);
            }
            upTo.add(rates);
        }
        return upTo;
    }
}
