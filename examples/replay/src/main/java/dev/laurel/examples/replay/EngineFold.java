package dev.laurel.examples.replay;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Erasure;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.ledger.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The account of one customer, event by event, with nothing beside it but what later events of that customer can ask for: which events
 * there were, and their receipts. What it does is what a service over a store does with the events of a customer who gives points to
 * nobody.
 */
final class EngineFold implements Fold {
    private final LoyaltyEngine engine;
    private final String customer;
    private final boolean tellsEntries;
    private final Map<String, LoyaltyEvent> events = new HashMap<>();
    private final KnownReceipts receipts = new KnownReceipts();
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final List<UnpaidOrders> unpaid = new ArrayList<>();
    private final List<RefusedEvent> refused = new ArrayList<>();
    private @Nullable Account account;
    private long repeated;

    /**
     * That of one customer.
     *
     * @param tellsEntries whether the result has the entries; they are only made if it has
     */
    EngineFold(LoyaltyEngine engine, String customer, boolean tellsEntries) {
        this.engine = engine;
        this.customer = customer;
        this.tellsEntries = tellsEntries;
    }

    @Override
    public void take(Arrival arrival) {
        LoyaltyEvent event = arrival.event();
        Refusal refusal = event == null ? arrival.refusal() : refusalOf(event);
        if (refusal != null) {
            refused.add(new RefusedEvent(arrival.id(), refusal));
        }
    }

    /** Runs the event, and says why not if it is refused. */
    private @Nullable Refusal refusalOf(LoyaltyEvent event) {
        LoyaltyEvent before = events.get(event.id());
        if (before != null) {
            return refusalOfNext(event, before);
        }
        Decision decision = engine.evaluate(present(), event, engine.receiptsFor(event, receipts::of));
        if (decision.isAccepted()) {
            events.put(event.id(), event);
            note(decision);
        }
        return decision.refusal().orElse(null);
    }

    /** An event of an id that there was before: the same again, or another one. */
    private @Nullable Refusal refusalOfNext(LoyaltyEvent event, LoyaltyEvent before) {
        // Of an erased customer nobody may be told that an event is another one.
        boolean isRepeat = present().milestones().erased() != null || before.equals(event);
        if (isRepeat) {
            repeated++;
        }
        return isRepeat ? null : Refusal.IdConflict.between(before, event);
    }

    private Account present() {
        Account present = account;
        return present == null ? engine.newAccount(customer) : present;
    }

    private void note(Decision decision) {
        account = decision.account();
        if (decision.event() instanceof Erasure) {
            receipts.clear();
        }
        receipts.add(decision);
        noteWritten(decision);
    }

    private void noteWritten(Decision decision) {
        if (tellsEntries) {
            entries.addAll(decision.entries());
        }
        unpaid.addAll(decision.unpaid());
    }

    @Override
    public List<CustomerResult> resultsAt(Instant until) {
        long accepted = events.size();
        if (account == null) {
            return refused.isEmpty() ? List.of() : List.of(result(null, accepted));
        }
        Decision passage = engine.advance(account, until).orThrow();
        noteWritten(passage);
        Account last = passage.account();
        return List.of(result(new FinalAccount(last, Codec.ACCOUNTS.digest(last)), accepted));
    }

    private CustomerResult result(@Nullable FinalAccount last, long accepted) {
        return new CustomerResult(customer, last, entries, unpaid, refused, accepted, repeated, null);
    }
}
