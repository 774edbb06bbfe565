package dev.laurel.service;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What was committed and not yet delivered, by number: where it stands, so that an erasure shows in it too. Guarded by itself. */
final class Outbox {
    private final TreeMap<Long, Place> messages = new TreeMap<>();
    private long last;

    /** Where a message stands: a position in the journal of an account. */
    record Place(AccountKey key, long position) {}

    synchronized void add(AccountKey key, long position) {
        messages.put(++last, new Place(key, position));
    }

    synchronized Map<Long, Place> first(int limit) {
        ImmutableSortedMap.Builder<Long, Place> first = ImmutableSortedMap.naturalOrder();
        messages.entrySet().stream().limit(limit).forEach(first::put);
        return first.buildOrThrow();
    }

    synchronized void remove(Collection<Long> delivered) {
        delivered.forEach(messages::remove);
    }
}
