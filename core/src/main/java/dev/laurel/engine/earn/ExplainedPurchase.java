package dev.laurel.engine.earn;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.laurel.decision.Explanation;
import dev.laurel.decision.RuleOutcome;
import dev.laurel.engine.plan.Candidates;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedRule;
import dev.laurel.event.Purchase;
import dev.laurel.money.Ratio;
import dev.laurel.rule.Effect;
import dev.laurel.rule.MoneySteps;
import java.util.ArrayList;
import java.util.List;

/**
 * A purchase with what its rules came to, of which the outcomes are made when somebody reads them. Rules and their conditions give the
 * same answer whenever they are asked, so those that were asked for the decision are asked once more for their words.
 */
final class ExplainedPurchase {
    private final Plan plan;
    private final Purchase purchase;
    private final Ratio paidWithPoints;
    private final Candidates candidates;
    private final RuleMatcher matcher;
    private final List<Match> matches;
    private final List<Award> awards;

    ExplainedPurchase(
            Plan plan,
            Purchase purchase,
            Ratio paidInMoney,
            Candidates candidates,
            RuleMatcher matcher,
            List<Match> matches,
            List<Award> awards) {
        this.plan = plan;
        this.purchase = purchase;
        this.paidWithPoints = Ratio.ONE.minus(paidInMoney);
        this.candidates = candidates;
        this.matcher = matcher;
        this.matches = matches;
        this.awards = awards;
    }

    Explanation explanation() {
        return Explanation.of(this::applied, this::considered, this::notConsidered);
    }

    // --- rules that applied ---

    /** In the order of settlement. */
    private List<RuleOutcome.Applied> applied() {
        List<RuleOutcome.Applied> outcomes = new ArrayList<>();
        for (Award award : awards) {
            Chain chain = award.chain(purchase.basket().lines());
            for (Contribution part : chain.parts()) {
                outcomes.add(applied(chain, part));
            }
        }
        return outcomes;
    }

    private RuleOutcome.Applied applied(Chain chain, Contribution part) {
        PlannedRule rule = part.rule();
        Effect.Multiplies multiplies = rule.multiplies();
        MoneySteps steps = rule.steps();
        String method = rule.method();
        ImmutableList.Builder<String> lineIds = ImmutableList.builder();
        for (int index : part.match().lines()) {
            lineIds.add(purchase.basket().lines().get(index).id());
        }
        return new RuleOutcome.Applied(
                rule.id(),
                chain.currency(),
                lineIds.build(),
                rule.multiplied(),
                multiplies == null ? null : multiplies.factor(),
                steps == null ? null : steps.reachedBy(moneyOf(part)).orElse(null),
                method == null
                        ? null
                        : new RuleOutcome.Applied.PaidPart(method, part.match().paid()),
                part.exact(),
                part.rounding(),
                part.step(),
                rule.isFixed() || method != null ? Ratio.ZERO : paidWithPoints,
                part.given(),
                part.reductions(),
                rule.rule().reason());
    }

    private Ratio moneyOf(Contribution part) {
        return part.match().money(purchase.basket().lines());
    }

    // --- candidates that did not apply ---

    /** By id, which is the order of candidates and of matches. */
    private List<RuleOutcome.NotApplied> considered() {
        List<RuleOutcome.NotApplied> outcomes = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < candidates.size(); i++) {
            PlannedRule rule = plan.rule(candidates.get(i));
            if (next == matches.size() || matches.get(next).rule() != rule) {
                outcomes.add(matcher.whyNot(rule));
            } else if (isWithoutBase(matches.get(next++))) {
                outcomes.add(matcher.withoutBase(rule));
            }
        }
        return outcomes;
    }

    private boolean isWithoutBase(Match match) {
        String multiplied = match.rule().multiplied();
        return multiplied != null
                && matches.stream().noneMatch(other -> other.rule().id().equals(multiplied) && other.hasLineIn(match));
    }

    // --- the others ---

    private List<RuleOutcome.NotConsidered> notConsidered() {
        List<RuleOutcome.NotConsidered> groups = new ArrayList<>();
        plan.leftOut(candidates).forEach((reason, ordinals) -> groups.add(group(reason, ordinals)));
        return groups;
    }

    private RuleOutcome.NotConsidered group(RuleOutcome.NotConsidered.Reason reason, List<Integer> ordinals) {
        return RuleOutcome.NotConsidered.of(
                reason,
                Lists.transform(ordinals, ordinal -> plan.rule(ordinal).id()),
                Lists.transform(ordinals, ordinal -> matcher.whyNot(plan.rule(ordinal))));
    }
}
