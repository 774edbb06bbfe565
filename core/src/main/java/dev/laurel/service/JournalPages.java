package dev.laurel.service;

import com.google.common.collect.AbstractIterator;
import dev.laurel.decision.PostedEvent;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a journal, read page by page. */
final class JournalPages implements Iterable<PostedEvent> {
    private static final int PAGE = 1_000;

    private final AccountStore store;
    private final AccountKey key;
    private final long after;
    private final long last;
    private final int size;

    /** The events after a position, up to the one at another. */
    JournalPages(AccountStore store, AccountKey key, long after, long last) {
        this(store, key, after, last, PAGE);
    }

    private JournalPages(AccountStore store, AccountKey key, long after, long last, int size) {
        this.store = store;
        this.key = key;
        this.after = after;
        this.last = last;
        this.size = size;
    }

    /** Pages of another size. */
    JournalPages ofSize(int events) {
        return new JournalPages(store, key, after, last, events);
    }

    /** All of it. */
    static JournalPages all(AccountStore store, AccountKey key) {
        return new JournalPages(store, key, 0, Long.MAX_VALUE);
    }

    @Override
    public Iterator<PostedEvent> iterator() {
        return new AbstractIterator<>() {
            private long position = after;
            private List<PostedEvent> page = List.of();
            private boolean isLastPage;
            private int next;

            @Override
            protected @Nullable PostedEvent computeNext() {
                if (next == page.size() && position < last && !isLastPage) {
                    int limit = (int) Math.min(size, last - position);
                    page = store.journal(key, position, limit);
                    isLastPage = page.size() < limit;
                    next = 0;
                }
                if (next == page.size()) {
                    return endOfData();
                }
                position++;
                return page.get(next++);
            }
        };
    }
}
