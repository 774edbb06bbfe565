package dev.laurel.account;

import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.Totals;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an account side by side in one array: its instants, the last numbers that it gave out, and of each wallet the
 * totals and the timer. Instants are in microseconds since 1970, {@link Timestamps#NEVER} where there is none.
 *
 * <p>An account never changes its own. A draft changes a {@link #copy}, which the account that it becomes then owns: so an event costs one
 * copy, however many of the numbers it changes.
 */
public final class Header {
    // What the terms let be known, which is no part of what accounts are equal by, and is not written down.
    private static final int QUIET_UNTIL = 0;
    private static final int COUNTS_UNTIL = 1;
    private static final int COUNTS_UNTIL_EARLIEST = 2;

    private static final int AS_OF = 3;
    private static final int SEQUENCE = 4;
    private static final int LOTS_OPENED = 5;
    private static final int MILESTONES = 6;
    private static final int WALLETS = MILESTONES + Milestone.COUNT;

    // Of each wallet, after its totals.
    private static final int RUNS_OUT = Totals.SIZE;
    private static final int RAN_OUT = RUNS_OUT + 1;
    private static final int SUSPENDED_SINCE = RAN_OUT + 1;
    private static final int WALLET = SUSPENDED_SINCE + 1;

    private final long[] numbers;

    private Header(long[] numbers) {
        this.numbers = numbers;
    }

    /** Of an account to which nothing has happened yet. */
    static Header untouched(int wallets) {
        Header header = new Header(new long[WALLETS + wallets * WALLET]);
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
        return new Header(numbers.clone());
    }

    /**
     * A copy that can be changed, for other wallets.
     *
     * @param from for each of them the wallet that it is here, or -1 if it is none
     */
    public Header copyFor(int... from) {
        Header copy = untouched(from.length);
        System.arraycopy(numbers, AS_OF, copy.numbers, AS_OF, WALLETS - AS_OF);
        for (int wallet = 0; wallet < from.length; wallet++) {
            if (from[wallet] >= 0) {
                System.arraycopy(numbers, at(from[wallet]), copy.numbers, at(wallet), WALLET);
            }
        }
        return copy;
    }

    /** At which instant the account stands. */
    public long asOf() {
        return numbers[AS_OF];
    }

    /** Lets it stand at an instant. */
    public void moveTo(long instant) {
        numbers[AS_OF] = instant;
    }

    /** The number of the last ledger entry, or 0. */
    public long sequence() {
        return numbers[SEQUENCE];
    }

    /** The number of one more ledger entry. */
    public long nextEntry() {
        return ++numbers[SEQUENCE];
    }

    /** How many lots were ever opened. */
    public long lotsOpened() {
        return numbers[LOTS_OPENED];
    }

    /** The number of one more lot. */
    public long nextLot() {
        return ++numbers[LOTS_OPENED];
    }

    void setLast(long sequence, long lotsOpened) {
        numbers[SEQUENCE] = sequence;
        numbers[LOTS_OPENED] = lotsOpened;
    }

    // --- what the terms let be known ---

    /** Nothing is known of the future: all that follows is to be found anew. */
    public void forgetOutlook() {
        forgetQuiet();
        numbers[COUNTS_UNTIL] = Long.MIN_VALUE;
        numbers[COUNTS_UNTIL_EARLIEST] = Long.MIN_VALUE;
    }

    /** Nothing happens by itself before this instant. It may be earlier than what does, and is earlier than all if nobody has looked. */
    public long quietUntil() {
        return numbers[QUIET_UNTIL];
    }

    /** Nothing happens by itself before this instant. */
    public void setQuietUntil(long instant) {
        numbers[QUIET_UNTIL] = instant;
    }

    /** It is to be found anew when something next happens by itself. */
    public void forgetQuiet() {
        numbers[QUIET_UNTIL] = Long.MIN_VALUE;
    }

    /** The first day of the account's present on which something counted may not matter any more; days count from 1970. */
    public long countsUntil() {
        return numbers[COUNTS_UNTIL];
    }

    /** The first day of the earliest event that would still be accepted by which that may be; days count from 1970. */
    public long countsUntilEarliest() {
        return numbers[COUNTS_UNTIL_EARLIEST];
    }

    /** Until when all that is counted matters. */
    public void setCountsUntil(long day, long earliest) {
        numbers[COUNTS_UNTIL] = day;
        numbers[COUNTS_UNTIL_EARLIEST] = earliest;
    }

    // --- milestones ---

    /** Whether something has happened. */
    public boolean has(Milestone milestone) {
        return get(milestone) != Timestamps.NEVER;
    }

    /** When something happened. */
    public long get(Milestone milestone) {
        return numbers[MILESTONES + milestone.place()];
    }

    /** When something happened, or null. */
    public @Nullable Instant instantOf(Milestone milestone) {
        return Timestamps.ofMicrosOrNull(get(milestone));
    }

    /** Something happened then, or never did. */
    public void set(Milestone milestone, long instant) {
        numbers[MILESTONES + milestone.place()] = instant;
    }

    // --- wallets ---

    private static int at(int wallet) {
        return WALLETS + wallet * WALLET;
    }

    /** The totals of a wallet. */
    public Balance balance(int wallet) {
        return Totals.balance(numbers, at(wallet));
    }

    void setBalance(int wallet, Balance balance) {
        Totals.put(balance, numbers, at(wallet));
    }

    /** What can be spent now of a wallet. */
    public long available(int wallet) {
        return Totals.available(numbers, at(wallet));
    }

    /** What is not yet spendable of a wallet. */
    public long pending(int wallet) {
        return Totals.pending(numbers, at(wallet));
    }

    /** What is owed in a wallet. */
    public long debt(int wallet) {
        return Totals.debt(numbers, at(wallet));
    }

    /**
     * Posts an entry to the totals of a wallet.
     *
     * @see Totals#post
     */
    public void post(int wallet, EntryKind kind, long points, boolean isOfHold, long touched, long touchedPending) {
        Totals.post(numbers, at(wallet), kind, points, isOfHold, touched, touchedPending);
    }

    /** Pending points of a wallet have become available. */
    public void mature(int wallet, long points) {
        Totals.mature(numbers, at(wallet), points);
    }

    /** When the timer of inactivity of a wallet runs out, or would have; never if none is running. */
    public long runsOut(int wallet) {
        return numbers[at(wallet) + RUNS_OUT];
    }

    /** The timer of inactivity runs out then. */
    public void setRunsOut(int wallet, long instant) {
        numbers[at(wallet) + RUNS_OUT] = instant;
    }

    /** The number of the last ledger entry when such a timer last ran out, or 0. */
    public long ranOut(int wallet) {
        return numbers[at(wallet) + RAN_OUT];
    }

    /** Such a timer ran out after this ledger entry. */
    public void setRanOut(int wallet, long entry) {
        numbers[at(wallet) + RAN_OUT] = entry;
    }

    /** Since when a tier suspends the expiry of a wallet, or never. */
    public long suspendedSince(int wallet) {
        return numbers[at(wallet) + SUSPENDED_SINCE];
    }

    /** A tier suspends the expiry of a wallet since then, or none does. */
    public void setSuspendedSince(int wallet, long instant) {
        numbers[at(wallet) + SUSPENDED_SINCE] = instant;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Header that
                && Arrays.equals(numbers, AS_OF, numbers.length, that.numbers, AS_OF, that.numbers.length);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sequence()) * 31 + Long.hashCode(asOf());
    }

    @Override
    public String toString() {
        return "Header[" + numbers.length + " numbers]";
    }
}
