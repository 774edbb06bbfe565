package dev.laurel.program;

import dev.laurel.id.Identifiers;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import dev.laurel.time.CalendarWindow;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Finds what is wrong with the expiry of a point currency. */
final class ExpiryCheck {
    private static final String POSITIVE = "give a positive period of at most 1000 years";

    private final LoyaltyProgram.Builder program;
    private final String where;
    private final List<ProgramProblem> problems;

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
    }

    private void problem(String wrong, String remedy) {
        problems.add(new ProgramProblem(where, wrong, remedy));
    }

    void check(Expiry expiry) {
        if (expiry instanceof Expiry.AfterInactivity inactivity) {
            check(inactivity);
        } else if (expiry instanceof Expiry.Dated dated) {
            check(dated, "expires");
        } else if (expiry instanceof Expiry.FromAvailability available) {
            check(available.expiry(), "expires");
        } else if (expiry instanceof Expiry.Suspended suspended) {
            check(suspended.expiry());
            check(suspended.afterwards(), "after a suspension expires");
            checkTiers(suspended);
        }
    }

    private void check(Expiry.AfterInactivity inactivity) {
        if (!ProgramCheck.isPositive(inactivity.period()) || ProgramCheck.isVast(inactivity.period())) {
            problem("expires after inactivity of " + inactivity.period(), POSITIVE);
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

    private void check(Expiry.Dated expiry, String what) {
        Period period = expiry.period();
        if (expiry instanceof Expiry.AtEndOf) {
            if (ProgramCheck.isNegative(period) || ProgramCheck.isVast(period)) {
                problem(what + " after " + period, "give a period of zero to 1000 years");
            }
        } else if (expiry instanceof Expiry.AtStartOf start
                && (!ProgramCheck.isPositive(period) || !reachesNext(start.window(), period))) {
            problem(
                    what + " after " + period + " rounded down to the start of the "
                            + start.window().noun() + ", which can lie before earning",
                    "give a period of at least one " + start.window().noun() + ", or round up");
        } else if (!ProgramCheck.isPositive(period) || ProgramCheck.isVast(period)) {
            problem(what + " after " + period, POSITIVE);
        }
    }

    /** Whether a positive period from any day of a window ends in a later one. */
    private static boolean reachesNext(CalendarWindow window, Period period) {
        // No month has less than 28 days.
        long leastDays = period.toTotalMonths() * 28 + period.get(ChronoUnit.DAYS);
        long months = window.length().toTotalMonths();
        return (months > 0 && period.toTotalMonths() >= months) || leastDays >= window.mostDays();
    }

    private void checkTiers(Expiry.Suspended suspended) {
        TierLadder ladder = program.ladder;
        if (suspended.tiers().isEmpty()) {
            problem("is suspended for no tier", "name a tier, or leave the suspension out");
        }
        for (Tier tier : suspended.tiers()) {
            if (ladder == null || ladder.rankOf(tier) < 0) {
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
