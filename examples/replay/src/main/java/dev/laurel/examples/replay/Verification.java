package dev.laurel.examples.replay;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Account;
import dev.laurel.id.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Accounts held against their ledgers: each must be what its entries add up to.
 *
 * @param accounts how many accounts
 * @param entries how many entries they have in all
 * @param differences a sentence for each difference, by customer, that of a customer's first wrong entry first
 */
record Verification(long accounts, long entries, List<String> differences) {
    Verification {
        differences = ImmutableList.copyOf(differences);
    }

    /** Verifies the final account of each customer. */
    static Verification of(List<CustomerResult> results) {
        long accounts = 0;
        long entries = 0;
        List<String> differences = new ArrayList<>();
        for (CustomerResult result : results) {
            FinalAccount last = result.finalAccount();
            if (last != null) {
                accounts++;
                entries += result.entries().size();
                Account account = last.account();
                for (String difference : account.verify(result.entries())) {
                    differences.add("customer " + Identifiers.shown(result.customer()) + ": " + difference);
                }
            }
        }
        return new Verification(accounts, entries, differences);
    }

    boolean isRight() {
        return differences.isEmpty();
    }

    /** What came of it, in a sentence. */
    String text() {
        return String.format(
                Locale.ROOT,
                "verified %,d accounts, %,d entries: %s",
                accounts,
                entries,
                isRight() ? "all right" : String.format(Locale.ROOT, "%,d differences", differences.size()));
    }
}
