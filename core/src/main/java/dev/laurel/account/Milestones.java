package dev.laurel.account;

import dev.laurel.time.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something happened to an account for the first time, or for the last.
 *
 * @param opened when the first event happened, which opened the account, or null if there was none yet
 * @param latest the latest date of what the host gave, or null if there was none yet; it tells how late an event may come
 * @param enrolled when the customer enrolled, or null if that has not happened
 * @param referrer the host's id of the customer who brought this one, if any
 * @param firstPurchase when the first purchase happened, or null if there was none yet
 * @param birthdayOnFile since when the birthday of the profile is on file, or null if there is none
 * @param broughtOver when the customer was brought over from another system, or null if that has not happened
 * @param closed when the account was closed, or null if it was not
 * @param erased when what is personal was erased, or null if it was not
 * @param membershipBegan from the date of which instant on membership years are counted, or null if nothing has counted in one
 */
public record Milestones(
        @Nullable Instant opened,
        @Nullable Instant latest,
        @Nullable Instant enrolled,
        @Nullable String referrer,
        @Nullable Instant firstPurchase,
        @Nullable Instant birthdayOnFile,
        @Nullable Instant broughtOver,
        @Nullable Instant closed,
        @Nullable Instant erased,
        @Nullable Instant membershipBegan) {
    /** Of a customer of whom nothing has happened yet. */
    public static final Milestones NONE = new Milestones(null, null, null, null, null, null, null, null, null, null);

    /** Those of a header, which has no place for the referrer. */
    static Milestones of(Header header, @Nullable String referrer) {
        return new Milestones(
                header.instantOf(Milestone.OPENED),
                header.instantOf(Milestone.LATEST),
                header.instantOf(Milestone.ENROLLED),
                referrer,
                header.instantOf(Milestone.FIRST_PURCHASE),
                header.instantOf(Milestone.BIRTHDAY_ON_FILE),
                header.instantOf(Milestone.BROUGHT_OVER),
                header.instantOf(Milestone.CLOSED),
                header.instantOf(Milestone.ERASED),
                header.instantOf(Milestone.MEMBERSHIP_BEGAN));
    }

    /** A copy with the start of the years of membership. */
    public Milestones withMembershipBegan(@Nullable Instant instant) {
        return new Milestones(
                opened,
                latest,
                enrolled,
                referrer,
                firstPurchase,
                birthdayOnFile,
                broughtOver,
                closed,
                erased,
                instant);
    }

    /** Puts them where they are kept. */
    void putInto(Header header) {
        put(header, Milestone.OPENED, opened);
        put(header, Milestone.LATEST, latest);
        put(header, Milestone.ENROLLED, enrolled);
        put(header, Milestone.FIRST_PURCHASE, firstPurchase);
        put(header, Milestone.BIRTHDAY_ON_FILE, birthdayOnFile);
        put(header, Milestone.BROUGHT_OVER, broughtOver);
        put(header, Milestone.CLOSED, closed);
        put(header, Milestone.ERASED, erased);
        put(header, Milestone.MEMBERSHIP_BEGAN, membershipBegan);
    }

    private static void put(Header header, Milestone milestone, @Nullable Instant at) {
        header.set(milestone, Timestamps.microsOrNever(at));
    }
}
