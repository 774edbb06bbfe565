package dev.laurel.program;

import dev.laurel.occasion.Goal;
import dev.laurel.occasion.Sum;
import dev.laurel.occasion.SumGoal;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierFall;
import dev.laurel.tier.TierUpgrade;
import dev.laurel.time.Dates;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the ladders of a program. */
final class LaddersCheck {
    private final LoyaltyProgram.Builder program;
    private final AnswersCheck answers;
    private final Map<Tier, String> ladders = new HashMap<>();
    private @Nullable Currency money;

    LaddersCheck(LoyaltyProgram.Builder program, AnswersCheck answers) {
        this.program = program;
        this.answers = answers;
    }

    void check() {
        Set<String> seen = new HashSet<>();
        for (Ladder ladder : program.ladders) {
            String where = where(ladder);
            if (!seen.add(ladder.id())) {
                answers.problem(where, "has an id that another ladder has", "give each ladder its own id");
            }
            if (ladder.steps().size() < 2) {
                answers.problem(where, "has one tier only", "add another with then(…) or onlyGranted(…)");
            }
            checkTiers(ladder);
            checkTimes(where, ladder);
        }
    }

    private static String where(Ladder ladder) {
        return "ladder '" + ladder.id() + "'";
    }

    private void checkTiers(Ladder ladder) {
        Ladder.@Nullable Step before = null;
        for (Ladder.Step step : ladder.steps()) {
            String where = "tier '" + step.tier().id() + "'";
            String other = ladders.putIfAbsent(step.tier(), ladder.id());
            if (other != null) {
                answers.problem(
                        where,
                        other.equals(ladder.id()) ? "is declared twice" : "is on ladder '" + other + "' too",
                        "declare it once");
            }
            Goal goal = step.goal();
            if (goal != null) {
                answers.checkMentions(where, goal.mentions());
                checkMoney(where, goal);
                if (before != null && before.goal() != null && !isHarder(goal, before.goal())) {
                    answers.problem(
                            where,
                            "is reached from " + goal.describe() + ", not above the one below it, "
                                    + before.goal().describe(),
                            "list tiers in ascending order");
                }
            }
            before = goal == null ? before : step;
        }
    }

    /** Where the program names no money, the first amount of a ladder does. */
    private void checkMoney(String where, Goal goal) {
        for (Currency currency : goal.mentions().currencies()) {
            money = money == null ? currency : money;
            if (program.money == null && !money.equals(currency)) {
                answers.problem(
                        where,
                        "speaks of " + currency.getCurrencyCode() + ", but a tier before it of "
                                + money.getCurrencyCode(),
                        "give amounts in the program's currency");
            }
        }
    }

    /** Whether a goal asks for more than another, as far as that can be told: where both ask for the same sums, joined alike. */
    private static boolean isHarder(Goal goal, Goal other) {
        List<SumGoal> parts = goal.parts();
        List<SumGoal> others = other.parts();
        if (parts.size() != others.size()
                || parts.get(0).getClass() != others.get(0).getClass()) {
            return true;
        }
        boolean isMore = false;
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).sum().equals(others.get(i).sum())) {
                return true;
            }
            if (parts.get(i).kept() < others.get(i).kept()) {
                return parts.size() > 1;
            }
            isMore |= parts.get(i).kept() > others.get(i).kept();
        }
        return isMore;
    }

    private void checkTimes(String where, Ladder ladder) {
        Set<Window> windows = ladder.sums().stream().map(Sum::window).collect(Collectors.toSet());
        if (windows.size() > 1) {
            answers.problem(
                    where,
                    "asks for sums "
                            + windows.stream().map(Window::describe).sorted().collect(Collectors.joining(" and ")),
                    "ask for sums of the same window, or declare two ladders");
            return;
        }
        Window window = ladder.window().orElse(null);
        if (window instanceof Dates dates) {
            answers.problem(
                    where,
                    "counts " + dates.describe() + ", which comes once",
                    "count in windows that come again, such as calendar years");
            return;
        }
        Moment kept = ladder.keptAsSaid();
        if (kept != null && answers.time(where).isRight(window)) {
            answers.time(where).check(kept, "is kept until a moment");
        }
        checkFall(where, ladder, window);
        checkUpgrade(where, ladder, window);
    }

    private void checkFall(String where, Ladder ladder, @Nullable Window window) {
        if (window instanceof Window.Rolling && ladder.fall() != TierFall.TO_EARNED) {
            answers.problem(
                    where,
                    "counts " + window.describe() + ", but is " + ladder.fall().describe(),
                    "let its tiers fall to what is earned, which is asked every day");
        }
        if (window instanceof Window.Unending && !(ladder.kept() instanceof Moment.Never)) {
            answers.problem(
                    where,
                    "counts " + window.describe() + ", so what is reached stays, but its tiers end",
                    "leave kept(…) out, or count in windows that end");
        }
    }

    private void checkUpgrade(String where, Ladder ladder, @Nullable Window window) {
        if (ladder.upgrade() == TierUpgrade.AT_ONCE) {
            return;
        }
        if (window == null || window instanceof Window.Rolling || window instanceof Window.Unending) {
            answers.problem(
                    where,
                    "upgrades from the next window on, but has none that follow one another",
                    "upgrade at once, or count in windows such as calendar years");
        } else if (ladder.kept().leastDays() < 1) {
            answers.problem(
                    where,
                    "upgrades from the next window on, but a tier can be over by then",
                    "keep tiers longer, such as to the end of the next window");
        }
    }
}
