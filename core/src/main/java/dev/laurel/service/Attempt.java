package dev.laurel.service;

import com.google.common.collect.ImmutableSet;
import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Promise;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.engine.Quote;
import dev.laurel.event.Batch;
import dev.laurel.event.Batched;
import dev.laurel.event.Erasure;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.TimePassed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt to post something: it reads accounts, evaluates, and commits once, or not at all. Made and dropped within one try. */
final class Attempt {
    private static final Logger LOG = LoggerFactory.getLogger(LoyaltyService.class);

    private final LoyaltyEngine engine;
    private final AccountStore store;
    private final Instant now;
    private final Duration tolerance;
    private final List<AccountWork> accounts = new ArrayList<>(1);
    private final List<Outcome> outcomes = new ArrayList<>(1);

    /**
     * An attempt at an instant.
     *
     * @param tolerance how far ahead of that instant an event may lie
     */
    Attempt(LoyaltyEngine engine, AccountStore store, Instant now, Duration tolerance) {
        this.engine = engine;
        this.store = store;
        this.now = now;
        this.tolerance = tolerance;
    }

    /** What became of each event, also of those of other customers that followed from them: what listeners are told. */
    List<Outcome> outcomes() {
        return outcomes;
    }

    // --- an event ---

    /** Posts an event and what follows from it for other customers, together or not at all. */
    Outcome post(LoyaltyEvent event) {
        AccountWork work = open(
                key(event.customer()),
                new Named(ImmutableSet.of(event.id()), ImmutableSet.copyOf(engine.receiptsNamedBy(event))));
        Outcome again = work.again(event);
        if (again != null) {
            return told(again);
        }
        Refusal early = tooEarly(event.occurredAt());
        if (early != null) {
            return told(Outcome.refused(event, work.before(), early));
        }
        Decision decision = engine.evaluate(work.account(), event, work.receipts());
        if (event instanceof TimePassed && didNothing(decision, work.before())) {
            return told(Outcome.nothing(event, work.before()));
        }
        Refusal refusal = take(work, decision);
        if (refusal != null) {
            return refused(Outcome.refused(event, work.before(), refusal));
        }
        Outcome outcome = outcomes.get(0);
        commit();
        return outcome;
    }

    /** That points became available shows in a balance and in no entry. */
    private static boolean didNothing(Decision decision, Account before) {
        return decision.isAccepted()
                && decision.entries().isEmpty()
                && decision.tierChanges().isEmpty()
                && before.wallets().stream()
                        .allMatch(wallet ->
                                wallet.balance().equals(decision.account().balance(wallet.currency())));
    }

    // --- several ---

    /** Posts a batch: all of its events that are new, or none. */
    BatchOutcome post(Batch batch) {
        AccountWork work = open(key(batch.customer()), named(batch));
        Set<String> known = new HashSet<>();
        for (LoyaltyEvent event : batch.events()) {
            Outcome again = work.again(event);
            if (again != null && !again.isAccepted()) {
                return BatchOutcome.refused(batch, refused(again));
            }
            if (again != null) {
                known.add(event.id());
            }
        }
        Outcome again = work.again(batch.record());
        if (again != null && !again.isAccepted()) {
            return BatchOutcome.refused(batch, refused(again));
        }
        if (again != null) {
            known.add(batch.id());
        }
        return known.size() > batch.events().size() ? repeated(work, batch) : post(work, batch, known);
    }

    private Named named(Batch batch) {
        ImmutableSet.Builder<String> events = ImmutableSet.<String>builder().add(batch.id());
        ImmutableSet.Builder<String> receipts = ImmutableSet.builder();
        for (LoyaltyEvent event : batch.events()) {
            events.add(event.id());
            receipts.addAll(engine.receiptsNamedBy(event));
        }
        return new Named(events.build(), receipts.build());
    }

    private BatchOutcome repeated(AccountWork work, Batch batch) {
        return BatchOutcome.accepted(
                batch,
                work.before(),
                batch.events().stream().map(event -> told(again(work, event))).toList());
    }

    private static Outcome again(AccountWork work, LoyaltyEvent event) {
        Outcome again = work.again(event);
        if (again == null) {
            throw new IllegalStateException("event '" + event.id() + "' was accepted before");
        }
        return again;
    }

