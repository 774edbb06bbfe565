package dev.laurel.program;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Effect;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the time for which a rule holds back its points. */
final class HoldBackCheck {
    private final LoyaltyProgram.Builder program;

    HoldBackCheck(LoyaltyProgram.Builder program) {
        this.program = program;
    }

    Optional<ProgramProblem> problem(EarnRule rule) {
        Period holdBack = rule.holdBack();
        if (holdBack.isZero()) {
            return Optional.empty();
        }
        if (!(rule.effect() instanceof Effect.Earns)) {
            return problem(
                    rule, "has a hold-back of its own, but is a multiplier", "state it on the rule that it multiplies");
        }
        if (!ProgramCheck.isPositive(holdBack) || ProgramCheck.isVast(holdBack)) {
            return problem(rule, "holds points back for " + holdBack, "give a positive period of at most 1000 years");
        }
        Expiry expiry = expiryOf(rule.currency());
        return problem(rule, expiry instanceof Expiry.Suspended suspended ? suspended.expiry() : expiry);
    }

    private static Optional<ProgramProblem> problem(EarnRule rule, @Nullable Expiry expiry) {
        return expiry instanceof Expiry.Dated dated && outlasts(rule.holdBack(), dated)
                ? problem(
                        rule,
                        "holds points back for " + rule.holdBack() + ", but they expire " + dated.describe(),
                        "hold them back for less, or let them expire later")
                : Optional.empty();
    }

    private static Optional<ProgramProblem> problem(EarnRule rule, String wrong, String remedy) {
        return Optional.of(new ProgramProblem("rule '" + rule.id() + "'", wrong, remedy));
    }

    private @Nullable Expiry expiryOf(@Nullable PointCurrency currency) {
        return program.points.stream()
                .filter(policy -> currency == null || policy.currency().equals(currency))
                .map(PointPolicy::expiry)
                .findFirst()
                .orElse(null);
    }

    /** Whether points would expire before they become available, or then, whenever they are earned. */
    private static boolean outlasts(Period holdBack, Expiry.Dated expiry) {
        Period longest = expiry instanceof Expiry.AtEndOf end
                ? sum(end.period(), end.window().length())
                : expiry.period();
        boolean inEachPart = holdBack.toTotalMonths() >= longest.toTotalMonths() && days(holdBack) >= days(longest);
        // No month has less than 28 days or more than 31.
        return inEachPart
                || holdBack.toTotalMonths() * 28 + days(holdBack) >= longest.toTotalMonths() * 31 + days(longest);
    }

    private static Period sum(Period left, Period right) {
        return Period.ofMonths((int) (left.toTotalMonths() + right.toTotalMonths()))
                .plusDays(days(left) + days(right));
    }

    private static long days(Period period) {
        return period.get(ChronoUnit.DAYS);
    }
}
