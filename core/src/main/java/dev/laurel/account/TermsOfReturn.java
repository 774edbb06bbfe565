package dev.laurel.account;

/** What becomes of an award when the purchase that it was for is returned. */
public enum TermsOfReturn {
    /** Each line takes back its own share, in proportion to what is returned of it. */
    IN_PROPORTION_BY_LINE
}
