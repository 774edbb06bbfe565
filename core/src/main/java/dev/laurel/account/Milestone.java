package dev.laurel.account;

/** What can have happened to an account for the first time, or for the last. */
public enum Milestone {
    /** The first event happened, which opened the account. */
    OPENED(0),
    /** The latest date of what the host gave; it tells how late an event may come. */
    LATEST(1),
    /** The customer enrolled. */
    ENROLLED(2),
    /** The first purchase happened. */
    FIRST_PURCHASE(3),
    /** Since then the birthday of the profile is on file. */
    BIRTHDAY_ON_FILE(4),
    /** The customer was brought over from another system. */
    BROUGHT_OVER(5),
    /** The account was closed. */
    CLOSED(6),
    /** What is personal was erased. */
    ERASED(7),
    /** From the date of this instant on membership years are counted; it is fixed when the first event counts in one. */
    MEMBERSHIP_BEGAN(8);

    /** How many there are. */
    static final int COUNT = 9;

    private final int place;

    Milestone(int place) {
        this.place = place;
    }

    /** Its place in a header. */
    int place() {
        return place;
    }
}
