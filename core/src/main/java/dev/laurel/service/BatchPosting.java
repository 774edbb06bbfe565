package dev.laurel.service;

import com.google.common.collect.ImmutableSet;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Batch;
import dev.laurel.event.LoyaltyEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Posts a batch: all of its events that are new, or none. */
final class BatchPosting {
    private final Attempt attempt;
    private final Batch batch;
    private final AccountWork work;

    BatchPosting(Attempt attempt, Batch batch) {
        this.attempt = attempt;
        this.batch = batch;
        work = attempt.open(batch.customer(), named());
    }

    private Named named() {
        ImmutableSet.Builder<String> events = ImmutableSet.<String>builder().add(batch.id());
        ImmutableSet.Builder<String> receipts = ImmutableSet.builder();
        for (LoyaltyEvent event : batch.events()) {
            events.add(event.id());
            receipts.addAll(attempt.engine().receiptsNamedBy(event));
        }
        return new Named(events.build(), receipts.build());
    }

    BatchOutcome post() {
        Set<String> known = new HashSet<>();
        List<LoyaltyEvent> asked = new ArrayList<>(batch.events());
        asked.add(batch.record());
        for (LoyaltyEvent event : asked) {
            Outcome again = work.again(event);
            if (again != null && !again.isAccepted()) {
                return refused(event, again.refusal().orElseThrow());
            }
            if (again != null) {
                known.add(event.id());
            }
        }
        // A batch of which nothing is new leaves nothing.
        return known.containsAll(batch.record().events()) ? repeated() : post(known);
    }

    private BatchOutcome refused(LoyaltyEvent event, Refusal refusal) {
        return BatchOutcome.refused(batch, attempt.refuse(work, event, refusal));
    }

    private BatchOutcome repeated() {
        return BatchOutcome.accepted(
                batch,
                work.before(),
                batch.events().stream().map(event -> attempt.note(again(event))).toList());
    }

    private Outcome again(LoyaltyEvent event) {
        Outcome again = work.again(event);
        if (again == null) {
            throw new IllegalStateException("event '" + event.id() + "' was accepted before");
        }
        return again;
    }

    private BatchOutcome post(Set<String> known) {
        Refusal early = attempt.tooEarly(batch.occurredAt());
        if (early != null) {
            return refused(batch.events().get(0), early);
        }
        for (Decision decision : attempt.engine().evaluate(work.account(), batch, known, work.receipts())) {
            Refusal refusal = attempt.take(work, decision);
            if (refusal != null) {
                return refused(decision.event(), refusal);
            }
        }
        attempt.commit();
        List<Outcome> outcomes = new ArrayList<>(batch.events().size());
        for (LoyaltyEvent event : batch.events()) {
            outcomes.add(known.contains(event.id()) ? again(event) : attempt.outcomeOf(event.id()));
        }
        return BatchOutcome.accepted(batch, work.account(), outcomes);
    }
}
