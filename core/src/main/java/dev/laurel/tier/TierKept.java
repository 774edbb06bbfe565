package dev.laurel.tier;

/** How long a tier is kept that was reached in a window. */
public enum TierKept {
    /** To the end of the window in which it was reached. */
    THROUGH_WINDOW("kept to the end of the window"),
    /** Through the end of the next window. */
    THROUGH_NEXT_WINDOW("kept through the end of the next window");

    private final String words;

    TierKept(String words) {
        this.words = words;
    }

    /** In words, such as {@code kept to the end of the window}. */
    public String describe() {
        return words;
    }
}
