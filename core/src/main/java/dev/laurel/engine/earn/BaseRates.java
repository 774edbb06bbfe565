package dev.laurel.engine.earn;

import dev.laurel.condition.PurchaseFacts;
import dev.laurel.engine.guard.RuleGuard;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.rule.Amount;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What an earning rule itself gives the lines that it selects, exactly: it asks the rule's amount. */
final class BaseRates {
    private static final long MILLION = 1_000_000;

    private final PurchaseFacts facts;
    private final Match base;
    private final EarnRule rule;
    private final List<PurchaseLine> lines;

    private BaseRates(PurchaseFacts facts, List<PurchaseLine> lines, Match base) {
        this.facts = facts;
        this.base = base;
        rule = base.rule().earning();
        this.lines = lines;
    }

    static LineRates of(PurchaseFacts facts, List<PurchaseLine> lines, Match base) {
        BaseRates asked = new BaseRates(facts, lines, base);
        Amount amount = asked.rule.effect().amount();
        return asked.rule.step() == RoundingStep.PER_PURCHASE ? asked.rateOfWhole(amount) : asked.ratesByLine(amount);
    }

    /** One amount for all selected lines, shared out by what they cost or how many pieces they have: one rate for all. */
    private LineRates rateOfWhole(Amount amount) {
        Amount.Weighing weighing = amount.weighing();
        if (weighing == null) {
            throw RuleGuard.failed(rule.id(), "returned null from its weighing");
        }
        boolean byMoney = weighing == Amount.Weighing.BY_MONEY;
        long[] weights = new long[base.lines().length];
        long money = 0;
        long quantity = 0;
        for (int i = 0; i < weights.length; i++) {
            PurchaseLine line = lines.get(base.lines()[i]);
            long cost = base.rule().pricing().millionthsOf(line);
            money = Math.addExact(money, cost);
            quantity = Math.addExact(quantity, line.quantity().millionths());
            weights[i] = byMoney ? cost : line.quantity().millionths();
        }
        Ratio whole = asked(
                amount,
                new Selection(
                        selectedLines(), earning(Ratio.of(money, MILLION)), earning(Ratio.of(quantity, MILLION))));
        long total = byMoney ? money : quantity;
        if (total == 0) {
            // Lines that all cost nothing share alike.
            Arrays.fill(weights, 1);
            total = weights.length;
        }
        return LineRates.oneForAll(weights, whole.times(Ratio.of(1, total)));
    }

    /** An amount for each line, or for each piece of it: a rate for each line, for each of its pieces. */
    private LineRates ratesByLine(Amount amount) {
        Ratio[] result = new Ratio[base.lines().length];
        long[] weights = new long[result.length];
        for (int i = 0; i < result.length; i++) {
            PurchaseLine line = lines.get(base.lines()[i]);
            weights[i] = pieces(line);
            Ratio perPiece = Ratio.of(1, weights[i]);
            Ratio money = earning(base.rule().pricing().of(line).toRatio()).times(perPiece);
            Ratio quantity =
                    earning(Ratio.of(line.quantity().millionths(), MILLION)).times(perPiece);
            result[i] = asked(amount, new Selection(List.of(line), money, quantity));
        }
        return LineRates.oneEach(weights, result);
    }

    /** What of money or quantity earns. */
    private Ratio earning(Ratio whole) {
        return base.paid().equals(Ratio.ONE) ? whole : whole.times(base.paid());
    }

    private Ratio asked(Amount amount, Selection selection) {
        Ratio answer = amount.of(selection, facts);
        if (answer == null) {
            throw RuleGuard.failed(rule.id(), "returned null from its amount");
        }
        if (answer.signum() < 0) {
            throw RuleGuard.failed(rule.id(), "awarded a negative amount, %s", answer);
        }
        return answer;
    }

    private List<PurchaseLine> selectedLines() {
        if (base.lines().length == lines.size()) {
            return lines;
        }
        List<PurchaseLine> selected = new ArrayList<>(base.lines().length);
        for (int index : base.lines()) {
            selected.add(lines.get(index));
        }
        return List.copyOf(selected);
    }

    /** How many pieces of a line are rounded one by one; otherwise the line is one. */
    private long pieces(PurchaseLine line) {
        Quantity quantity = line.quantity();
        return rule.step() == RoundingStep.PER_ITEM && quantity.isWhole() ? quantity.millionths() / 1_000_000 : 1;
    }
}
