package dev.laurel.engine.earn;

import static java.util.Objects.requireNonNull;

import dev.laurel.condition.Finding;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.decision.RuleOutcome;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.guard.RuleGuard;
import dev.laurel.engine.plan.Candidates;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedRule;
import dev.laurel.event.PurchaseLine;
import dev.laurel.id.Identifiers;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.MoneySteps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The step that qualifies: which rules apply to a purchase, to which of its lines, and the first reason why not. */
final class RuleMatcher {
    private static final int[] NO_LINES = {};
    private static final long MILLION = 1_000_000;

    private final Plan plan;
    private final Plan inForce;
    private final PurchaseFacts facts;
    private final List<PurchaseLine> lines;
    private final int[] earningLines;
    private final Ratio paidInMoney;

    /** Where matching notes the lines that a rule selects, until it is known how many they are. */
    private int[] noted = NO_LINES;

    /**
     * Prepares the lines.
     *
     * @param plan the terms that have the rules
     * @param inForce the terms in force, which may have retired a point currency since
     * @param facts what conditions see, of the covered lines only
     * @param lines all lines of the purchase
     * @param earningLines the indexes of the lines that earn, ascending
     * @param paidInMoney the part of each of them that was not paid with points
     */
    RuleMatcher(
            Plan plan,
            Plan inForce,
            PurchaseFacts facts,
            List<PurchaseLine> lines,
            int[] earningLines,
            Ratio paidInMoney) {
        this.paidInMoney = paidInMoney;
        this.plan = plan;
        this.inForce = inForce;
        this.facts = facts;
        this.earningLines = earningLines;
        this.lines = lines;
    }

    /** The rules that apply, by id. */
    List<Match> matches(Candidates candidates) {
        List<Match> matches = new ArrayList<>(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            PlannedRule rule = plan.rule(candidates.get(i));
            if (areConditionsMet(rule) && canEarn(rule)) {
                int[] selected = select(rule);
                if (selected.length > 0) {
                    Match match = new Match(rule, selected, paid(rule));
                    if (match.paid().signum() > 0 && reachesStep(match)) {
                        matches.add(match);
                    }
                }
            }
        }
        return matches;
    }

    /** The part of its lines that earns: of what was paid in money, that which was paid by the method that the rule is about. */
    private Ratio paid(PlannedRule rule) {
        String method = rule.method();
        if (method == null) {
            return paidInMoney;
        }
        Ratio part = facts.basket().partPaidBy(method);
        return part.compareTo(paidInMoney) < 0 ? part : paidInMoney;
    }

    private boolean reachesStep(Match match) {
        MoneySteps steps = match.rule().steps();
        return steps == null || steps.reachedBy(match.money(lines)).isPresent();
    }

    /** The first reason why a rule does not apply. */
    RuleOutcome.NotApplied whyNot(PlannedRule rule) {
        return told(rule, () -> firstReason(rule));
    }

    /** Why a multiplier does not apply that has nothing to multiply. */
    RuleOutcome.NotApplied withoutBase(PlannedRule rule) {
        String multiplied = rule.multiplied();
        return told(
                rule,
                () -> new RuleOutcome.NotApplied(
                        rule.id(),
                        "rule " + multiplied + " earns on a line of " + described(rule),
                        "none",
                        "a line on which " + multiplied + " earns"));
    }

    /** A rule that fails to say what it found decides nothing by that. */
    private static RuleOutcome.NotApplied told(PlannedRule rule, Supplier<RuleOutcome.NotApplied> reason) {
        try {
            return reason.get();
        } catch (RefusedSignal failed) {
            return new RuleOutcome.NotApplied(
                    rule.id(), "the rule itself", failed.refusal().message(), "an answer");
        }
    }

    private RuleOutcome.NotApplied firstReason(PlannedRule rule) {
        for (PurchaseCondition condition : rule.conditions()) {
            Finding finding = check(rule, condition);
            if (!finding.met()) {
                return new RuleOutcome.NotApplied(
                        rule.id(),
                        RuleGuard.ask(rule.id(), "description", condition::describe),
                        RuleGuard.ask(rule.id(), "finding", finding::found),
                        RuleGuard.ask(rule.id(), "finding", finding::required));
            }
        }
        if (!canEarn(rule)) {
            return new RuleOutcome.NotApplied(
                    rule.id(), "the points that it awards", rule.currency() + ", which are retired", "points in force");
        }
        int[] selected = select(rule);
        if (selected.length > 0) {
            Match match = new Match(rule, selected, paid(rule));
            if (match.paid().signum() == 0) {
                return unpaid(rule);
            }
            if (!reachesStep(match)) {
                return belowSteps(match);
            }
            return new RuleOutcome.NotApplied(
                    rule.id(), "the scope that it states", "a purchase outside of it", "a purchase in it");
        }
        String words = described(rule);
        return new RuleOutcome.NotApplied(rule.id(), words, "no such line that earns", "a line of " + words);
    }

    private static RuleOutcome.NotApplied unpaid(PlannedRule rule) {
        String method = Identifiers.quoted(requireNonNull(rule.method()));
        return new RuleOutcome.NotApplied(
                rule.id(), "a part is paid by " + method, "no payment by " + method, "a payment by " + method);
    }

    private RuleOutcome.NotApplied belowSteps(Match match) {
        Money from = requireNonNull(match.rule().steps()).steps().get(0).from();
        return new RuleOutcome.NotApplied(
                match.rule().id(),
                "the total reaches the first step",
                "a total of " + Money.ofMillionths(from.currency(), millionths(match.money(lines))),
                "a total of at least " + from);
    }

    private static long millionths(Ratio money) {
        return money.times(MILLION).rounded(Rounding.DOWN);
    }

    private static String described(PlannedRule rule) {
        return RuleGuard.ask(rule.id(), "description", rule.rule().selector()::describe);
    }

    private boolean areConditionsMet(PlannedRule rule) {
        for (PurchaseCondition condition : rule.conditions()) {
            if (!check(rule, condition).met()) {
                return false;
            }
        }
        return true;
    }

    private boolean canEarn(PlannedRule rule) {
        return plan == inForce || inForce.canEarn(rule.currency());
    }

    private Finding check(PlannedRule rule, PurchaseCondition condition) {
        try {
            return RuleGuard.answered(rule.id(), "condition", condition.check(facts));
        } catch (Throwable e) {
            throw RuleGuard.failure(rule.id(), "condition", e);
        }
    }

    /** The lines that it selects of those that earn. */
    private int[] select(PlannedRule rule) {
        Selector selector = rule.rule().selector();
        return Selectors.everything().equals(selector) ? earningLines : selected(rule.id(), selector);
    }

    private int[] selected(String rule, Selector selector) {
        if (noted.length < earningLines.length) {
            noted = new int[earningLines.length];
        }
        int count = 0;
        for (int index : earningLines) {
            if (selects(rule, selector, lines.get(index))) {
                noted[count++] = index;
            }
        }
        return count == 0 ? NO_LINES : count == earningLines.length ? earningLines : Arrays.copyOf(noted, count);
    }

    private static boolean selects(String rule, Selector selector, PurchaseLine line) {
        try {
            return selector.selects(line);
        } catch (Throwable e) {
            throw RuleGuard.failure(rule, "selector", e);
        }
    }
}
