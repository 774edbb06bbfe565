package dev.laurel.engine.earn;

import dev.laurel.decision.RuleOutcome;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.guard.RuleGuard;
import dev.laurel.engine.plan.Candidates;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedRule;
import dev.laurel.event.PurchaseLine;
import dev.laurel.rule.Finding;
import dev.laurel.rule.PurchaseCondition;
import dev.laurel.rule.PurchaseFacts;
import dev.laurel.rule.Selector;
import dev.laurel.rule.Selectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The step that qualifies: which rules apply to a purchase, to which of its lines, and the first reason why not. */
final class RuleMatcher {
    private final Plan plan;
    private final PurchaseFacts facts;
    private final List<PurchaseLine> lines;
    private final int[] earningLines;
    private final @Nullable List<RuleOutcome> notApplied;

    /**
     * Prepares the lines.
     *
     * @param facts what conditions see, of the covered lines only
     * @param lines all lines of the purchase
     * @param earningLines the indexes of the lines that earn, ascending
     * @param notApplied where to say why rules do not apply, or null if nobody asks
     */
    RuleMatcher(
            Plan plan,
            PurchaseFacts facts,
            List<PurchaseLine> lines,
            int[] earningLines,
            @Nullable List<RuleOutcome> notApplied) {
        this.plan = plan;
        this.facts = facts;
        this.notApplied = notApplied;
        this.earningLines = earningLines;
        this.lines = lines;
    }

    /** The rules that apply, by id. */
    List<Match> matches(Candidates candidates) {
        List<Match> matches = new ArrayList<>(Math.min(candidates.size(), 8));
        for (int i = 0; i < candidates.size(); i++) {
            PlannedRule rule = plan.rule(candidates.get(i));
            int[] selected = areConditionsMet(rule) ? select(rule) : null;
            if (selected != null) {
                matches.add(new Match(rule, selected));
            }
        }
        return matches;
    }

    /** Says of each rule that was no candidate why it does not apply. */
    void explainOthers(Candidates candidates) {
        int next = 0;
        for (int ordinal = 0; ordinal < plan.ruleCount(); ordinal++) {
            if (next < candidates.size() && candidates.get(next) == ordinal) {
                next++;
            } else {
                explainOther(plan.rule(ordinal));
            }
        }
    }

    private void explainOther(PlannedRule rule) {
        boolean matches;
        try {
            matches = areConditionsMet(rule) && select(rule) != null;
        } catch (RefusedSignal failed) {
            // Nobody had to ask it for the decision, so its failure decides nothing here either.
            explainWith(rule, () -> failure(rule, failed));
            return;
        }
        if (matches) {
            explainWith(
                    rule,
                    () -> new RuleOutcome.NotApplied(
                            rule.id(), "the scope that it states", "a purchase outside of it", "a purchase in it"));
        }
    }

    /** Adds an outcome if somebody asks for it; a rule that fails to say what it found decides nothing by that. */
    private void explainWith(PlannedRule rule, Supplier<RuleOutcome> outcome) {
        if (notApplied == null) {
            return;
        }
        try {
            notApplied.add(outcome.get());
        } catch (RefusedSignal failed) {
            notApplied.add(failure(rule, failed));
        }
    }

    private static RuleOutcome failure(PlannedRule rule, RefusedSignal failed) {
        return new RuleOutcome.NotApplied(
                rule.id(), "the rule itself", failed.refusal().message(), "an answer");
    }

    private boolean areConditionsMet(PlannedRule rule) {
        for (PurchaseCondition condition : rule.conditions()) {
            Finding finding = check(rule, condition);
            if (!finding.met()) {
                explainWith(
                        rule,
                        () -> new RuleOutcome.NotApplied(
                                rule.id(),
                                RuleGuard.ask(rule.id(), "description", condition::describe),
                                RuleGuard.ask(rule.id(), "finding", finding::found),
                                RuleGuard.ask(rule.id(), "finding", finding::required)));
                return false;
            }
        }
        return true;
    }

    private Finding check(PlannedRule rule, PurchaseCondition condition) {
        try {
            return RuleGuard.answered(rule.id(), "condition", condition.check(facts));
        } catch (Throwable e) {
            throw RuleGuard.failure(rule.id(), "condition", e);
        }
    }

    private int @Nullable [] select(PlannedRule rule) {
        Selector selector = rule.rule().selector();
        int[] selected = Selectors.everything().equals(selector) ? earningLines : selected(rule.id(), selector);
        if (selected.length > 0) {
            return selected;
        }
        explainWith(rule, () -> {
            String words = RuleGuard.ask(rule.id(), "description", selector::describe);
            return new RuleOutcome.NotApplied(rule.id(), words, "no such line that earns", "a line of " + words);
        });
        return null;
    }

    private int[] selected(String rule, Selector selector) {
        int[] chosen = new int[earningLines.length];
        int count = 0;
        for (int index : earningLines) {
            if (selects(rule, selector, lines.get(index))) {
                chosen[count++] = index;
            }
        }
        return count == chosen.length ? chosen : Arrays.copyOf(chosen, count);
    }

    private static boolean selects(String rule, Selector selector, PurchaseLine line) {
        try {
            return selector.selects(line);
        } catch (Throwable e) {
            throw RuleGuard.failure(rule, "selector", e);
        }
    }
}
