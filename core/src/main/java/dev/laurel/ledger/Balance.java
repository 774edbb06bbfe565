package dev.laurel.ledger;

import java.math.BigInteger;

/**
 * The totals of an account in one point currency: what ever came and went, and what is there now.
 *
 * @param opened brought over from another system
 * @param earned awarded by rules
 * @param adjustedUp added by hand
 * @param received from other accounts
 * @param redeemed paid for rewards, net of what was given back
 * @param expired ended unused
 * @param clawedBack taken back for returns
 * @param adjustedDown taken by hand
 * @param sent to other accounts
 * @param available can be spent now
 * @param pending not yet spendable
 * @param held set aside
 * @param debt owed
 */
public record Balance(
        long opened,
        long earned,
        long adjustedUp,
        long received,
        long redeemed,
        long expired,
        long clawedBack,
        long adjustedDown,
        long sent,
        long available,
        long pending,
        long held,
        long debt) {
    /** No points ever. */
    public static final Balance ZERO = new Balance(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * The balance after one entry more that touched as many points of lots as it has.
     *
     * @throws ArithmeticException if a total does not fit into a {@code long}
     */
    public Balance plus(EntryKind kind, long points) {
        return plus(kind, points, Math.abs(points));
    }

    /**
     * The balance after one entry more that touched available points only.
     *
     * @param points the entry's points, signed as in the entry
     * @param touched how many points of lots it touched; what it takes beyond them is owed from then on
     * @throws ArithmeticException if a total does not fit into a {@code long}
     */
    public Balance plus(EntryKind kind, long points, long touched) {
        return plus(kind, points, touched, 0);
    }

    /**
     * The balance after one entry more.
     *
     * @param points the entry's points, signed as in the entry
     * @param touched how many points of lots it touched; what it takes beyond them is owed from then on
     * @param touchedPending how many of those were, or are from then on, pending
     * @throws ArithmeticException if a total does not fit into a {@code long}
     */
    public Balance plus(EntryKind kind, long points, long touched, long touchedPending) {
        return plus(kind.movement(points, false), points, touched, touchedPending);
    }

    /**
     * The balance after one entry more.
     *
     * @param touchedPending how many of the points of lots that it touched were, or are from then on, pending
     * @throws ArithmeticException if a total does not fit into a {@code long}
     */
    public Balance plus(LedgerEntry entry, long touchedPending) {
        return plus(entry.movement(), entry.points(), entry.touched(), touchedPending);
    }

    private Balance plus(Movement movement, long points, long touched, long touchedPending) {
        Totals.Kept totals = new Sums(this);
        Totals.post(totals, 0, movement, points, touched, touchedPending);
        return Totals.balance(totals, 0);
    }

    /**
     * The balance after pending points have become available, which time alone brings about and no entry tells.
     *
     * @throws ArithmeticException if a total does not fit into a {@code long}
     */
    public Balance withMatured(long points) {
        Totals.Kept totals = new Sums(this);
        Totals.mature(totals, 0, points);
        return Totals.balance(totals, 0);
    }

    /** The totals of one balance, while they are changed. */
    private static final class Sums implements Totals.Kept {
        private final long[] sums = new long[Totals.COUNT];

        Sums(Balance balance) {
            Totals.put(balance, this, 0);
        }

        @Override
        public long total(int wallet, int total) {
            return sums[total];
        }

        @Override
        public void setTotal(int wallet, int total, long points) {
            sums[total] = points;
        }
    }

    /** All that ever came: brought over, earned, added by hand and received. */
    public long came() {
        return Math.addExact(Math.addExact(opened, earned), Math.addExact(adjustedUp, received));
    }

    /** What the customer has or will have: available, pending and held. */
    public long outstanding() {
        return Math.addExact(Math.addExact(available, pending), held);
    }

    /**
     * Whether nothing was lost or made up: what came equals what is there and what went less what is owed, no part is negative,
     * and there is no debt beside available points.
     */
    public boolean isConserved() {
        return addsUp() && (available == 0 || debt == 0);
    }

    /** Whether nothing was lost or made up; between a credit and the entry by which it pays a debt there are both. */
    boolean addsUp() {
        BigInteger came = sum(opened, earned, adjustedUp, received, debt);
        BigInteger went = sum(available, pending, held, redeemed, expired, clawedBack, adjustedDown, sent);
        return came.equals(went)
                && Math.min(Math.min(opened, earned), Math.min(adjustedUp, received)) >= 0
                && Math.min(Math.min(available, pending), Math.min(held, debt)) >= 0
                && Math.min(Math.min(redeemed, expired), Math.min(clawedBack, Math.min(adjustedDown, sent))) >= 0;
    }

    /** What was taken beyond what was there counts as gone, so what went can be more than what ever came, and than a long can hold. */
    private static BigInteger sum(long... parts) {
        BigInteger sum = BigInteger.ZERO;
        for (long part : parts) {
            sum = sum.add(BigInteger.valueOf(part));
        }
        return sum;
    }
}
