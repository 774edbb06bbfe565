package dev.laurel.ledger;

import dev.laurel.ledger.Movement.Place;
import dev.laurel.ledger.Movement.Total;

/**
 * What entries do to the totals of a {@link Balance}, which stand side by side in an array: first what ever came and went, in the
 * order of {@link Total}, then what is there. An account keeps them so, and a balance is made of them when somebody asks.
 */
public final class Totals {
    /** How many places they take. */
    public static final int SIZE = 13;

    private static final int AVAILABLE = 9;
    private static final int PENDING = 10;
    private static final int HELD = 11;
    private static final int DEBT = 12;

    private Totals() {}

    /** The balance of the totals from a place on. */
    public static Balance balance(long[] totals, int from) {
        return new Balance(
                totals[from],
                totals[from + 1],
                totals[from + 2],
                totals[from + 3],
                totals[from + 4],
                totals[from + 5],
                totals[from + 6],
                totals[from + 7],
                totals[from + 8],
                totals[from + AVAILABLE],
                totals[from + PENDING],
                totals[from + HELD],
                totals[from + DEBT]);
    }

    /** Puts the totals of a balance from a place on. */
    public static void put(Balance balance, long[] totals, int from) {
        totals[from] = balance.opened();
        totals[from + 1] = balance.earned();
        totals[from + 2] = balance.adjustedUp();
        totals[from + 3] = balance.received();
        totals[from + 4] = balance.redeemed();
        totals[from + 5] = balance.expired();
        totals[from + 6] = balance.clawedBack();
        totals[from + 7] = balance.adjustedDown();
        totals[from + 8] = balance.sent();
        totals[from + AVAILABLE] = balance.available();
        totals[from + PENDING] = balance.pending();
        totals[from + HELD] = balance.held();
        totals[from + DEBT] = balance.debt();
    }

    /** What can be spent now, of the totals from a place on. */
    public static long available(long[] totals, int from) {
        return totals[from + AVAILABLE];
    }

    /** What is not yet spendable, of the totals from a place on. */
    public static long pending(long[] totals, int from) {
        return totals[from + PENDING];
    }

    /** What is owed, of the totals from a place on. */
    public static long debt(long[] totals, int from) {
        return totals[from + DEBT];
    }

    /**
     * Posts an entry to the totals from a place on.
     *
     * @param points the entry's points, signed as in the entry
     * @param isOfHold whether the entry names a hold
     * @param touched how many points of lots it touched; what it takes beyond them is owed from then on
     * @param touchedPending how many of those were, or are from then on, pending
     * @throws ArithmeticException if a total does not fit into a {@code long}
     */
    public static void post(
            long[] totals, int from, EntryKind kind, long points, boolean isOfHold, long touched, long touchedPending) {
        post(totals, from, kind.movement(points, isOfHold), points, touched, touchedPending);
    }

    static void post(long[] totals, int from, Movement movement, long points, long touched, long touchedPending) {
        long touchedAvailable = Math.subtractExact(touched, touchedPending);
        owe(totals, from + DEBT, movement, points, touched);
        move(totals, from + AVAILABLE, Place.LOTS, movement, touchedAvailable);
        move(totals, from + PENDING, Place.LOTS, movement, touchedPending);
        move(totals, from + HELD, Place.HOLD, movement, touched);
        Total total = movement.total();
        if (total != null) {
            int place = from + total.place();
            totals[place] = Math.addExact(totals[place], total.change(points));
            requireFits(totals, from);
        }
    }

    /** All that ever came must fit too, or nothing could be held against it any more. */
    private static void requireFits(long[] totals, int from) {
        long unused = Math.addExact(
                Math.addExact(totals[from], totals[from + 1]), Math.addExact(totals[from + 2], totals[from + 3]));
    }

    private static void move(long[] totals, int place, Place of, Movement movement, long touched) {
        if (movement.to() == of) {
            totals[place] = Math.addExact(totals[place], touched);
        } else if (movement.from() == of) {
            totals[place] = Math.subtractExact(totals[place], touched);
        }
    }

    /** What is taken beyond the lots is owed from then on. */
    private static void owe(long[] totals, int place, Movement movement, long points, long touched) {
        if (movement.to() == Place.DEBT) {
            totals[place] = Math.subtractExact(totals[place], points);
        } else if (!movement.isPositive()) {
            long beyond = Math.subtractExact(Math.negateExact(points), touched);
            totals[place] = Math.addExact(totals[place], beyond);
        }
    }

    /**
     * Pending points have become available, of the totals from a place on.
     *
     * @throws ArithmeticException if a total does not fit into a {@code long}
     */
    public static void mature(long[] totals, int from, long points) {
        totals[from + AVAILABLE] = Math.addExact(totals[from + AVAILABLE], points);
        totals[from + PENDING] = Math.subtractExact(totals[from + PENDING], points);
    }
}
