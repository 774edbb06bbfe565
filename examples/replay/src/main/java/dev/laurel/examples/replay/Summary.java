package dev.laurel.examples.replay;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.laurel.account.Account;
import dev.laurel.account.Wallet;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.tier.TierStanding;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run comes to.
 *
 * @param customers how many have an account
 * @param events how many events were accepted or refused; repetitions are neither
 * @param repeated how many events had been accepted before
 * @param refused how many events were refused
 * @param unpaid how many orders holds left unpaid which ended without a capture
 * @param points the sums of each point currency of the program
 * @param lots how many lots were ever opened
 * @param tiers how many customers hold each tier of the program, from the lowest
 * @param digest the SHA-256, in hexadecimal, of a line "customer, space, digest of the account, LF" for each account in the
 *     order of the customers: equal runs have equal ones
 */
record Summary(
        long customers,
        long events,
        long repeated,
        long refused,
        long unpaid,
        Map<String, PointTotals> points,
        long lots,
        Map<String, Long> tiers,
        String digest) {
    Summary {
        // In the order of the program, which is theirs.
        points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
        tiers = Collections.unmodifiableMap(new LinkedHashMap<>(tiers));
    }

    /** Sums up results that are sorted by customer. */
    static Summary of(LoyaltyProgram program, List<CustomerResult> results) {
        long customers = 0;
        long accepted = 0;
        long repeated = 0;
        long refused = 0;
        long unpaid = 0;
        long lots = 0;
        Map<String, PointTotals> points = new LinkedHashMap<>();
        program.points().forEach(policy -> points.put(policy.currency().id(), PointTotals.ZERO));
        Map<String, Long> tiers = new LinkedHashMap<>();
        program.ladder()
                .ifPresent(ladder ->
                        ladder.steps().forEach(step -> tiers.put(step.tier().id(), 0L)));
        Hasher digest = Hashing.sha256().newHasher();
        for (CustomerResult result : results) {
            accepted += result.accepted();
            repeated += result.repeated();
            refused += result.refused().size();
            unpaid += result.unpaid().stream()
                    .mapToLong(orders -> orders.orders().size())
                    .sum();
            FinalAccount last = result.finalAccount();
            if (last != null) {
                Account account = last.account();
                customers++;
                lots = Math.addExact(lots, account.lotsOpened());
                for (Wallet wallet : account.wallets()) {
                    points.merge(
                            wallet.currency(),
                            PointTotals.ZERO.plus(wallet.balance()),
                            (sum, one) -> sum.plus(wallet.balance()));
                }
                TierStanding standing = account.standing();
                if (standing != null) {
                    tiers.merge(standing.tier().id(), 1L, Long::sum);
                }
                digest.putString(result.customer() + " " + last.digest() + "\n", StandardCharsets.UTF_8);
            }
        }
        return new Summary(
                customers,
                accepted + refused,
                repeated,
                refused,
                unpaid,
                points,
                lots,
                tiers,
                digest.hash().toString());
    }
}
