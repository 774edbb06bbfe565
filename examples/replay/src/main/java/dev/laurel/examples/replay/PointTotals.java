package dev.laurel.examples.replay;

import dev.laurel.ledger.Balance;

/**
 * The sums over all customers in one point currency.
 *
 * @param earned awarded by rules
 * @param redeemed paid for rewards
 * @param expired ended unused
 * @param clawedBack taken back for returns
 * @param outstanding available, pending and held
 * @param debt owed
 */
record PointTotals(long earned, long redeemed, long expired, long clawedBack, long outstanding, long debt) {
    static final PointTotals ZERO = new PointTotals(0, 0, 0, 0, 0, 0);

    /** The sums of both. */
    PointTotals plus(PointTotals other) {
        return new PointTotals(
                Math.addExact(earned, other.earned),
                Math.addExact(redeemed, other.redeemed),
                Math.addExact(expired, other.expired),
                Math.addExact(clawedBack, other.clawedBack),
                Math.addExact(outstanding, other.outstanding),
                Math.addExact(debt, other.debt));
    }

    /** The sums with one customer more. */
    PointTotals plus(Balance balance) {
        return new PointTotals(
                Math.addExact(earned, balance.earned()),
                Math.addExact(redeemed, balance.redeemed()),
                Math.addExact(expired, balance.expired()),
                Math.addExact(clawedBack, balance.clawedBack()),
                Math.addExact(outstanding, balance.outstanding()),
                Math.addExact(debt, balance.debt()));
    }
}
