package dev.laurel.tier;

/** When a tier is held whose goal is reached. */
public enum TierUpgrade {
    /** At once. */
    AT_ONCE("upgrading at once"),
    /** From the start of the next window on. */
    NEXT_WINDOW("upgrading from the next window on");

    private final String words;

    TierUpgrade(String words) {
        this.words = words;
    }

    /** The choice in words. */
    public String describe() {
        return words;
    }
}
