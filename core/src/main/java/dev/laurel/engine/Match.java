package dev.laurel.engine;

/** A rule that applies to a purchase, and the indexes of the lines that it selected, ascending. */
final class Match {
    private final PlannedRule rule;
    private final int[] lines;

    Match(PlannedRule rule, int[] lines) {
        this.rule = rule;
        this.lines = lines;
    }

    PlannedRule rule() {
        return rule;
    }

    int[] lines() {
        return lines;
    }
}
