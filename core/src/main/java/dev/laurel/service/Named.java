package dev.laurel.service;

import com.google.common.collect.ImmutableSet;
import java.util.Set;

/**
 * What is to be read beside an account.
 *
 * @param events the ids of events
 * @param receipts the ids of events whose receipts are wanted; with each come those that it {@linkplain
 *     dev.laurel.receipt.Receipt#links links} to, one step
 */
public record Named(Set<String> events, Set<String> receipts) {
    /** Nothing beside the account. */
    public static final Named NOTHING = new Named(ImmutableSet.of(), ImmutableSet.of());

    /** Takes copies of the sets. */
    public Named {
        events = ImmutableSet.copyOf(events);
        receipts = ImmutableSet.copyOf(receipts);
    }

    /** An event, and no receipt. */
    public static Named event(String id) {
        return new Named(ImmutableSet.of(id), ImmutableSet.of());
    }

    /** Receipts, and no event. */
    public static Named receipts(Iterable<String> ids) {
        return new Named(ImmutableSet.of(), ImmutableSet.copyOf(ids));
    }
}
