package dev.laurel.service;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.TimePassed;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An event on its way into a store: evaluated on the account as it stands, and committed only if it still stands there. */
final class EventPosting {
    private static final Logger LOG = LoggerFactory.getLogger(LoyaltyService.class);
    private static final int MAX_ATTEMPTS = 1_000;

    private final LoyaltyEngine engine;
    private final AccountStore store;
    private final InstantSource clock;

    /** What became of one event on one account, and what is to be committed for it, if anything. */
    private record Step(Outcome outcome, List<AccountCommit> commits, List<LoyaltyEvent> deliveries) {
        static Step nothing(Outcome outcome) {
            return new Step(outcome, List.of(), List.of());
        }
    }

    EventPosting(LoyaltyEngine engine, AccountStore store, InstantSource clock) {
        this.engine = engine;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Posts an event and what it brings about for other customers, together or not at all.
     *
     * @return what became of it, followed by what became of those others
     */
    List<Outcome> post(LoyaltyEvent event) {
        StaleAccountException stale = null;
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            try {
                return attempt(event);
            } catch (StaleAccountException e) {
                stale = e;
            }
        }
        throw stale == null ? new IllegalStateException("no attempt was made") : stale;
    }

    private List<Outcome> attempt(LoyaltyEvent event) {
        Step first = step(event);
        List<AccountCommit> commits = new ArrayList<>(first.commits());
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(first.outcome());
        for (LoyaltyEvent delivery : first.deliveries()) {
            Step there = step(delivery);
            Optional<Refusal> refusal = there.outcome().refusal();
            if (refusal.isPresent()) {
                requireStill(key(event), first.commits().get(0).expectedRevision());
                return List.of(refused(event, present(key(event)), refusal.get()));
            }
            commits.addAll(there.commits());
            outcomes.add(there.outcome());
        }
        if (!commits.isEmpty()) {
            store.commit(commits);
        }
        return outcomes;
    }

    private Step step(LoyaltyEvent event) {
        AccountKey key = key(event);
        StoredAccount stored = store.account(key).orElse(null);
        Account account = stored == null ? engine.newAccount(key.customer()) : stored.account();
        long revision = stored == null ? 0 : stored.revision();
        Optional<PostedEvent> before = store.event(key, event.id());
        if (before.isPresent()) {
            // The account was read before the event was found, so it can be older than that.
            return Step.nothing(repeated(event, present(key), before.get()));
        }
        Decision decision = engine.evaluate(account, event, engine.receiptsFor(event, id -> store.receipt(key, id)));
        Optional<Refusal> refusal = decision.refusal();
        if (refusal.isPresent()) {
            requireStill(key, revision);
            decision.failure().ifPresent(thrown -> logFailure(event, thrown));
            return Step.nothing(refused(event, account, refusal.get()));
        }
        if (event instanceof TimePassed && broughtAboutNothing(decision, account)) {
            return Step.nothing(new Outcome(event, false, account, List.of(), List.of(), List.of(), null));
        }
        PostedEvent posted = PostedEvent.of(decision, recordTime(stored));
        return new Step(
                new Outcome(
                        event,
                        false,
                        decision.account(),
                        posted.entries(),
                        posted.tierChanges(),
                        posted.unpaid(),
                        null),
                List.of(new AccountCommit(key, revision, decision.account(), posted, decision.receipts())),
                decision.deliveries());
    }

    /** That points became available shows in a balance and in no entry. */
    private static boolean broughtAboutNothing(Decision decision, Account before) {
        return decision.entries().isEmpty()
                && decision.tierChanges().isEmpty()
                && before.wallets().stream()
                        .allMatch(wallet ->
                                wallet.balance().equals(decision.account().balance(wallet.currency())));
    }

    /**
     * What is refused is committed by nobody, so nothing else tells that the account has changed since it was read: then a receipt
     * that was read after it may be of another time, or the event be there by now.
     */
    private void requireStill(AccountKey key, long revision) {
        long present = store.account(key).map(StoredAccount::revision).orElse(0L);
        if (present != revision) {
            throw new StaleAccountException(key, revision, present);
        }
    }

    private Account present(AccountKey key) {
        return store.account(key).map(StoredAccount::account).orElseGet(() -> engine.newAccount(key.customer()));
    }

    private AccountKey key(LoyaltyEvent event) {
        return new AccountKey(engine.program().id(), event.customer());
    }

    private static Outcome refused(LoyaltyEvent event, Account account, Refusal refusal) {
        return new Outcome(event, false, account, List.of(), List.of(), List.of(), refusal);
    }

    private static Outcome repeated(LoyaltyEvent event, Account account, PostedEvent first) {
        // What an erasure has left of an event cannot tell whether this is the same, and nobody may be told that it is
        // another.
        return account.milestones().erased() != null || first.event().equals(event)
                ? new Outcome(event, true, account, first.entries(), first.tierChanges(), first.unpaid(), null)
                : refused(event, account, Refusal.IdConflict.between(first.event(), event));
    }

    /** Strictly after the last one of the account, even where the clock stands still or goes back. */
    private Instant recordTime(@Nullable StoredAccount stored) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return stored == null || now.isAfter(stored.recordedAt())
                ? now
                : stored.recordedAt().plus(1, ChronoUnit.MICROS);
    }

    /** Where the rule threw, but not what it said: its message may hold personal data. */
    private static void logFailure(LoyaltyEvent event, Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        LOG.warn(
                "a rule threw {} at {} for event {} of customer {}",
                thrown.getClass().getName(),
                frames.length == 0 ? "an unknown place" : frames[0],
                event.id(),
                event.customer());
    }
}
