package dev.laurel.program;

import static dev.laurel.program.Markdown.code;
import static dev.laurel.program.Markdown.escaped;

import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.Goal;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.SumGoal;
import dev.laurel.tier.TierUpgrade;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import dev.laurel.time.Periods;
import dev.laurel.time.Window;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the tiers of a ladder are reached, how long they are kept and where they fall. */
final class TierTerms {
    private final Ladder ladder;
    private final boolean isNamed;
    private final @Nullable BoundedWindow bounded;
    private final String window;

    /**
     * The terms of a ladder.
     *
     * @param isNamed whether the program has others
     */
    TierTerms(Ladder ladder, boolean isNamed) {
        this.ladder = ladder;
        this.isNamed = isNamed;
        bounded = ladder.window().orElse(null) instanceof BoundedWindow ofDates ? ofDates : null;
        window = bounded == null ? "" : Wording.window(bounded);
    }

    void writeTo(Markdown terms) {
        terms.heading(2, isNamed ? "Tiers of " + code(ladder.id()) : "Tiers");
        terms.block(table().text());
        List<String> sentences = new ArrayList<>();
        if (ladder.window().isPresent()) {
            sentences.add(
                    ladder.upgrade() == TierUpgrade.AT_ONCE
                            ? "A tier is reached as soon as " + whatIsAsked()
                                    + " is reached, and that itself is enough."
                            : "A tier is held from the start of the next " + window + " on if " + whatIsAsked()
                                    + " is reached, and that itself is enough.");
            sentences.add(kept());
            if (!(ladder.kept() instanceof Moment.Never)) {
                sentences.add(fall());
            }
        }
        if (ladder.steps().stream().anyMatch(step -> step.goal() == null && !isLowest(step))) {
            sentences.add("A tier that is only granted cannot be reached by buying.");
        }
        terms.block(String.join(" ", sentences));
    }

    /** What a tier asks for, as far as that can be said of all in one word. */
    private String whatIsAsked() {
        List<Goal> goals = ladder.steps().stream()
                .map(Ladder.Step::goal)
                .filter(Objects::nonNull)
                .toList();
        if (goals.stream().anyMatch(goal -> goal.parts().size() > 1)) {
            return "what the table says of it";
        }
        boolean isAnyMoney = ladder.sums().stream().anyMatch(MoneySum.class::isInstance);
        boolean isAnyNumber = ladder.sums().stream().anyMatch(CountSum.class::isInstance);
        return isAnyMoney && isAnyNumber ? "its amount or number" : isAnyMoney ? "the amount" : "the number";
    }

    private boolean isLowest(Ladder.Step step) {
        return step.tier().equals(ladder.lowest());
    }

    private MarkdownTable table() {
        MarkdownTable table = new MarkdownTable("Tier", "Reached from");
        for (Ladder.Step step : ladder.steps()) {
            Goal goal = step.goal();
            table.row(
                    code(step.tier().id()),
                    goal == null ? isLowest(step) ? "the beginning, so every member" : "only granted" : inWords(goal));
        }
        return table;
    }

    /** Such as {@code USD 350.00 spent in the calendar year (spend)}. */
    private static String inWords(Goal goal) {
        return escaped(goal.joined(SumGoal::leastInWords, "all of: ", "any of: "));
    }

    private String kept() {
        Moment kept = ladder.kept();
        if (kept instanceof Moment.Never) {
            return "A tier that is reached is kept for good.";
        }
        if (ladder.window().orElse(null) instanceof Window.Rolling rolling) {
            String asLong = "A tier is kept as long as the sum reached it on a day of the last "
                    + Periods.inWords(rolling.period());
            return kept.equals(Moment.after(Period.ZERO))
                    ? asLong + "."
                    : asLong + ", and then until " + Wording.moment(kept, "that is over") + ".";
        }
        if (bounded != null && kept.equals(Moment.endOf(bounded))) {
            return "A tier is kept to the end of the " + window + " in which it was reached.";
        }
        if (isKeptThroughNext()) {
            return "A tier is kept to the end of the " + window
                    + " after the one in which it was reached, and for one more"
                    + " if it is reached again meanwhile.";
        }
        return "A tier that is reached in a " + window + " is kept until "
                + Wording.moment(kept, "that " + window + " ends")
                + ", and longer if it is reached again meanwhile.";
    }

    private boolean isKeptThroughNext() {
        return bounded != null && ladder.kept().equals(Moment.endOf(bounded, bounded.length()));
    }

    private String fall() {
        if (bounded == null) {
            return "Then it falls to the highest tier that is reached by what still counts.";
        }
        return switch (ladder.fall()) {
            case TO_EARNED -> "Then it falls to the highest tier that is reached in " + windowsThatCount() + ".";
            case BY_ONE ->
                "Then it falls to the tier beneath it, but not below the highest that is reached in "
                        + windowsThatCount() + ".";
            case TO_LOWEST -> "Then it falls to " + code(ladder.lowest().id()) + ", the lowest.";
        };
    }

    /** A tier that was reached in a window that has ended counts at a review only if it lasts beyond that window. */
    private String windowsThatCount() {
        if (bounded != null && ladder.kept().equals(Moment.endOf(bounded))) {
            return "the present " + window;
        }
        return isKeptThroughNext()
                ? "the last full " + window + " or in the present one"
                : "the present " + window + " or in an earlier one by which it would still be kept";
    }
}
