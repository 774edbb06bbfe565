package dev.laurel.examples.replay;

import java.util.Collections;
import java.util.LinkedHashMap;
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
 * @param tiers how many customers hold each tier of each ladder of the program, from the lowest
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
        Map<String, Map<String, Long>> tiers,
        String digest) {
    Summary {
        // In the order of the program, which is theirs.
        points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
        Map<String, Map<String, Long>> copy = new LinkedHashMap<>();
        tiers.forEach((ladder, members) -> copy.put(ladder, Collections.unmodifiableMap(new LinkedHashMap<>(members))));
        tiers = Collections.unmodifiableMap(copy);
    }

    /** Whether the program has several ladders, so that it takes a ladder's name to tell a tier. */
    boolean hasSeveralLadders() {
        return tiers.size() > 1;
    }
}
