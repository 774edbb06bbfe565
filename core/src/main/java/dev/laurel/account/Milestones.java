package dev.laurel.account;

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
        @Nullable Instant erased) {
    /** Of a customer of whom nothing has happened yet. */
    public static final Milestones NONE = new Milestones(null, null, null, null, null, null, null, null, null);

    /** A copy of an account opened then. */
    public Milestones withOpened(Instant at) {
        return new Milestones(
                at, latest, enrolled, referrer, firstPurchase, birthdayOnFile, broughtOver, closed, erased);
    }

    /** A copy with something more that the host gave, of then. */
    public Milestones withGiven(Instant at) {
        return latest != null && !at.isAfter(latest)
                ? this
                : new Milestones(
                        opened, at, enrolled, referrer, firstPurchase, birthdayOnFile, broughtOver, closed, erased);
    }

    /** A copy of a customer who enrolled then. */
    public Milestones withEnrolled(Instant at, @Nullable String broughtBy) {
        return new Milestones(
                opened, latest, at, broughtBy, firstPurchase, birthdayOnFile, broughtOver, closed, erased);
    }

    /** A copy with the first purchase then. */
    public Milestones withFirstPurchase(Instant at) {
        return new Milestones(opened, latest, enrolled, referrer, at, birthdayOnFile, broughtOver, closed, erased);
    }

    /** A copy with the birthday on file since then. */
    public Milestones withBirthdayOnFile(@Nullable Instant since) {
        return new Milestones(opened, latest, enrolled, referrer, firstPurchase, since, broughtOver, closed, erased);
    }

    /** A copy of a customer who was brought over then. */
    public Milestones withBroughtOver(Instant at) {
        return new Milestones(opened, latest, enrolled, referrer, firstPurchase, birthdayOnFile, at, closed, erased);
    }

    /** A copy of an account closed then, or open again. */
    public Milestones withClosed(@Nullable Instant at) {
        return new Milestones(
                opened, latest, enrolled, referrer, firstPurchase, birthdayOnFile, broughtOver, at, erased);
    }

    /** A copy of an account whose customer was erased then: nobody brought them any more, and no birthday is on file. */
    public Milestones withErased(Instant at) {
        return new Milestones(opened, latest, enrolled, null, firstPurchase, null, broughtOver, closed, at);
    }
}
