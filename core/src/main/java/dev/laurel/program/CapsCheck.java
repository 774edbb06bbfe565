package dev.laurel.program;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.Points;
import dev.laurel.rule.Cap;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.MemberRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the caps of rules and of a program. */
final class CapsCheck {
    private static final String PROGRAM = "program";

    private final LoyaltyProgram.Builder program;
    private final Map<String, Rule> rules;
    private final List<ProgramProblem> problems;

    CapsCheck(LoyaltyProgram.Builder program, Map<String, Rule> rules, List<ProgramProblem> problems) {
        this.program = program;
        this.rules = rules;
        this.problems = problems;
    }

    private void problem(String where, String wrong, String remedy) {
        problems.add(new ProgramProblem(where, wrong, remedy));
    }

    /** Checks the caps of the program itself. */
    void check() {
        checkCounted(PROGRAM, program.caps);
        for (Cap cap : program.caps) {
            if (cap instanceof PointCap points && !has(points.most().currency())) {
                problem(
                        PROGRAM,
                        "has a cap of '" + points.most().currency().id() + "', which is no currency of the program",
                        "declare it with points(…)");
            }
        }
    }

    private boolean has(PointCurrency currency) {
        return program.points.stream().anyMatch(policy -> policy.currency().equals(currency));
    }

    /** Checks the caps of a rule, and what it awards by those of the program. */
    void check(String where, Rule rule) {
        PointCurrency currency = currencyOf(rule);
        if (currency != null) {
            checkCurrency(where, rule.caps(), currency);
            long fixed = rule instanceof EarnRule earns
                    ? earns.effect().amount().fixedPoints()
                    : rule instanceof MemberRule onMember
                            ? onMember.points().map(Points::count).orElse(0L)
                            : 0;
            if (fixed > 0) {
                checkFixed(where, rule, fixed, currency);
            }
        }
        checkCounted(where, rule.caps());
    }

    private void checkCurrency(String where, List<Cap> caps, PointCurrency currency) {
        for (Cap cap : caps) {
            if (cap instanceof PointCap points && !points.most().currency().equals(currency)) {
                problem(
                        where,
                        "awards '" + currency.id() + "', but has a cap of '"
                                + points.most().currency().id() + "'",
                        "cap the points that it awards");
            }
        }
    }

    private void checkCounted(String where, List<Cap> caps) {
        TimeCheck time = new TimeCheck(where, problems);
        Set<Cap> counted = new TreeSet<>(Cap.BY_WHAT_IS_COUNTED);
        for (Cap cap : caps) {
            time.check(cap.window());
            if (!counted.add(cap)) {
                problem(where, "has two caps that count the same", "keep the lower one");
            }
        }
    }

    private void checkFixed(String where, Rule rule, long fixed, PointCurrency currency) {
        for (Cap cap : rule.caps()) {
            if (isBelow(cap, fixed, currency)) {
                problem(
                        where,
                        "awards " + fixedInWords(rule) + ", but at most " + cap.describe(),
                        "raise the cap, or award less");
            }
        }
        for (Cap cap : program.caps) {
            if (isBelow(cap, fixed, currency)) {
                problem(
                        where,
                        "awards " + fixedInWords(rule) + ", but all rules of the program at most " + cap.describe(),
                        "raise the cap of the program, or award less");
            }
        }
    }

    private static String fixedInWords(Rule rule) {
        return rule instanceof EarnRule earns
                ? earns.effect().amount().describe()
                : ((MemberRule) rule).points().orElseThrow().toString();
    }

    private static boolean isBelow(Cap cap, long fixed, PointCurrency currency) {
        return cap instanceof PointCap points
                && points.most().currency().equals(currency)
                && points.most().count() < fixed;
    }

    /** That of the rule itself, or of the one that it multiplies; null where the program lacks it. */
    private @Nullable PointCurrency currencyOf(Rule rule) {
        Rule earning = rule instanceof Multiplier multiplier
                ? rules.get(multiplier.effect().rule())
                : rule;
        if (earning instanceof MemberRule onMember) {
            return onMember.points().map(Points::currency).orElse(null);
        }
        if (!(earning instanceof EarnRule earns)) {
            return null;
        }
        PointCurrency named = earns.currency();
        return named == null && !program.points.isEmpty()
                ? program.points.get(0).currency()
                : named;
    }
}
