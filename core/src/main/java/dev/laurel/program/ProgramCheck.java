package dev.laurel.program;

import com.google.common.collect.Iterables;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Scope;
import dev.laurel.event.Payment;
import dev.laurel.id.Identifiers;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.Points;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.MemberRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PurchaseRule;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.Rule;
import dev.laurel.rule.TermsOfReturn;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with a program, in the order of its parts. */
final class ProgramCheck {
    private static final long MAX_MONTHS = 12_000;

    private final LoyaltyProgram.Builder program;
    private final List<ProgramProblem> problems = new ArrayList<>();
    private final AnswersCheck answers;
    private final Map<String, Rule> byId = new HashMap<>();
    private final CapsCheck caps;

    ProgramCheck(LoyaltyProgram.Builder program) {
        this.program = program;
        answers = new AnswersCheck(program, problems);
        caps = new CapsCheck(program, byId, problems);
    }

    List<ProgramProblem> problems() {
        checkHead();
        checkPoints();
        new ExclusionsCheck(program).check(answers);
        new LaddersCheck(program, answers).check();
        checkRules();
        caps.check();
        new OfferingsCheck(program, answers).check();
        new CountersCheck(program, answers).check();
        new RetiredCheck(program, problems).check();
        return problems;
    }

    private void problem(String where, String wrong, String remedy) {
        problems.add(new ProgramProblem(where, wrong, remedy));
    }

    private void checkHead() {
        checked("program", () -> Identifiers.declaredId("id", program.id), "give it a kebab-case id");
        checked(
                "program",
                () -> Identifiers.text("version", program.version, 40),
                "give it a version such as '2026.1'");
        if (program.zone == null) {
            problem(
                    "program",
                    "has no zone",
                    "say in which zone dates are read, such as zone(ZoneId.of(\"Europe/Berlin\"))");
        }
        if (program.money == null) {
            problem(
                    "program",
                    "has no money",
                    "say in which currency purchases are, such as money(Currency.getInstance(\"EUR\"))");
        }
        LocalDate from = program.inForceFrom;
        if (from != null && (from.getYear() < 1 || from.getYear() > 9999)) {
            problem("program", "is in force from " + from + " on", "give a date in the years 1 to 9999");
        }
        if (isNegative(program.returnPeriod) || isVast(program.returnPeriod)) {
            problem("program", "accepts returns for " + program.returnPeriod, "give a period of zero to 1000 years");
        }
        if (isNegative(program.longestHold) || isVast(program.longestHold)) {
            problem("program", "lets holds last " + program.longestHold, "give a period of zero to 1000 years");
        }
        if (isNegative(program.lateLimit) || isVast(program.lateLimit)) {
            problem("program", "has a late limit of " + program.lateLimit, "give a limit of zero to 1000 years");
        }
    }

