package dev.laurel.examples.replay.member;

import dev.laurel.engine.LadderProgress;
import dev.laurel.engine.SumToGoal;
import dev.laurel.tier.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What a member holds on a ladder, and of each part of a goal what is found, needed and missing. */
final class TierLines {
    private final LadderProgress progress;
    private final Dates dates;

    TierLines(LadderProgress progress, Dates dates) {
        this.progress = progress;
        this.dates = dates;
    }

    void addTo(List<String> lines) {
        Tier held = progress.standing().tier();
        Instant until = progress.standing().until();
        lines.add("  " + held.id() + (until == null ? "" : ", " + dates.through(until)));
        Tier next = progress.next();
        if (next != null) {
            lines.add("  for " + next.id() + by() + ": " + progress.toNext().joined(TierLines::inWords));
        }
        if (!progress.toKeep().isEmpty()) {
            lines.add(
                    progress.toKeep().isReached()
                            ? "  nothing more to keep " + held.id()
                            : "  to keep " + held.id() + by() + ": "
                                    + progress.toKeep().joined(TierLines::inWords));
        }
    }

    /** By when, where that is the same for whatever is missing. */
    private String by() {
        Instant windowEnds = progress.windowEnds();
        return windowEnds == null ? "" : " " + dates.through(windowEnds);
    }

    private static String inWords(SumToGoal sum) {
        if (sum instanceof SumToGoal.OfMoney money) {
            return inWords(sum, money.found(), money.least(), money.missing());
        }
        if (sum instanceof SumToGoal.OfNumber number) {
            return inWords(sum, number(number.found()), number(number.least()), number(number.missing()));
        }
        SumToGoal.OfQuantity quantity = (SumToGoal.OfQuantity) sum;
        return inWords(sum, quantity.found(), quantity.least(), quantity.missing());
    }

    private static String inWords(SumToGoal sum, Object found, Object least, Object missing) {
        return found + " of " + least + " " + sum.goal().sum().describe()
                + (sum.isReached() ? " [reached]" : " [" + missing + " missing]");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
