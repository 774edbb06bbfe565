package dev.laurel.examples.replay;

import com.google.common.collect.ImmutableSet;
import java.util.Set;

/**
 * What is asked of a run besides the summary.
 *
 * @param ledger whether the ledger is
 * @param accounts whether the accounts are
 * @param verification whether each account is to be checked against its ledger and its events
 * @param stories of which customers all is told
 */
record Wanted(boolean ledger, boolean accounts, boolean verification, Set<String> stories) {
    Wanted {
        stories = ImmutableSet.copyOf(stories);
    }

    /** Whether all that happened to a customer must be kept until the customer's events are over. */
    boolean keepsAllOf(String customer) {
        return verification || stories.contains(customer);
    }
}
