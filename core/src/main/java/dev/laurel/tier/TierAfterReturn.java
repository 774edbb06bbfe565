package dev.laurel.tier;

/** What a return, which takes its spend out of the window in which it counted, does to a tier. */
public enum TierAfterReturn {
    /** It falls at once to what the sums still support. */
    JUDGED_ANEW("judged anew after a return"),
    /** Nothing until the review. */
    KEPT_UNTIL_REVIEW("kept after a return");

    private final String words;

    TierAfterReturn(String words) {
        this.words = words;
    }

    /** The choice in words. */
    public String describe() {
        return words;
    }
}
