package dev.laurel.engine.earn;

import dev.laurel.engine.plan.PlannedRule;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Ratio;
import java.util.List;

/** A rule that applies to a purchase, and the indexes of the lines that it selected, ascending. */
public final class Match {
    private static final long MILLION = 1_000_000;

    private final PlannedRule rule;
    private final int[] lines;
    private final Ratio paid;

    /**
     * A rule that applies.
     *
     * @param paid the part of each of its lines that earns
     */
    Match(PlannedRule rule, int[] lines, Ratio paid) {
        this.rule = rule;
        this.lines = lines;
        this.paid = paid;
    }

    /** The part of each of its lines that earns: what was paid in money, or by the payment method that the rule is about. */
    Ratio paid() {
        return paid;
    }

    /**
     * What of its lines earns, in units of their currency.
     *
     * @param all all lines of the purchase
     */
    Ratio money(List<PurchaseLine> all) {
        long cost = 0;
        for (int line : lines) {
            cost = Math.addExact(cost, rule.pricing().millionthsOf(all.get(line)));
        }
        return paid.times(Ratio.of(cost, MILLION));
    }

    public PlannedRule rule() {
        return rule;
    }

    public int[] lines() {
        return lines;
    }

    /** For each of its lines, whether another rule selected it too. */
    boolean[] linesAlsoIn(Match other) {
        boolean[] also = new boolean[lines.length];
        int place = 0;
        for (int i = 0; i < lines.length; i++) {
            while (place < other.lines.length && other.lines[place] < lines[i]) {
                place++;
            }
            also[i] = place < other.lines.length && other.lines[place] == lines[i];
        }
        return also;
    }

    /** Whether another rule selected one of its lines too. */
    boolean hasLineIn(Match other) {
        return countLinesIn(other) > 0;
    }

    /** Whether another rule selected all of its lines too. */
    boolean hasAllLinesIn(Match other) {
        return countLinesIn(other) == lines.length;
    }

    private int countLinesIn(Match other) {
        int count = 0;
        int place = 0;
        for (int line : lines) {
            while (place < other.lines.length && other.lines[place] < line) {
                place++;
            }
            count += place < other.lines.length && other.lines[place] == line ? 1 : 0;
        }
        return count;
    }
}