    private BatchOutcome post(AccountWork work, Batch batch, Set<String> known) {
        Refusal early = tooEarly(batch.occurredAt());
        if (early != null) {
            return BatchOutcome.refused(
                    batch, refused(Outcome.refused(batch.events().get(0), work.before(), early)));
        }
        for (Decision decision : engine.evaluate(work.account(), batch, known, work.receipts())) {
            Refusal refusal = take(work, decision);
            if (refusal != null) {
                return BatchOutcome.refused(batch, refused(Outcome.refused(decision.event(), work.before(), refusal)));
            }
        }
        List<Outcome> ofBatch = new ArrayList<>();
        for (LoyaltyEvent event : batch.events()) {
            ofBatch.add(known.contains(event.id()) ? again(work, event) : outcomeOf(event));
        }
        commit();
        return BatchOutcome.accepted(batch, work.account(), ofBatch);
    }

    private Outcome outcomeOf(LoyaltyEvent event) {
        return outcomes.stream()
                .filter(outcome -> outcome.event().equals(event))
                .findFirst()
                .orElseThrow();
    }

    // --- an order ---

    /** Places an order on a promise. */
    Placement place(String order, Promise promise) {
        List<Redemption> redemptions = engine.redemptionsOf(order, promise);
        Purchase asked = new Purchase(order, promise.customer(), promise.at(), promise.basket());
        AccountWork work = open(
                key(promise.customer()),
                new Named(OrderBefore.ids(asked, redemptions), ImmutableSet.copyOf(engine.receiptsNamedBy(asked))));
        OrderBefore before = new OrderBefore(work, asked, redemptions);
        Refusal conflict = before.isThere() ? before.conflict() : tooEarly(promise.at());
        if (conflict != null) {
            return refused(promise, work, asked, conflict);
        }
        if (before.isThere()) {
            List<Outcome> again = before.outcomes();
            outcomes.addAll(again);
            return Placement.placed(promise, work.before(), again);
        }
        Quote quote = engine.place(work.account(), order, promise, work.receipts());
        if (!quote.isAccepted()) {
            return refused(promise, work, asked, quote.refusal().orElseThrow());
        }
        List<Decision> decisions = new ArrayList<>(quote.redemptions());
        decisions.add(quote.purchase().orElseThrow());
        for (Decision decision : decisions) {
            Refusal refusal = take(work, decision);
            if (refusal != null) {
                return refused(promise, work, asked, refusal);
            }
        }
        commit();
        return Placement.placed(
                promise,
                work.account(),
                decisions.stream().map(decision -> outcomeOf(decision.event())).toList());
    }

    private Placement refused(Promise promise, AccountWork work, Purchase asked, Refusal refusal) {
        Outcome refused = refused(Outcome.refused(asked, work.before(), refusal));
        return Placement.refused(promise, refused.account(), refusal);
    }

    // --- what all have in common ---

    private AccountKey key(String customer) {
        return new AccountKey(engine.program().id(), customer);
    }

    /** The account of a key in this attempt; read only once. */
    private AccountWork open(AccountKey key, Named named) {
        for (AccountWork work : accounts) {
            if (work.key().equals(key)) {
                return work;
            }
        }
        AccountWork work = new AccountWork(engine, key, store.read(key, named, Intent.UPDATE));
        accounts.add(work);
        return work;
    }

    private @Nullable Refusal tooEarly(Instant at) {
        return Duration.between(now, at).compareTo(tolerance) > 0
                ? new Refusal.EventTooEarly(at, now, tolerance)
                : null;
    }

    /** Goes on with what was decided and with what it sends to others, or says why one of these is refused. */
    private @Nullable Refusal take(AccountWork work, Decision decision) {
        if (!decision.isAccepted()) {
            decision.failure().ifPresent(thrown -> logFailure(decision.event(), thrown));
            return decision.refusal().orElseThrow();
        }
        Outcome outcome = work.take(decision, now);
        if (!(decision.event() instanceof Batched)) {
            // A batch is nothing beside its events.
            outcomes.add(outcome);
        }
        if (decision.event() instanceof Erasure) {
            work.erase(new JournalPages(store, work.key(), 0, work.view().revision()));
        }
        for (LoyaltyEvent delivery : decision.deliveries()) {
            AccountWork there = open(key(delivery.customer()), Named.event(delivery.id()));
            Refusal refusal = take(there, engine.evaluate(there.account(), delivery, there.receipts()));
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
        long present = store.read(work.key(), Named.NOTHING, Intent.VIEW).revision();
        if (present != work.view().revision()) {
            throw new ConcurrentUpdateException(work.key(), work.view().revision(), present);
        }
    }

    private Outcome told(Outcome outcome) {
        outcomes.add(outcome);
        return outcome;
    }

    /** Nothing but the refusal is left of what was tried. */
    private Outcome refused(Outcome refused) {
        outcomes.clear();
        accounts.clear();
        return told(refused);
    }

    private void commit() {
        List<AccountCommit> commits = new ArrayList<>(accounts.size());
        for (AccountWork work : accounts) {
            AccountCommit commit = work.commit(engine);
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
