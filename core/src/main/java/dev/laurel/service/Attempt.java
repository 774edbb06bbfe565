package dev.laurel.service;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.BatchRecord;
import dev.laurel.event.Erasure;
import dev.laurel.event.LoyaltyEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt to post something: it reads accounts, goes on with what was decided, and commits once, or not at all. Made and dropped within
 * one try.
 */
final class Attempt {
    private static final Logger LOG = LoggerFactory.getLogger(LoyaltyService.class);

    private final LoyaltyEngine engine;
    private final VersionRegistry registry;
    private final AccountStore store;
    private final Instant now;
    private final Duration tolerance;
    private final int snapshotsEvery;
    private final List<AccountWork> accounts = new ArrayList<>(1);
    private final List<Outcome> outcomes = new ArrayList<>(1);

    /**
     * An attempt at an instant.
     *
     * @param tolerance how far ahead of that instant an event may lie
     * @param snapshotsEvery after how many events of an account a snapshot of it is kept
     */
    Attempt(
            LoyaltyEngine engine,
            VersionRegistry registry,
            AccountStore store,
            Instant now,
            Duration tolerance,
            int snapshotsEvery) {
        this.engine = engine;
        this.registry = registry;
        this.store = store;
        this.now = now;
        this.tolerance = tolerance;
        this.snapshotsEvery = snapshotsEvery;
    }

    LoyaltyEngine engine() {
        return engine;
    }

    /** What became of each event, also of those of other customers that followed from them: what listeners are told. */
    List<Outcome> outcomes() {
        return outcomes;
    }

    /** The account of a customer in this attempt; read only once. */
    AccountWork open(String customer, Named named) {
        for (AccountWork work : accounts) {
            if (work.key().customer().equals(customer)) {
                return work;
            }
        }
        AccountKey key = new AccountKey(engine.programId(), customer);
        AccountWork work = new AccountWork(engine, key, store.read(key, named, Intent.UPDATE));
        accounts.add(work);
        return work;
    }

    /** Why an event lies too far ahead of the clock, or null if it does not. */
    @Nullable
    Refusal tooEarly(Instant at) {
        return Duration.between(now, at).compareTo(tolerance) > 0
                ? new Refusal.EventTooEarly(at, now, tolerance)
                : null;
    }

    /** Why a promise is too old to be kept, or null if it is not. */
    @Nullable
    Refusal tooOld(Instant promised, Duration longest) {
        return Duration.between(promised, now).compareTo(longest) > 0
                ? new Refusal.QuoteChanged("instant", promised.toString(), now.toString())
                : null;
    }

    /** Goes on with what was decided and with what it sends to others, or says why one of these is refused. */
    @Nullable
    Refusal take(AccountWork work, Decision decision) {
        if (!decision.isAccepted()) {
            decision.failure().ifPresent(thrown -> logFailure(decision.event(), thrown));
            return decision.refusal().orElseThrow();
        }
        Outcome outcome = work.take(decision, now);
        if (!(decision.event() instanceof BatchRecord)) {
            // It is nothing beside the events of the batch.
            outcomes.add(outcome);
        }
        if (decision.event() instanceof Erasure) {
            work.erase(new JournalPages(store, work.key(), 0, work.view().revision()));
        }
        for (LoyaltyEvent delivery : decision.deliveries()) {
            AccountWork there = open(delivery.customer(), Named.event(delivery.id()));
            Refusal refusal = there.known(delivery.id()) == null
                    ? take(there, engine.evaluate(there.account(), delivery, there.receipts()))
                    : null;
            if (refusal != null) {
                requireStill(work);
                return refusal;
            }
        }
        return null;
    }

    /**
     * What is refused by another account is committed by nobody, so nothing else tells that this one has changed since it was read: then the
     * event may be there by now.
     */
    private void requireStill(AccountWork work) {
        long present = store.read(work.key(), Named.NOTHING, Intent.UPDATE).revision();
        if (present != work.view().revision()) {
            throw new ConcurrentUpdateException(work.key(), work.view().revision(), present);
        }
    }

    /** What became of an event of the first account in this attempt. */
    Outcome outcomeOf(String event) {
        return outcomes.stream()
                .filter(outcome -> outcome.event().id().equals(event))
                .filter(outcome ->
                        outcome.event().customer().equals(accounts.get(0).key().customer()))
                .findFirst()
                .orElseThrow();
    }

    /** Notes what became of an event that was not evaluated. */
    @CanIgnoreReturnValue
    Outcome note(Outcome outcome) {
        outcomes.add(outcome);
        return outcome;
    }

    /** Nothing but the refusal is left of what was tried. */
    Outcome refuse(AccountWork work, LoyaltyEvent event, Refusal refusal) {
        outcomes.clear();
        accounts.clear();
        return note(Outcome.refused(event, work.before(), refusal));
    }

    /** Stores what all accounts have come to. */
    void commit() {
        List<AccountCommit> commits = new ArrayList<>(accounts.size());
        for (AccountWork work : accounts) {
            AccountCommit commit = work.commit(engine, registry, snapshotsEvery);
            if (commit != null) {
                commits.add(commit);
            }
        }
        if (!commits.isEmpty()) {
            store.commit(commits);
        }
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
