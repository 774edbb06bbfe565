package dev.laurel.service;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Explanation;
import dev.laurel.decision.PostedEvent;
import dev.laurel.engine.LoyaltyEngine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The past of an account, worked out again from its journal: from the last snapshot before on. */
final class Past {
    private static final int PAGE = 16;

    /** About as many events as snapshots are apart. */
    private static final int EVENTS = 100;

    private final LoyaltyEngine engine;
    private final AccountStore store;
    private final AccountKey key;

    Past(LoyaltyEngine engine, AccountStore store, AccountKey key) {
        this.engine = engine;
        this.store = store;
        this.key = key;
    }

    /** The account as it stood at an instant; empty if there was none, or its events were erased. */
    Optional<Account> at(Instant at) {
        StoredAccount start = snapshot(each -> !each.account().asOf().isAfter(at));
        return worked(start, (posted, next) -> next.account().asOf().isAfter(at))
                .map(Worked::replay)
                .filter(replay -> replay.account().isOpen())
                .map(replay ->
                        replay.engine().advance(replay.account(), at).orThrow().account());
    }

    /** Why a purchase that is in the journal earned what it earned; empty if the events before it were erased. */
    Optional<Explanation> explain(PostedEvent purchase) {
        String id = purchase.event().id();
        StoredAccount start = snapshot(each -> each.recordedAt().isBefore(purchase.recordedAt()));
        return worked(start, (posted, next) -> posted.event().id().equals(id))
                .map(Worked::next)
                .map(Decision::explanation);
    }

    /** The last snapshot of which something is true that is true of all before it, or null. */
    @Nullable
    StoredAccount snapshot(Predicate<StoredAccount> isWanted) {
        long before = Long.MAX_VALUE;
        List<StoredAccount> page;
        do {
            page = store.snapshots(key, before, PAGE);
            for (StoredAccount snapshot : page) {
                if (isWanted.test(snapshot)) {
                    return snapshot;
                }
                before = snapshot.revision();
            }
        } while (page.size() == PAGE);
        return null;
    }

    /**
     * An account that was worked out until an event.
     *
     * @param replay the account before the event
     * @param next what the event does; null if the journal ended before
     */
    private record Worked(Replay replay, @Nullable Decision next) {}

    /** Works the account out until an event at which something is true; empty if an event was erased. */
    private Optional<Worked> worked(@Nullable StoredAccount start, BiPredicate<PostedEvent, Decision> isEnd) {
        Replay replay = start == null ? Replay.ofAll(engine, key.customer()) : Replay.ofRest(engine, store, key, start);
        long after = start == null ? 0 : start.revision();
        for (PostedEvent posted : new JournalPages(store, key, after, Long.MAX_VALUE).ofSize(EVENTS)) {
            if (posted.isErased()) {
                return Optional.empty();
            }
            Decision next = replay.next(posted);
            if (!next.isAccepted() && start != null) {
                // The host has archived a receipt of then. From the first event on, nothing of before is needed.
                return worked(null, isEnd);
            }
            if (isEnd.test(posted, next)) {
                return Optional.of(new Worked(replay, next));
            }
            replay.goOn(next);
        }
        return Optional.of(new Worked(replay, null));
    }
}