    private void checked(String where, Runnable check, String remedy) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            problem(where, String.valueOf(e.getMessage()), remedy);
        }
    }

    private void checkPoints() {
        if (program.points.isEmpty()) {
            problem(
                    "program",
                    "has no point currency",
                    "add one with points(PointCurrency.of(\"points\"), PointTerms.expiring(Moment.never()))");
        }
        Set<PointCurrency> seen = new HashSet<>();
        for (PointPolicy policy : Iterables.concat(program.points, program.retired.points())) {
            String where = "point currency '" + policy.currency().id() + "'";
            if (program.points.contains(policy) && !seen.add(policy.currency())) {
                problem(where, "is declared twice", "declare it once");
            }
            new ExpiryCheck(program, where, problems).check(policy.terms());
        }
    }

    static boolean isNegative(Period period) {
        return period.getYears() < 0 || period.getMonths() < 0 || period.get(ChronoUnit.DAYS) < 0;
    }

    static boolean isVast(Period period) {
        return period.toTotalMonths() > MAX_MONTHS || period.get(ChronoUnit.DAYS) > MAX_MONTHS * 31;
    }

    static boolean isPositive(Period period) {
        return !isNegative(period) && !period.isZero();
    }

    private void checkRules() {
        if (program.rules.isEmpty() && !hasAnythingElse()) {
            problem(
                    "program",
                    "has neither rules nor tiers, rewards, offers or benefits, so nothing could ever happen",
                    "add a rule with earn(…), or one of the others");
        }
        for (Rule rule : program.rules) {
            if (byId.putIfAbsent(rule.id(), rule) != null) {
                problem("rule '" + rule.id() + "'", "has an id that another rule has", "give each rule its own id");
            }
        }
        for (Rule rule : program.rules) {
            checkAnswers(rule);
        }
    }

    private boolean hasAnythingElse() {
        return !program.ladders.isEmpty()
                || !program.rewards.isEmpty()
                || !program.offers.isEmpty()
                || !program.benefits.isEmpty();
    }

    private void checkAnswers(Rule rule) {
        answers.check("rule '" + rule.id() + "'", partsOf(rule), () -> checkRule(rule), rule::describe);
    }

    private static List<Supplier<String>> partsOf(Rule rule) {
        List<Supplier<String>> parts = new ArrayList<>();
        rule.conditions().forEach(condition -> parts.add(condition::describe));
        if (rule instanceof PurchaseRule onPurchases) {
            parts.add(onPurchases.selector()::describe);
        }
        if (rule instanceof EarnRule earns) {
            parts.add(earns.effect().amount()::describe);
            parts.add(earns.effect().amount()::inTerms);
        }
        return parts;
    }

    private void checkRule(Rule rule) {
        String where = "rule '" + rule.id() + "'";
        if (answers.isEmpty(scopeOf(rule))) {
            problem(where, "can never match", "mend its dates, tiers or selectors, which exclude one another");
        }
        PointCurrency named = rule instanceof EarnRule earns
                ? earns.currency()
                : rule instanceof MemberRule onMember
                        ? onMember.points().map(Points::currency).orElse(null)
                        : null;
        if (named != null && answers.isUnknown(named)) {
            problem(
                    where,
                    "awards '" + named.id() + "', which is no currency of the program",
                    "declare it with points(…)");
        }
        answers.checkMentions(where, rule.mentions());
        caps.check(where, rule);
        if (rule instanceof EarnRule earns) {
            checkEarning(where, earns);
        } else if (rule instanceof Multiplier multiplier) {
            checkMultiplied(where, multiplier.effect().rule());
            checkFactor(where, multiplier);
        } else if (rule instanceof MemberRule onMember) {
            new MemberRuleCheck(program, onMember, problems).check();
        }
    }

    private static Scope scopeOf(Rule rule) {
        Scope scope = rule instanceof PurchaseRule onPurchases
                ? onPurchases.selector().scope()
                : Scope.ANY;
        for (PurchaseCondition condition : rule.conditions()) {
            scope = scope.and(condition.scope());
        }
        return scope;
    }

    private void checkEarning(String where, EarnRule rule) {
        new AvailabilityCheck(program, where, problems).check(rule.currency(), rule.available(), rule.expiry());
        if (!rule.hasUsualReturns()) {
            checkReturns(where, rule.returns());
        }
        new StepsCheck(program, problems).check(where, rule);
        checkMethod(where, rule);
        if (fixedPoints(rule) > 0 && rule.step() != RoundingStep.PER_PURCHASE) {
            problem(where, "is a fixed addition, but rounded " + rule.step().describe(), "round it per purchase");
        }
    }

    private void checkReturns(String where, TermsOfReturn terms) {
        @Nullable
        Money money = terms instanceof TermsOfReturn.LostBelow below
                ? below.minimum()
                : terms instanceof TermsOfReturn.WorkedOutAnew anew
                        ? anew.steps().get(0).from()
                        : null;
        if (money != null && program.money != null && !money.currency().equals(program.money)) {
            problem(
                    where,
                    "is " + terms.describe() + ", but purchases are in " + program.money.getCurrencyCode(),
                    "state the amount in " + program.money.getCurrencyCode());
        }
    }

    private void checkMethod(String where, EarnRule rule) {
        String method = rule.method();
        if (method == null) {
            return;
        }
        if (method.equals(Payment.POINTS)) {
            problem(where, "is about the part paid with points, which earns nothing", "name a payment method of money");
        }
        if (fixedPoints(rule) > 0) {
            problem(
                    where,
                    "awards " + rule.effect().amount().describe() + ", but is about a part of what is paid",
                    "award points for money or items, or leave out the payment method");
        }
    }

    private void checkFactor(String where, Multiplier rule) {
        Ratio factor = rule.effect().factor();
        if (factor.signum() <= 0) {
            problem(where, "multiplies by " + factor + ", which leaves nothing", "multiply by more than 0");
        } else if (factor.equals(Ratio.ONE)) {
            problem(where, "multiplies by 1, which adds nothing", "multiply by more than 1, or by less");
        } else if (factor.compareTo(Ratio.ONE) < 0 && !rule.caps().isEmpty()) {
            problem(
                    where,
                    "has a cap, but multiplies by " + factor + ", which never awards anything",
                    "leave out the cap");
        }
    }

    /** A multiplier names its rule by id, and in this program another rule can have that id. */
    private void checkMultiplied(String where, String baseId) {
        Rule base = byId.get(baseId);
        if (base == null) {
            problem(where, "multiplies rule '" + baseId + "', which the program does not have", "add that rule too");
        } else if (base instanceof MemberRule) {
            problem(
                    where,
                    "multiplies rule '" + baseId + "', which is no rule on purchases",
                    "multiply a rule that earns on purchases");
        } else if (base instanceof Multiplier) {
            problem(
                    where,
                    "multiplies rule '" + baseId + "', which is a multiplier itself",
                    "multiply the rule that earns, and say how multipliers combine");
        } else if (fixedPoints(base) > 0) {
            problem(where, "multiplies rule '" + baseId + "', which is a fixed addition", "award more there instead");
        }
    }

    private static long fixedPoints(Rule rule) {
        return rule instanceof EarnRule earns ? earns.effect().amount().fixedPoints() : 0;
    }
}
