package dev.laurel.program;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.time.Dates;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with when the points of a rule become available and expire. */
final class AvailabilityCheck {
    private final LoyaltyProgram.Builder program;
    private final String where;
    private final List<ProgramProblem> problems;
    private final TimeCheck time;

    AvailabilityCheck(LoyaltyProgram.Builder program, String where, List<ProgramProblem> problems) {
        this.program = program;
        this.where = where;
        this.problems = problems;
        time = new TimeCheck(where, problems);
    }

    private void problem(String wrong, String remedy) {
        problems.add(new ProgramProblem(where, wrong, remedy));
    }

    /**
     * Checks what a rule says of its points.
     *
     * @param currency their currency, or null for the program's first
     * @param available from when they can be spent, or null for at once
     * @param own when they expire, or null if their currency says so
     */
    void check(@Nullable PointCurrency currency, @Nullable Moment available, @Nullable Expiry own) {
        if (available == null && own == null) {
            return;
        }
        int before = problems.size();
        if (available instanceof Moment.Never) {
            problem("never makes its points available", "give the moment from which they can be spent");
        } else if (available != null) {
            time.check(available, "makes points available");
        }
        if (own != null) {
            checkExpiry(own);
        }
        Expiry expiry = own == null ? expiryOf(currency) : own;
        if (problems.size() == before && available != null && expiry != null && !expiry.isFromAvailability()) {
            checkOrder(available, expiry.date());
        }
    }

    private void checkExpiry(Expiry expiry) {
        if (expiry.inactivity() != null) {
            problem(
                    "lets its points expire by inactivity, which ends all points of a currency together",
                    "state that in points(…), or give a moment");
        } else if (expiry.date() instanceof Moment.Never) {
            problem("lets its points never expire", "give a moment, or declare a currency whose points never do");
        } else {
            time.check(expiry.date(), "expires");
        }
    }

    private void checkOrder(Moment available, Moment expiry) {
        if (outlasts(available, expiry)) {
            problem(
                    "makes points available " + available.describe("earning") + ", but they expire "
                            + expiry.describe("earning"),
                    "make them available earlier, or let them expire later");
        }
    }

    private @Nullable Expiry expiryOf(@Nullable PointCurrency currency) {
        return program.points.stream()
                .filter(policy -> currency == null || policy.currency().equals(currency))
                .map(PointPolicy::expiry)
                .findFirst()
                .orElse(null);
    }

    /** Whether points would expire before they become available, or then, whenever they are earned. */
    private static boolean outlasts(Moment available, Moment expiry) {
        Period shortest = shortest(available);
        Period longest = longest(expiry);
        boolean inEachPart = shortest != null
                && longest != null
                && shortest.toTotalMonths() >= longest.toTotalMonths()
                && days(shortest) >= days(longest);
        boolean isDated = expiry.mostDays() != Long.MAX_VALUE;
        return inEachPart || (isDated && available.leastDays() >= expiry.mostDays());
    }

    /** A civil period that the moment is later by at least, or null if none is known. */
    private static @Nullable Period shortest(Moment moment) {
        if (moment instanceof Moment.After after) {
            return after.period();
        }
        return moment instanceof Moment.Border border && border.isEnd() && !(border.window() instanceof Dates)
                ? border.period()
                : null;
    }

    /** A civil period that the moment is later by at most, or null if none is known. */
    private static @Nullable Period longest(Moment moment) {
        if (moment instanceof Moment.After after) {
            return after.period();
        }
        return moment instanceof Moment.Border border && !(border.window() instanceof Dates)
                ? border.isEnd() ? sum(border.period(), border.window().length()) : border.period()
                : null;
    }

    private static Period sum(Period left, Period right) {
        return Period.ofMonths((int) (left.toTotalMonths() + right.toTotalMonths()))
                .plusDays(days(left) + days(right));
    }

    private static long days(Period period) {
        return period.get(ChronoUnit.DAYS);
    }
}
