package dev.laurel.program;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.rule.Cap;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.MoneyStep;
import dev.laurel.rule.MoneySteps;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.TermsOfReturn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with steps of a rule. Whether they are in the program's money is found with all else that it mentions. */
final class StepsCheck {
    private final LoyaltyProgram.Builder program;
    private final List<ProgramProblem> problems;

    StepsCheck(LoyaltyProgram.Builder program, List<ProgramProblem> problems) {
        this.program = program;
        this.problems = problems;
    }

    private void problem(String where, String wrong, String remedy) {
        problems.add(new ProgramProblem(where, wrong, remedy));
    }

    void check(String where, EarnRule rule) {
        if (rule.effect().amount() instanceof MoneySteps steps) {
            checkAscending(where, "has a step", steps.steps());
            checkCurrency(where, rule, steps);
            checkCaps(where, rule, steps);
            if (rule.step() != RoundingStep.PER_PURCHASE) {
                problem(
                        where,
                        "earns by steps of a total, but is rounded "
                                + rule.step().describe(),
                        "round it per purchase");
            }
        }
        if (!rule.hasUsualReturns() && rule.returns() instanceof TermsOfReturn.WorkedOutAnew anew) {
            checkAscending(where, "is worked out anew by a step", anew.steps());
        }
    }

    private void checkAscending(String where, String what, List<MoneyStep> steps) {
        @Nullable Money before = null;
        for (MoneyStep step : steps) {
            if (before != null && !before.currency().equals(step.from().currency())) {
                // That is told as money of another currency.
                return;
            }
            if (before != null && step.from().compareTo(before) <= 0) {
                problem(
                        where,
                        what + " from " + step.from() + " on, not above the one before it, from " + before + " on",
                        "list steps in ascending order");
            }
            before = step.from();
        }
    }

    private void checkCurrency(String where, EarnRule rule, MoneySteps steps) {
        PointCurrency named = rule.currency();
        PointCurrency awarded = named == null && !program.points.isEmpty()
                ? program.points.get(0).currency()
                : named;
        if (awarded != null && !awarded.equals(steps.currency())) {
            problem(
                    where,
                    "awards '" + awarded.id() + "', but has steps of '"
                            + steps.currency().id() + "'",
                    "award the points that the steps give");
        }
    }

    private void checkCaps(String where, EarnRule rule, MoneySteps steps) {
        for (Cap cap : rule.caps()) {
            for (MoneyStep step : steps.steps()) {
                if (cap instanceof PointCap points
                        && step.unit() == null
                        && points.most().currency().equals(steps.currency())
                        && points.most().count() < step.points()) {
                    problem(
                            where,
                            "awards " + step.describe() + " from " + step.from() + " on, but at most " + cap.describe(),
                            "raise the cap, or award less");
                }
            }
        }
    }
}
