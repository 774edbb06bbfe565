package dev.laurel.examples.replay.sample;

/** The rewards that customers ask for, from the greatest. */
enum Reward {
    ROUGE("rouge-reward", 2_500, 100_00),
    CASH_25("cash-25", 1_250, 25_00),
    CASH_10("cash-10", 500, 10_00);

    private final String label;
    private final int points;
    private final long centsOff;

    Reward(String label, int points, long centsOff) {
        this.label = label;
        this.points = points;
        this.centsOff = centsOff;
    }

    /** How programs call it. */
    String label() {
        return label;
    }

    /** What it costs. */
    int points() {
        return points;
    }

    /** What it takes off, and what the goods of an order must cost at least. */
    long centsOff() {
        return centsOff;
    }
}
