package dev.laurel.program;

import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the windows and moments of a part of a program. */
final class TimeCheck {
    private static final String POSITIVE = "give a positive period of at most 1000 years";

    private final String where;
    private final List<ProgramProblem> problems;

    /**
     * A check that tells its problems.
     *
     * @param where the part
     * @param problems where to add them
     */
    TimeCheck(String where, List<ProgramProblem> problems) {
        this.where = where;
        this.problems = problems;
    }

    private void problem(String wrong, String remedy) {
        problems.add(new ProgramProblem(where, wrong, remedy));
    }

    /** Checks in what something is counted, or null for each purchase. */
    void check(@Nullable Window window) {
        if (window instanceof BoundedWindow.Grid grid) {
            checkGrid(grid);
        } else if (window instanceof Window.Rolling rolling && isUnusual(rolling.period())) {
            problem("counts over the last " + rolling.period(), POSITIVE);
        }
    }

    /** Whether nothing is wrong with a window. */
    boolean isRight(@Nullable Window window) {
        List<ProgramProblem> found = new ArrayList<>();
        new TimeCheck(where, found).check(window);
        return found.isEmpty();
    }

    private void checkGrid(BoundedWindow.Grid grid) {
        Period period = grid.period();
        if (isUnusual(period)) {
            problem("counts in windows of " + period, POSITIVE);
        } else if (period.toTotalMonths() != 0 && period.get(ChronoUnit.DAYS) != 0) {
            problem(
                    "counts in windows of " + period + ", which mixes months and days",
                    "give weeks and days alone, or months and years alone");
        }
    }

    /**
     * Checks a moment that must lie after what it is worked out from.
     *
     * @param what what happens then, such as {@code expires}
     */
    void check(Moment moment, String what) {
        if (moment instanceof Moment.After after) {
            if (isUnusual(after.period())) {
                problem(what + " after " + after.period(), POSITIVE);
            }
        } else if (moment instanceof Moment.Border border) {
            check(border, what);
        } else if (moment instanceof Moment.Later later) {
            check(later.moment(), what);
            if (ProgramCheck.isNegative(later.period()) || ProgramCheck.isVast(later.period())) {
                problem(what + " " + later.period() + " later than a moment", "give a period of zero to 1000 years");
            }
        } else if (moment instanceof Moment.Earlier earlier) {
            check(earlier.one(), what);
            check(earlier.other(), what);
        }
    }

    private void check(Moment.Border border, String what) {
        int before = problems.size();
        check(border.window());
        Period period = border.period();
        if (problems.size() > before || border.window() instanceof Dates) {
            return;
        }
        if (border.isEnd()) {
            if (ProgramCheck.isNegative(period) || ProgramCheck.isVast(period)) {
                problem(what + " after " + period, "give a period of zero to 1000 years");
            }
        } else if (!ProgramCheck.isPositive(period) || !reachesNext(border.window(), period)) {
            String window = border.window().noun();
            problem(
                    what + " after " + period + " rounded down to the start of the " + window
                            + ", which can lie before earning",
                    "give a period of at least one " + window + ", or round up");
        } else if (ProgramCheck.isVast(period)) {
            problem(what + " after " + period, POSITIVE);
        }
    }

    private static boolean isUnusual(Period period) {
        return !ProgramCheck.isPositive(period) || ProgramCheck.isVast(period);
    }

    /** Whether a period from any day of a window ends in a later one. */
    private static boolean reachesNext(BoundedWindow window, Period period) {
        // No month has less than 28 days.
        long leastDays = period.toTotalMonths() * 28 + period.get(ChronoUnit.DAYS);
        long months = window.length().toTotalMonths();
        return (months > 0 && period.toTotalMonths() >= months) || leastDays >= window.mostDays();
    }
}
