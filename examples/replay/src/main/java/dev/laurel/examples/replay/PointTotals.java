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
