package dev.laurel.simulation;

import static dev.laurel.simulation.SimulationFailure.unless;
import static dev.laurel.simulation.SimulationFailure.unlessEqual;

import com.google.common.collect.ImmutableSet;
import dev.laurel.codec.Codec;
import dev.laurel.decision.PostedEvent;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.engine.Quote;
import dev.laurel.engine.RewardOption;
import dev.laurel.event.Batch;
import dev.laurel.event.BatchRecord;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.RewardChoice;
import dev.laurel.event.TimePassed;
import dev.laurel.receipt.ClosureReceipt;
import dev.laurel.service.AccountKey;
import dev.laurel.service.AccountStore;
import dev.laurel.service.AccountView;
import dev.laurel.service.BatchOutcome;
import dev.laurel.service.ConcurrentUpdateException;
import dev.laurel.service.DueProgress;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.Intent;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Named;
import dev.laurel.service.OutboxMessage;
import dev.laurel.service.Outcome;
import dev.laurel.service.Placement;
import dev.laurel.service.StoredAccount;
import dev.laurel.testkit.SeededHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Runs a history through a service over a store that fails as real ones do, and through one over a store that never fails. The host
 * sends an event again until it has an answer. In the end both stores hold the same, and each event was told once.
 */
final class FaultySimulation {
    private static final Instant RECORDED = Instant.parse("2030-01-01T00:00:00Z");
    private static final int LIMIT = 1_000;

    /** One of so many events comes in a batch, and then the outbox is read. */
    private static final int EVERY = 8;

    private static final int MOST_SENT = 1_000;

    private final SeededHistory history;
    private final Tally tally;
    private final InMemoryAccountStore right = InMemoryAccountStore.withOutbox();
    private final InMemoryAccountStore kept = InMemoryAccountStore.withOutbox();
    private final FaultyStore faulty;
    private final LoyaltyService calm;
    private final LoyaltyService service;
    private final Map<AccountKey, List<PostedEvent>> told = new LinkedHashMap<>();
    private final Set<Long> messages = new LinkedHashSet<>();

    private FaultySimulation(SeededHistory history, FaultyStore.Breach breach, Tally tally) {
        this.history = history;
        this.tally = tally;
        LoyaltyEngine engine = LoyaltyEngine.ofVersions(history.versions());
        faulty = new FaultyStore(kept, history.seed(), tally, breach);
        // Record times then follow from the place in a journal, however often something is tried.
        calm = ofHistories(engine, right);
        service = untilAnswered(() -> ofHistories(engine, faulty), new boolean[1]);
    }

    /** What happened long before its clock, or after it, is as good as any. */
    private static LoyaltyService ofHistories(LoyaltyEngine engine, AccountStore store) {
        Duration ever = Duration.ofDays(3_650_000);
        return LoyaltyService.of(engine, store)
                .withClock(() -> RECORDED)
                .withTolerance(ever)
                .withPromisesFor(ever);
    }

    /**
     * Runs a history.
     *
     * @param breach what the store does that it must not, for a test of this test
     * @throws SimulationFailure if something was lost, doubled or changed
     */
    static void run(SeededHistory history, FaultyStore.Breach breach, Tally tally) {
        FaultySimulation simulation = new FaultySimulation(history, breach, tally);
        for (int i = 0; i < history.events().size(); i++) {
            LoyaltyEvent event = history.events().get(i);
            try {
                if (i % EVERY == 0 && !(event instanceof TimePassed)) {
                    simulation.nextInBatch(Batch.of("batch-" + i, event));
                    simulation.deliver(LIMIT);
                } else if (event instanceof Purchase purchase && i % 2 == 0) {
                    simulation.nextPlaced(purchase);
                } else {
                    simulation.next(event);
                }
            } catch (SimulationFailure e) {
                throw new SimulationFailure("at event " + i + ", " + event.id() + ": " + e.getMessage());
            }
        }
        simulation.finish();
        tally.countHistory();
    }

    private void next(LoyaltyEvent event) {
        Outcome expected = calm.submit(event);
        boolean[] hasFailed = {false};
        Outcome outcome = untilAnswered(() -> service.submit(event), hasFailed);
        unlessEqual("the refusal", outcome.refusal(), expected.refusal());
        unlessSame(outcome, expected, hasFailed[0]);
        unlessEqual("the account", outcome.account(), expected.account());
    }

    /** An event in a batch, whose record is committed with it. */
    private void nextInBatch(Batch batch) {
        BatchOutcome expected = calm.submitBatch(batch);
        boolean[] hasFailed = {false};
        BatchOutcome outcome = untilAnswered(() -> service.submitBatch(batch), hasFailed);
        unlessEqual("the refusal of a batch", outcome.refusal(), expected.refusal());
        unlessSame(outcome.outcomes(), expected.outcomes(), hasFailed[0]);
        unlessEqual("the account after a batch", outcome.account(), expected.account());
        tally.count("fault: a batch " + (hasFailed[0] ? "was sent again" : "was answered at once"));
    }

    /** An order on a promise, with a reward if there is one to be had; as it comes if it cannot be quoted. */
    private void nextPlaced(Purchase purchase) {
        dev.laurel.service.Member member = calm.member(purchase.customer(), purchase.occurredAt());
        RewardChoice[] choices = member.rewards(purchase.basket()).stream()
                .filter(RewardOption::isAvailable)
                .limit(1)
                .map(option -> RewardChoice.of(option.reward().id()))
                .toArray(RewardChoice[]::new);
        Quote quote = member.quote(purchase.basket(), choices);
        if (!quote.isAccepted()) {
            next(purchase);
            return;
        }
        Placement expected = calm.place(purchase.id(), quote.promise());
        boolean[] hasFailed = {false};
        Placement placement = untilAnswered(() -> service.place(purchase.id(), quote.promise()), hasFailed);
        unlessEqual("the refusal of an order", placement.refusal(), expected.refusal());
        unlessSame(placement.outcomes(), expected.outcomes(), hasFailed[0]);
        unlessEqual("the account after an order", placement.account(), expected.account());
        tally.count("fault: an order " + (hasFailed[0] ? "was sent again" : "was answered at once"));
        tally.count("fault: events of an order: " + expected.outcomes().size());
    }

