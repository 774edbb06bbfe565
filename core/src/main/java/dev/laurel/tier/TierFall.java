package dev.laurel.tier;

/** Where a tier falls to at its review. */
public enum TierFall {
    /** To the highest tier that the last full window and the present one earned. */
    TO_EARNED("falling to what is earned"),
    /** To the tier beneath it that can be earned, but not below what is earned. */
    BY_ONE("falling by one"),
    /** To the lowest tier, whatever was earned. */
    TO_LOWEST("falling to the lowest tier");

    private final String words;

    TierFall(String words) {
        this.words = words;
    }

    /** In words, such as {@code falling to the lowest tier}. */
    public String describe() {
        return words;
    }
}
