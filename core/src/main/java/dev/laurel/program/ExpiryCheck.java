package dev.laurel.program;

import dev.laurel.id.Identifiers;
import dev.laurel.tier.Tier;
import dev.laurel.time.Expiry;
import dev.laurel.time.Inactivity;
import dev.laurel.time.Moment;
import java.util.List;
import java.util.Set;

/** Finds what is wrong with the terms of a point currency. */
final class ExpiryCheck {
    private static final String POSITIVE = "give a positive period of at most 1000 years";

    private final LoyaltyProgram.Builder program;
    private final String where;
    private final List<ProgramProblem> problems;
    private final TimeCheck time;

    /**
     * A check that tells its problems.
     *
     * @param where the currency
     * @param problems where to add them
     */
    ExpiryCheck(LoyaltyProgram.Builder program, String where, List<ProgramProblem> problems) {
        this.program = program;
        this.where = where;
        this.problems = problems;
        time = new TimeCheck(where, problems);
    }

    private void problem(String wrong, String remedy) {
        problems.add(new ProgramProblem(where, wrong, remedy));
    }

    void check(PointTerms terms) {
        Expiry expiry = terms.expiry();
        Inactivity inactivity = expiry.inactivity();
        boolean isDated = !(expiry.date() instanceof Moment.Never);
        if (inactivity != null) {
            check(inactivity);
            if (!isDated && expiry instanceof Expiry.Sooner) {
                problem("expires at the earlier of inactivity and never", "leave never() out");
            }
        }
        time.check(expiry.date(), "expires");
        if (terms.afterwards() != null) {
            time.check(terms.afterwards(), "after a suspension expires");
            if (terms.afterwards() instanceof Moment.Never) {
                problem("never expires after a suspension", "give the moment at which points expire then");
            }
            if (terms.suspending().isEmpty()) {
                problem("says what comes after a suspension, but is suspended for no tier", "name a tier");
            }
        }
        if (!terms.suspending().isEmpty() && inactivity == null && !isDated) {
            problem("is suspended, but never expires", "leave the suspension out");
        }
        checkTiers(terms.suspending());
        if (!terms.extension().isZero()
                && (!isDated || inactivity != null || !terms.suspending().isEmpty())) {
            problem(
                    "lets points that come back last longer, but they expire " + expiry.describe()
                            + (terms.suspending().isEmpty() ? "" : ", unless a tier suspends it"),
                    "let them expire at a date that no tier suspends, or leave it out");
        }
    }

    private void check(Inactivity inactivity) {
        if (!ProgramCheck.isPositive(inactivity.period()) || ProgramCheck.isVast(inactivity.period())) {
            problem("expires after inactivity of " + inactivity.period(), POSITIVE);
        }
        if (ProgramCheck.isNegative(inactivity.grace()) || ProgramCheck.isVast(inactivity.grace())) {
            problem("expires " + inactivity.grace() + " after inactivity", "give a period of zero to 1000 years");
        }
        if (inactivity.activities().isEmpty() && inactivity.named().isEmpty()) {
            problem("counts nothing as activity", "name at least one activity");
        }
        for (String name : inactivity.named()) {
            try {
                Identifiers.declaredId("activity", name);
            } catch (IllegalArgumentException e) {
                problem(String.valueOf(e.getMessage()), "name it as the host's events do");
            }
        }
    }

    private void checkTiers(Set<Tier> tiers) {
        for (Tier tier : tiers) {
            Ladder ladder = program.ladderOf(tier);
            if (ladder == null) {
                problem(
                        "is suspended for tier '" + tier.id() + "', which the program does not have",
                        "add that tier too");
            } else if (ladder.rankOf(tier) == 0) {
                problem(
                        "is suspended for tier '" + tier.id() + "', which is the lowest, so everybody begins with it",
                        "name higher tiers, or let points never expire");
            }
        }
    }
}
