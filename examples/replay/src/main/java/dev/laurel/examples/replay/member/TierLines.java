package dev.laurel.examples.replay.member;

import dev.laurel.engine.LadderProgress;
import dev.laurel.engine.SumToGoal;
import dev.laurel.money.Money;
import dev.laurel.occasion.Goal;
import dev.laurel.occasion.SumGoal;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.tier.Tier;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** What a member holds on a ladder, and of each part of a goal what is found, needed and missing. */
final class TierLines {
    private final LadderProgress progress;
    private final LoyaltyProgram program;
    private final Dates dates;

    TierLines(LadderProgress progress, LoyaltyProgram program, Dates dates) {
        this.progress = progress;
        this.program = program;
        this.dates = dates;
    }

    void addTo(List<String> lines) {
        Tier held = progress.standing().tier();
        Instant until = progress.standing().until();
        lines.add("  " + held.id() + (until == null ? "" : ", " + dates.through(until)));
        Tier next = progress.next();
        if (next != null) {
            lines.add("  for " + next.id() + by() + ": " + inWords(next, progress.toNext()));
        }
        if (!progress.toKeep().isEmpty()) {
            lines.add(
                    goalOf(held)
                                    .isReached(part ->
                                            partOf(progress.toKeep(), part).isReached())
                            ? "  nothing more to keep " + held.id()
                            : "  to keep " + held.id() + by() + ": " + inWords(held, progress.toKeep()));
        }
    }

    /** By when, where that is the same for whatever is missing. */
    private String by() {
        Instant windowEnds = progress.windowEnds();
        return windowEnds == null ? "" : " " + dates.through(windowEnds);
    }

    private Goal goalOf(Tier tier) {
        return program.ladder(progress.ladder()).map(Ladder::steps).orElse(List.of()).stream()
                .filter(step -> step.tier().equals(tier))
                .map(Ladder.Step::goal)
                .findFirst()
                .orElseThrow();
    }

    private static SumToGoal partOf(List<SumToGoal> parts, SumGoal goal) {
        return parts.stream()
                .filter(part -> part.goal().equals(goal))
                .findFirst()
                .orElseThrow();
    }

    private String inWords(Tier tier, List<SumToGoal> parts) {
        return goalOf(tier).joined(part -> inWords(partOf(parts, part)), "all of ", "any of ");
    }

    private static String inWords(SumToGoal part) {
        SumGoal goal = part.goal();
        return amount(goal, part.found()) + " of " + amount(goal, goal.least()) + " "
                + goal.sum().describe()
                + (part.isReached() ? " (reached)" : " (" + amount(goal, part.missing()) + " missing)");
    }

    private static String amount(SumGoal goal, BigDecimal amount) {
        Currency money = goal.currency();
        return money == null
                ? new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount)
                : Money.of(money, amount).toString();
    }
}
