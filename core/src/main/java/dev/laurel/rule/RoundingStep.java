package dev.laurel.rule;

/** On what an award is rounded. */
public enum RoundingStep {
    /** Once, on the whole purchase. */
    PER_PURCHASE("per purchase"),
    /** On each line. */
    PER_LINE("per line"),
    /** On each piece of each line; a line whose quantity is no whole number counts as one piece. */
    PER_ITEM("per item");

    private final String words;

    RoundingStep(String words) {
        this.words = words;
    }

    /** In words, such as {@code per line}. */
    public String describe() {
        return words;
    }
}