    private void unlessSame(List<Outcome> outcomes, List<Outcome> expected, boolean hasFailed) {
        unlessEqual("the number of outcomes", outcomes.size(), expected.size());
        for (int i = 0; i < expected.size(); i++) {
            unlessSame(outcomes.get(i), expected.get(i), hasFailed);
        }
    }

    private void unlessSame(Outcome outcome, Outcome expected, boolean hasFailed) {
        // What was committed before its answer was lost is a repetition by now.
        boolean mayRepeat = hasFailed && expected.posted().isPresent();
        unless(
                outcome.isRepeat() == expected.isRepeat() || (outcome.isRepeat() && mayRepeat),
                "an event must be a repetition as without faults, but is one: " + outcome.isRepeat());
        if (outcome.isRepeat() && !expected.isRepeat()) {
            tally.count("fault: answered as a repetition");
        }
        unlessEqual("what is in the journal of it", outcome.posted(), expected.posted());
    }

    /** The host's rule: the same again, until there is an answer. */
    private static <T> T untilAnswered(Supplier<T> call, boolean[] hasFailed) {
        for (int sent = 0; sent < MOST_SENT; sent++) {
            try {
                return call.get();
            } catch (FaultyStore.BrokenConnection | ConcurrentUpdateException e) {
                hasFailed[0] = true;
            }
        }
        throw new SimulationFailure("no answer came after " + MOST_SENT + " times");
    }

    /** Reads messages and says that they are delivered; those that come again since that failed are known by their numbers. */
    private void deliver(int limit) {
        boolean[] hasFailed = {false};
        List<OutboxMessage> page = untilAnswered(() -> faulty.outbox(limit), hasFailed);
        for (OutboxMessage message : page) {
            if (messages.add(message.id())) {
                told.computeIfAbsent(message.key(), key -> new ArrayList<>()).add(message.posted());
            } else {
                tally.count("fault: told again");
            }
        }
        try {
            faulty.delivered(page.stream().map(OutboxMessage::id).toList());
        } catch (FaultyStore.BrokenConnection e) {
            // Those that stay come again with the next page.
            tally.count("fault: not known to be delivered");
        }
    }

    // --- at the end ---

    private void finish() {
        advanceAll();
        faulty.settle();
        while (!kept.outbox(1).isEmpty()) {
            deliver(7);
        }
        String program = history.program().id();
        unlessEqual("the accounts", kept.accounts(program, "", LIMIT), right.accounts(program, "", LIMIT));
        Instant end = Instant.parse("9999-01-01T00:00:00Z");
        unlessEqual("who is due", kept.due(program, end, "1", null, LIMIT), right.due(program, end, "1", null, LIMIT));
        for (StoredAccount account : right.accounts(program, "", LIMIT)) {
            finish(new AccountKey(program, account.account().customer()));
        }
    }

    /** The nightly job is run until no account fails. */
    private void advanceAll() {
        DueProgress expected = calm.advanceDue(RECORDED, progress -> {});
        unlessEqual("the accounts that failed without faults", expected.failed(), List.of());
        boolean[] hasFailed = {false};
        for (int run = 0; run < MOST_SENT; run++) {
            DueProgress progress = untilAnswered(() -> service.advanceDue(RECORDED, soFar -> {}), hasFailed);
            if (progress.failed().isEmpty()) {
                return;
            }
            tally.count("fault: an account was left by the nightly job");
        }
        throw new SimulationFailure("the nightly job did not end after " + MOST_SENT + " runs");
    }

    private void finish(AccountKey key) {
        List<PostedEvent> journal = right.journal(key, 0, LIMIT);
        unlessEqual("the journal", kept.journal(key, 0, LIMIT), journal);
        unlessEqual("the ids that were told", ids(told.getOrDefault(key, List.of())), ids(toBeTold(journal)));
        AccountView expected = all(right, key, journal);
        AccountView view = all(kept, key, journal);
        unlessEqual("what is read", view, expected);
        unlessEqual(
                "the digest of the account",
                view.account().map(Codec.ACCOUNTS::digest),
                expected.account().map(Codec.ACCOUNTS::digest));
        List<String> wrong = LoyaltyService.of(service.engine(), kept).verify(key.customer());
        unless(wrong.isEmpty(), "what is kept of " + key + " does not agree: " + wrong);
    }

    /** The record of a batch or an order says nothing beside its events. */
    private static List<PostedEvent> toBeTold(List<PostedEvent> journal) {
        return journal.stream()
                .filter(posted -> !(posted.event() instanceof BatchRecord))
                .toList();
    }

    private static List<String> ids(List<PostedEvent> posted) {
        return posted.stream().map(event -> event.event().id()).toList();
    }

    private static AccountView all(AccountStore store, AccountKey key, List<PostedEvent> journal) {
        Set<String> ids = ImmutableSet.<String>builder()
                .addAll(ids(journal))
                .add(ClosureReceipt.EVENT)
                .build();
        return store.read(key, new Named(ids, ids), Intent.VIEW);
    }
}
