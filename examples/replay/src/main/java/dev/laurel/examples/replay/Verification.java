package dev.laurel.examples.replay;

import com.google.common.collect.ImmutableList;
import dev.laurel.id.Identifiers;
import dev.laurel.service.LoyaltyService;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Accounts held against all that is kept of them: each must be what its entries add up to, and what its events bring about anew.
 *
 * @param accounts how many accounts
 * @param entries how many entries they have in all
 * @param differences a sentence for each difference, by customer, that of a customer's first wrong entry first
 */
record Verification(long accounts, long entries, List<String> differences) {
    Verification {
        differences = ImmutableList.copyOf(differences);
    }

    /** Verifies the accounts of a service, and what time has made of each at the end. */
    static Verification of(List<CustomerResult> results, LoyaltyService service) {
        long accounts = 0;
        long entries = 0;
        List<String> differences = new ArrayList<>();
        for (CustomerResult result : results) {
            FinalAccount last = result.finalAccount();
            if (last != null) {
                accounts++;
                entries += result.entries().size();
                Set<String> found = new LinkedHashSet<>(service.verify(result.customer()));
                found.addAll(last.account().verify(result.entries()));
                for (String difference : found) {
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
