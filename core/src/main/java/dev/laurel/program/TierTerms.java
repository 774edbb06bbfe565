package dev.laurel.program;

import static dev.laurel.program.Markdown.code;

import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStep;
import dev.laurel.time.Moment;

/** How tiers are reached, how long they are kept and where they fall. */
final class TierTerms {
    private final TierLadder ladder;
    private final String window;

    TierTerms(TierLadder ladder) {
        this.ladder = ladder;
        window = Wording.window(ladder.window());
    }

    void writeTo(Markdown terms) {
        terms.heading(2, "Tiers");
        terms.block(table().text());
        if (ladder.steps().size() > 1) {
            terms.block("Qualifying spend is what a member's purchases of the " + window
                    + " cost, after discounts and without what earns nothing. A tier is reached as soon as the amount is"
                    + " reached, and the amount itself is enough.");
            terms.block(ladder.kept() instanceof Moment.Never ? kept() : kept() + " " + fall());
        }
    }

    private MarkdownTable table() {
        MarkdownTable table = new MarkdownTable("Tier", "From a qualifying spend of");
        for (TierStep step : ladder.steps()) {
            boolean isLowest = step.tier().equals(ladder.lowest());
            table.row(
                    code(step.tier().id()),
                    isLowest ? step.threshold() + ", so every member" : step.threshold() + " per " + window);
        }
        return table;
    }

    private String kept() {
        if (ladder.kept().equals(Moment.endOf(ladder.window()))) {
            return "A tier is kept to the end of the " + window + " in which it was reached.";
        }
        if (isKeptThroughNext()) {
            return "A tier is kept to the end of the " + window
                    + " after the one in which it was reached, and for one more"
                    + " if it is reached again meanwhile.";
        }
        return ladder.kept() instanceof Moment.Never
                ? "A tier that is reached is kept for good."
                : "A tier that is reached in a " + window + " is kept until "
                        + Wording.moment(ladder.kept(), "that " + window + " ends")
                        + ", and longer if it is reached again meanwhile.";
    }

    private boolean isKeptThroughNext() {
        return ladder.kept()
                .equals(Moment.endOf(ladder.window(), ladder.window().length()));
    }

    private String fall() {
        return switch (ladder.fall()) {
            case TO_EARNED ->
                "Then it falls to the highest tier that is reached by the spend of " + windowsThatCount() + ".";
            case TO_LOWEST -> "Then it falls to " + code(ladder.lowest().id()) + ", the lowest.";
        };
    }

    /** A tier that was reached in a window that has ended counts at a review only if it lasts beyond that window. */
    private String windowsThatCount() {
        if (ladder.kept().equals(Moment.endOf(ladder.window()))) {
            return "the present " + window;
        }
        return isKeptThroughNext()
                ? "the last full " + window + " or of the present one"
                : "the present " + window + " or of an earlier one by which it would still be kept";
    }
}
