package dev.laurel.account;

import dev.laurel.ledger.Totals;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an account: its instants, the last numbers that it gave out, and of each wallet the totals and the timer. Instants
 * are in microseconds since 1970, {@link Timestamps#NEVER} where there is none.
 *
 * <p>They stand in two arrays: what nearly every event changes, and the rest. An account never changes its own. A draft changes a
 * {@link #copy}, which the account that it becomes then owns; the copy shares the rest until something of that changes.
 */
public final class Header implements Totals.Kept {
    // What nearly every event changes. It begins with what the terms let be known, which is no part of what accounts
    // are equal by.
    private static final int QUIET_UNTIL = 0;
    private static final int COUNTS_UNTIL = 1;
    private static final int AS_OF = 2;
    private static final int SEQUENCE = 3;
    private static final int LOTS_OPENED = 4;
    private static final int LATEST = 5;
    private static final int WALLETS = 6;

    // Of each wallet in there.
    private static final int EARNED = 0;
    private static final int AVAILABLE = 1;
    private static final int RUNS_OUT = 2;
    private static final int WALLET = 3;

    // The rest begins with a place for each milestone, and has of each wallet one for each total; those of what stands
    // above stay unused.
    private static final int RAN_OUT = Totals.COUNT;
    private static final int SUSPENDED_SINCE = RAN_OUT + 1;
    private static final int REST_OF_WALLET = SUSPENDED_SINCE + 1;

    private final long[] often;
    private long[] rest;
    private boolean isRestShared;

    private Header(long[] often, long[] rest, boolean isRestShared) {
        this.often = often;
        this.rest = rest;
        this.isRestShared = isRestShared;
    }

    /** Of an account to which nothing has happened yet. */
    static Header untouched(int wallets) {
        Header header = new Header(
                new long[WALLETS + wallets * WALLET], new long[Milestone.COUNT + wallets * REST_OF_WALLET], false);
        header.forgetOutlook();
        header.moveTo(Timestamps.micros(Timestamps.MIN));
        for (Milestone milestone : Milestone.values()) {
            header.set(milestone, Timestamps.NEVER);
        }
        for (int wallet = 0; wallet < wallets; wallet++) {
            header.setRunsOut(wallet, Timestamps.NEVER);
            header.setSuspendedSince(wallet, Timestamps.NEVER);
        }
        return header;
    }

    /** A copy that can be changed. */
    public Header copy() {
        return new Header(often.clone(), rest, true);
    }

    /**
     * A copy that can be changed, for other wallets.
     *
     * @param from for each of them the wallet that it is here, or -1 if it is none
     */
    public Header copyFor(int... from) {
        Header copy = untouched(from.length);
        System.arraycopy(often, AS_OF, copy.often, AS_OF, WALLETS - AS_OF);
        System.arraycopy(rest, 0, copy.rest, 0, Milestone.COUNT);
        for (int wallet = 0; wallet < from.length; wallet++) {
            if (from[wallet] >= 0) {
                System.arraycopy(often, at(from[wallet]), copy.often, at(wallet), WALLET);
                System.arraycopy(rest, inRest(from[wallet]), copy.rest, inRest(wallet), REST_OF_WALLET);
            }
        }
        return copy;
    }

    private static int at(int wallet) {
        return WALLETS + wallet * WALLET;
    }

    private static int inRest(int wallet) {
        return Milestone.COUNT + wallet * REST_OF_WALLET;
    }

    private void setRest(int place, long number) {
        if (rest[place] != number) {
            rest = isRestShared ? rest.clone() : rest;
            isRestShared = false;
            rest[place] = number;
        }
    }

    /** At which instant the account stands. */
    public long asOf() {
        return often[AS_OF];
    }

    /** Lets it stand at an instant. */
    public void moveTo(long instant) {
        often[AS_OF] = instant;
    }

    /** The number of the last ledger entry, or 0. */
    public long sequence() {
        return often[SEQUENCE];
    }

    /** The number of one more ledger entry. */
    public long nextEntry() {
        return ++often[SEQUENCE];
    }

    /** How many lots were ever opened. */
    public long lotsOpened() {
        return often[LOTS_OPENED];
    }

    /** The number of one more lot. */
    public long nextLot() {
        return ++often[LOTS_OPENED];
    }

    void setLast(long sequence, long lotsOpened) {
        often[SEQUENCE] = sequence;
        often[LOTS_OPENED] = lotsOpened;
    }

    // --- what the terms let be known ---

    /** Nothing is known of the future: whoever needs it must look. */
    private void forgetOutlook() {
        forgetQuiet();
        often[COUNTS_UNTIL] = Long.MIN_VALUE;
    }

    /** Nothing happens by itself before this instant. It may be earlier than what does, and is earlier than all if nobody has looked. */
    public long quietUntil() {
        return often[QUIET_UNTIL];
    }

    /** Nothing happens by itself before this instant. */
    public void setQuietUntil(long instant) {
        often[QUIET_UNTIL] = instant;
    }

    /** When something next happens by itself is not known: whoever needs it must look. */
    public void forgetQuiet() {
        often[QUIET_UNTIL] = Long.MIN_VALUE;
    }

    /**
     * The first day on which something counted may not matter any more, if that is the day of the earliest event that would still be accepted;
     * days count from 1970.
     */
    public long countsUntil() {
        return often[COUNTS_UNTIL];
    }

    /** Until when all that is counted matters. */
    public void setCountsUntil(long day) {
        often[COUNTS_UNTIL] = day;
    }

    // --- milestones ---

    /** Whether something has happened. */
    public boolean has(Milestone milestone) {
        return get(milestone) != Timestamps.NEVER;
    }

    /** When something happened. */
    public long get(Milestone milestone) {
        return milestone == Milestone.LATEST ? often[LATEST] : rest[milestone.place()];
    }

    /** When something happened, or null. */
    public @Nullable Instant instantOf(Milestone milestone) {
        return Timestamps.ofMicrosOrNull(get(milestone));
    }

    /** Something happened then, or never did. */
    public void set(Milestone milestone, long instant) {
        if (milestone == Milestone.LATEST) {
            often[LATEST] = instant;
        } else {
            setRest(milestone.place(), instant);
        }
    }

    // --- wallets ---

    @Override
    public long total(int wallet, int total) {
        return switch (total) {
            case Totals.EARNED -> often[at(wallet) + EARNED];
            case Totals.AVAILABLE -> often[at(wallet) + AVAILABLE];
            default -> rest[inRest(wallet) + total];
        };
    }

    @Override
    public void setTotal(int wallet, int total, long points) {
        switch (total) {
            case Totals.EARNED -> often[at(wallet) + EARNED] = points;
            case Totals.AVAILABLE -> often[at(wallet) + AVAILABLE] = points;
            default -> setRest(inRest(wallet) + total, points);
        }
    }

    /** When the timer of inactivity of a wallet runs out, or would have; never if none is running. */
    public long runsOut(int wallet) {
        return often[at(wallet) + RUNS_OUT];
    }

    /** The timer of inactivity runs out then. */
    public void setRunsOut(int wallet, long instant) {
        often[at(wallet) + RUNS_OUT] = instant;
    }

    /** The number of the last ledger entry when such a timer last ran out, or 0. */
    public long ranOut(int wallet) {
        return rest[inRest(wallet) + RAN_OUT];
    }

    /** Such a timer ran out after this ledger entry. */
    public void setRanOut(int wallet, long entry) {
        setRest(inRest(wallet) + RAN_OUT, entry);
    }

    /** Since when a tier suspends the expiry of a wallet, or never. */
    public long suspendedSince(int wallet) {
        return rest[inRest(wallet) + SUSPENDED_SINCE];
    }

    /** A tier suspends the expiry of a wallet since then, or none does. */
    public void setSuspendedSince(int wallet, long instant) {
        setRest(inRest(wallet) + SUSPENDED_SINCE, instant);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Header that
                && Arrays.equals(often, AS_OF, often.length, that.often, AS_OF, that.often.length)
                && Arrays.equals(rest, that.rest);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sequence()) * 31 + Long.hashCode(asOf());
    }

    @Override
    public String toString() {
        return "Header[" + (often.length + rest.length) + " numbers]";
    }
}
