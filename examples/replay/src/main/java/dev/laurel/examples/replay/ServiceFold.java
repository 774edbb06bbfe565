package dev.laurel.examples.replay;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Transfer;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Any number of customers at once, over a store that keeps all of them: for customers who may give each other points, and for those of
 * whom more is asked than what they come to.
 */
final class ServiceFold implements Fold {
    private final LoyaltyService service;
    private Instant now = Instant.EPOCH;
    private final Map<String, Counts> customers = new HashMap<>();

    private static final class Counts {
        private long accepted;
        private long repeated;
        /** Whether points came that another customer gave, which may be all that ever happened. */
        private boolean received;

        private final List<UnpaidOrders> unpaid = new ArrayList<>();
        private final List<RefusedEvent> refused = new ArrayList<>();
    }

    ServiceFold(LoyaltyEngine engine) {
        // An event comes when it happens: nothing of a history lies ahead of the clock.
        service = LoyaltyService.of(engine, new InMemoryAccountStore())
                .withClock(() -> now)
                .withListener(this::note);
    }

    /** What an event says of orders, also where it is one of another customer that brought it here. */
    private void note(Outcome outcome) {
        if (!outcome.unpaid().isEmpty()) {
            countsOf(outcome.event().customer()).unpaid.addAll(outcome.unpaid());
        }
    }

    private Counts countsOf(String customer) {
        return customers.computeIfAbsent(customer, id -> new Counts());
    }

    @Override
    public void take(Arrival arrival) {
        Counts counts = countsOf(arrival.customer());
        LoyaltyEvent event = arrival.event();
        Refusal refusal = arrival.refusal();
        if (event != null) {
            now = event.occurredAt();
            Outcome outcome = service.submit(event);
            refusal = outcome.refusal().orElse(null);
            if (outcome.isRepeat()) {
                counts.repeated++;
            } else if (outcome.isAccepted()) {
                counts.accepted++;
                if (event instanceof Transfer transfer) {
                    countsOf(transfer.to()).received = true;
                }
            }
        }
        if (refusal != null) {
            counts.refused.add(new RefusedEvent(arrival.id(), refusal));
        }
    }

    @Override
    public List<CustomerResult> resultsAt(Instant until) {
        now = until;
        List<CustomerResult> results = new ArrayList<>(customers.size());
        customers.forEach((customer, counts) -> results.add(resultAt(until, customer, counts)));
        return results;
    }

    private CustomerResult resultAt(Instant until, String customer, Counts counts) {
        // Without either the id may be one that no account can have.
        boolean isKnown = counts.accepted > 0 || counts.received;
        Optional<Account> stored = isKnown ? service.account(customer) : Optional.empty();
        if (stored.isEmpty()) {
            return new CustomerResult(
                    customer, null, List.of(), List.of(), counts.refused, 0, counts.repeated, service);
        }
        LoyaltyEngine engine = service.engine();
        Decision passage = engine.advance(stored.get(), until);
        List<LedgerEntry> entries = new ArrayList<>(service.entries(customer));
        entries.addAll(passage.orThrow().entries());
        List<UnpaidOrders> unpaid = new ArrayList<>(counts.unpaid);
        unpaid.addAll(passage.unpaid());
        Account account = passage.account();
        return new CustomerResult(
                customer,
                new FinalAccount(account, Codec.ACCOUNTS.digest(account)),
                entries,
                unpaid,
                counts.refused,
                counts.accepted,
                counts.repeated,
                service);
    }
}
