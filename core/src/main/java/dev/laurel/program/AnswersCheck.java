package dev.laurel.program;

import dev.laurel.condition.Mentions;
import dev.laurel.condition.Scope;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.tier.Tier;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Holds what a declared part says of itself against the program. Rules, rewards and offers may be made of others' selectors,
 * conditions and amounts: what those throw, or say wrongly, is a problem of the part.
 */
final class AnswersCheck {
    private final LoyaltyProgram.Builder program;
    private final List<ProgramProblem> problems;

    AnswersCheck(LoyaltyProgram.Builder program, List<ProgramProblem> problems) {
        this.program = program;
        this.problems = problems;
    }

    void problem(String where, String wrong, String remedy) {
        problems.add(new ProgramProblem(where, wrong, remedy));
    }

    /** Checks the windows and moments of a part. */
    TimeCheck time(String where) {
        return new TimeCheck(where, problems);
    }

    /** Does a check that asks others, and looks at how the part and what it is made of describe themselves. */
    @SuppressWarnings("NullAway") // The parts may be others', which are not held to what they promise.
    void check(String where, List<Supplier<String>> parts, Runnable check, Supplier<String> description) {
        try {
            check.run();
            String text = description.get();
            if (parts.stream().anyMatch(part -> part.get() == null)) {
                problem(where, "has a part that does not describe itself", "return words from its describe()");
            }
            if (text.chars().anyMatch(Character::isISOControl)) {
                problem(where, "describes itself with control characters", "use one line of words");
            }
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            problem(
                    where,
                    "has a part that threw " + e.getClass().getName() + " when it was asked about itself",
                    "mend that part, or nest its parts less deeply");
        }
    }

    void checkMentions(String where, Mentions mentions) {
        for (Tier tier : mentions.tiers()) {
            if (program.ladderOf(tier) == null) {
                problem(
                        where,
                        "asks for tier '" + tier.id() + "', which the program does not have",
                        "declare it in a ladder");
            }
        }
        for (Currency currency : mentions.currencies()) {
            if (isOtherMoney(currency)) {
                problem(
                        where,
                        "speaks of " + currency.getCurrencyCode() + ", which is not the program's money",
                        "give amounts in the program's currency");
            }
        }
    }

    /** Whether nothing can be in a scope: a member holds one tier of each ladder. */
    boolean isEmpty(Scope scope) {
        return scope.isEmpty() || program.ladders.stream().anyMatch(ladder -> hasNoTierFor(ladder, scope));
    }

    private static boolean hasNoTierFor(Ladder ladder, Scope scope) {
        List<Set<Tier>> sets = scope.tiers().stream()
                .filter(tiers -> tiers.stream().allMatch(ladder::has))
                .toList();
        return ladder.steps().stream().noneMatch(step -> sets.stream().allMatch(tiers -> tiers.contains(step.tier())));
    }

    boolean isOtherMoney(Currency currency) {
        return program.money != null && !program.money.equals(currency);
    }

    /** Whether nothing can earn a point currency here: it is not there, or retired. */
    boolean isUnknown(PointCurrency currency) {
        return program.points.stream().noneMatch(policy -> policy.currency().equals(currency));
    }

    /** Whether nothing can cost a point currency here: it is not there. What is retired can still be spent. */
    boolean isNowhere(PointCurrency currency) {
        return isUnknown(currency)
                && program.retired.points().stream()
                        .noneMatch(policy -> policy.currency().equals(currency));
    }
}
