package dev.laurel.examples.replay;

import dev.laurel.account.Account;
import dev.laurel.account.Wallet;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.tier.Standings;
import java.util.LinkedHashMap;
import java.util.Map;

/** What customers add to the summary, in any order. For one thread. */
final class Totals {
    private final Map<String, PointTotals> points = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> tiers = new LinkedHashMap<>();
    private long customers;
    private long accepted;
    private long repeated;
    private long refused;
    private long unpaid;
    private long lots;

    /** Those of no customer: with all points of the program's versions, and with the tiers of the last. */
    Totals(LoyaltyEngine engine) {
        for (LoyaltyProgram version : engine.programs()) {
            version.points().forEach(policy -> points.put(policy.currency().id(), PointTotals.ZERO));
        }
        for (Ladder ladder : engine.program().ladders()) {
            Map<String, Long> members = new LinkedHashMap<>();
            ladder.steps().forEach(step -> members.put(step.tier().id(), 0L));
            tiers.put(ladder.id(), members);
        }
    }

    void add(CustomerResult result) {
        accepted += result.accepted();
        repeated += result.repeated();
        refused += result.refused().size();
        for (UnpaidOrders orders : result.unpaid()) {
            unpaid += orders.orders().size();
        }
        FinalAccount last = result.finalAccount();
        if (last != null) {
            customers++;
            add(last.account());
        }
    }

    private void add(Account account) {
        lots = Math.addExact(lots, account.lotsOpened());
        for (Wallet wallet : account.wallets()) {
            add(wallet.currency(), PointTotals.ZERO.plus(wallet.balance()));
        }
        for (Standings standings : account.standings()) {
            add(standings.ladder(), standings.held().tier().id(), 1);
        }
    }

    private void add(String ladder, String tier, long members) {
        tiers.computeIfAbsent(ladder, id -> new LinkedHashMap<>()).merge(tier, members, Long::sum);
    }

    private void add(String currency, PointTotals more) {
        points.merge(currency, more, PointTotals::plus);
    }

    /** Adds those of others. */
    void add(Totals other) {
        customers += other.customers;
        accepted += other.accepted;
        repeated += other.repeated;
        refused += other.refused;
        unpaid += other.unpaid;
        lots = Math.addExact(lots, other.lots);
        other.points.forEach(this::add);
        other.tiers.forEach((ladder, byTier) -> byTier.forEach((tier, members) -> add(ladder, tier, members)));
    }

    /**
     * The summary.
     *
     * @param digest that of all accounts
     */
    Summary summary(String digest) {
        return new Summary(customers, accepted + refused, repeated, refused, unpaid, points, lots, tiers, digest);
    }
}
