package dev.laurel.ledger;

import dev.laurel.ledger.Movement.Place;
import dev.laurel.ledger.Movement.Total;

/**
 * What entries do to the totals of a {@link Balance}, wherever they are kept: an account has them among its numbers, and a balance is
 * made of them when somebody asks.
 */
public final class Totals {
    /** How many totals there are: first what ever came and went, in the order of {@link Total}, then what is there. */
    public static final int COUNT = 13;

    /** The place of what was awarded by rules. */
    public static final int EARNED = 1;

    /** The place of what can be spent now. */
    public static final int AVAILABLE = 9;

    /** The place of what is not yet spendable. */
    public static final int PENDING = 10;

    /** The place of what is owed. */
    public static final int DEBT = 12;

    private static final int HELD = 11;

    private Totals() {}

    /** Where totals are kept. */
    public interface Kept {
        /** A total of a wallet, by its place. */
        long total(int wallet, int total);

        /** Keeps another total. */
        void setTotal(int wallet, int total, long points);
    }

    /** The balance of a wallet. */
    public static Balance balance(Kept kept, int wallet) {
        return new Balance(
                kept.total(wallet, 0),
                kept.total(wallet, EARNED),
                kept.total(wallet, 2),
                kept.total(wallet, 3),
                kept.total(wallet, 4),
                kept.total(wallet, 5),
                kept.total(wallet, 6),
                kept.total(wallet, 7),
                kept.total(wallet, 8),
                kept.total(wallet, AVAILABLE),
                kept.total(wallet, PENDING),
                kept.total(wallet, HELD),
                kept.total(wallet, DEBT));
    }

    /** Keeps the totals of a balance. */
    public static void put(Balance balance, Kept kept, int wallet) {
        kept.setTotal(wallet, 0, balance.opened());
        kept.setTotal(wallet, EARNED, balance.earned());
        kept.setTotal(wallet, 2, balance.adjustedUp());
        kept.setTotal(wallet, 3, balance.received());
        kept.setTotal(wallet, 4, balance.redeemed());
        kept.setTotal(wallet, 5, balance.expired());
        kept.setTotal(wallet, 6, balance.clawedBack());
        kept.setTotal(wallet, 7, balance.adjustedDown());
        kept.setTotal(wallet, 8, balance.sent());
        kept.setTotal(wallet, AVAILABLE, balance.available());
        kept.setTotal(wallet, PENDING, balance.pending());
        kept.setTotal(wallet, HELD, balance.held());
        kept.setTotal(wallet, DEBT, balance.debt());
    }

    /**
     * Posts an entry.
     *
     * @param points the entry's points, signed as in the entry
     * @param isOfHold whether the entry names a hold
     * @param touched how many points of lots it touched; what it takes beyond them is owed from then on
     * @param touchedPending how many of those were, or are from then on, pending
     * @throws ArithmeticException if a total does not fit into a {@code long}
     */
    public static void post(
            Kept kept, int wallet, EntryKind kind, long points, boolean isOfHold, long touched, long touchedPending) {
        post(kept, wallet, kind.movement(points, isOfHold), points, touched, touchedPending);
    }

    static void post(Kept kept, int wallet, Movement movement, long points, long touched, long touchedPending) {
        owe(kept, wallet, movement, points, touched);
        move(kept, wallet, AVAILABLE, Place.LOTS, movement, Math.subtractExact(touched, touchedPending));
        move(kept, wallet, PENDING, Place.LOTS, movement, touchedPending);
        move(kept, wallet, HELD, Place.HOLD, movement, touched);
        Total total = movement.total();
        if (total != null) {
            add(kept, wallet, total.place(), total.change(points));
            requireFits(kept, wallet);
        }
    }

    private static void add(Kept kept, int wallet, int total, long points) {
        if (points != 0) {
            kept.setTotal(wallet, total, Math.addExact(kept.total(wallet, total), points));
        }
    }

    /** All that ever came must fit too, or nothing could be held against it any more. */
    private static void requireFits(Kept kept, int wallet) {
        long unused = Math.addExact(
                Math.addExact(kept.total(wallet, 0), kept.total(wallet, EARNED)),
                Math.addExact(kept.total(wallet, 2), kept.total(wallet, 3)));
    }

    private static void move(Kept kept, int wallet, int total, Place of, Movement movement, long touched) {
        if (movement.to() == of) {
            add(kept, wallet, total, touched);
        } else if (movement.from() == of) {
            add(kept, wallet, total, Math.negateExact(touched));
        }
    }

    /** What is taken beyond the lots is owed from then on. */
    private static void owe(Kept kept, int wallet, Movement movement, long points, long touched) {
        if (movement.to() == Place.DEBT) {
            add(kept, wallet, DEBT, Math.negateExact(points));
        } else if (!movement.isPositive()) {
            add(kept, wallet, DEBT, Math.subtractExact(Math.negateExact(points), touched));
        }
    }

    /**
     * Pending points have become available.
     *
     * @throws ArithmeticException if a total does not fit into a {@code long}
     */
    public static void mature(Kept kept, int wallet, long points) {
        add(kept, wallet, AVAILABLE, points);
        add(kept, wallet, PENDING, Math.negateExact(points));
    }
}
