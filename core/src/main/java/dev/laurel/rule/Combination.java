package dev.laurel.rule;

/** How several multipliers on one amount combine. */
public enum Combination {
    /** What they add is added up: 2x and 3x give 4x. */
    ADD("multipliers add up"),
    /** They multiply one another: 2x and 3x give 6x. */
    COMPOUND("multipliers compound");

    private final String words;

    Combination(String words) {
        this.words = words;
    }

    /** In words, such as {@code multipliers add up}. */
    public String describe() {
        return words;
    }
}
