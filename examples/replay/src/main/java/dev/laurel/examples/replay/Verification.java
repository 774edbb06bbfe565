package dev.laurel.examples.replay;

import dev.laurel.id.Identifiers;
import dev.laurel.service.LoyaltyService;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * Accounts checked against all that is kept of them: each must be what its entries add up to, and what its events come to when they are
 * run once more. For one thread.
 */
final class Verification {
    private final TreeMap<String, Set<String>> differences = new TreeMap<>();
    private long accounts;
    private long entries;

    /** Verifies an account of which all is kept, as it was stored and as time has left it at the end. */
    void add(CustomerResult result) {
        FinalAccount last = result.finalAccount();
        LoyaltyService service = result.service();
        if (last == null || service == null) {
            return;
        }
        accounts++;
        entries += result.entries().size();
        Set<String> found = new LinkedHashSet<>(service.verify(result.customer()));
        found.addAll(last.account().verify(result.entries()));
        if (!found.isEmpty()) {
            differences.put(result.customer(), found);
        }
    }

    /** Adds what others found, of other customers. */
    void add(Verification other) {
        accounts += other.accounts;
        entries += other.entries;
        differences.putAll(other.differences);
    }

    /** A sentence for each difference, by customer, that of a customer's first wrong entry first. */
    List<String> differences() {
        List<String> sentences = new ArrayList<>();
        differences.forEach((customer, found) -> found.forEach(
                difference -> sentences.add("customer " + Identifiers.shown(customer) + ": " + difference)));
        return sentences;
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
                isRight()
                        ? "all right"
                        : String.format(
                                Locale.ROOT, "%,d differences", differences().size()));
    }
}
