package dev.laurel.engine.earn;

import dev.laurel.decision.Reduction;
import dev.laurel.engine.plan.PlannedRule;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.RoundingStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one rule contributes to a chain, and what multipliers below one and caps leave of it. */
public final class Contribution {
    private final Match match;
    private final @Nullable Ratio exact;
    private final long numerator;
    private final long denominator;
    private final Rounding rounding;
    private final RoundingStep step;
    private final long given;
    private long points;
    private List<Reduction> reductions = List.of();

    Contribution(Match match, Ratio exact, Rounding rounding, RoundingStep step, long given) {
        this(match, exact, 0, 1, rounding, step, given);
    }

    /** A contribution to an amount that is one whole so far. */
    Contribution(Match match, Whole whole, Rounding rounding, long given) {
        this(match, null, whole.numerator(), whole.denominator(), rounding, RoundingStep.PER_PURCHASE, given);
    }

    private Contribution(
            Match match,
            @Nullable Ratio exact,
            long numerator,
            long denominator,
            Rounding rounding,
            RoundingStep step,
            long given) {
        this.match = match;
        this.exact = exact;
        this.numerator = numerator;
        this.denominator = denominator;
        this.rounding = rounding;
        this.step = step;
        this.given = given;
        points = Math.max(0, given);
    }

    Match match() {
        return match;
    }

    /** The rule itself or a multiplier. */
    public PlannedRule rule() {
        return match.rule();
    }

    public String id() {
        return match.rule().id();
    }

    /** The exact amount up to and with it. */
    Ratio exact() {
        return exact == null ? Ratio.of(numerator, denominator) : exact;
    }

    Rounding rounding() {
        return rounding;
    }

    RoundingStep step() {
        return step;
    }

    /** The rounded amount up to and with it less that before it. */
    long given() {
        return given;
    }

    /** What it awards in the end. */
    public long points() {
        return points;
    }

    /** What multipliers below one and caps took of it. */
    List<Reduction> reductions() {
        return reductions;
    }

    /** Takes points of it. */
    void reduce(Reduction reduction) {
        reductions = reductions.isEmpty() ? new ArrayList<>(2) : reductions;
        reductions.add(reduction);
        points -= reduction.points();
    }
}
