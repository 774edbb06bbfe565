package dev.laurel.program;

/** What becomes of points that are to be taken but are not there. */
public enum ShortfallPolicy {
    /** They are owed: whatever becomes available pays the debt first, and nothing can be redeemed meanwhile. */
    OWE("what is missing is owed"),
    /**
     * They are forgotten: what is there is taken, and the entry says how much was missing. Only points that were on hold or redeemed then
     * are taken for it if they come back.
     */
    CLAMP("what is missing is forgotten");

    private final String words;

    ShortfallPolicy(String words) {
        this.words = words;
    }

    /** The policy in words. */
    public String describe() {
        return words;
    }
}
