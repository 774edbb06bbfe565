package dev.laurel.service;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.laurel.decision.Decision;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.Quote;
import dev.laurel.event.BatchRecord;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Promise;
import dev.laurel.event.Purchase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places an order on a promise, unless it was placed before. */
final class OrderPosting {
    private final Attempt attempt;
    private final String order;
    private final Promise promise;

    /** What is left of the order beside its events; it tells whether the order was placed before, and on what promise. */
    private final BatchRecord record;

    /** The purchase, with the basket as it was asked about. */
    private final Purchase asked;

    private final AccountWork work;

    OrderPosting(Attempt attempt, String order, Promise promise) {
        this.attempt = attempt;
        this.order = order;
        this.promise = promise;
        record = promise.record(order);
        asked = new Purchase(order, promise.customer(), promise.at(), promise.basket());
        work = attempt.open(
                promise.customer(),
                new Named(
                        ImmutableSet.<String>builder()
                                .add(record.id())
                                .addAll(record.events())
                                .build(),
                        ImmutableSet.copyOf(attempt.engine().receiptsNamedBy(asked))));
    }

    /**
     * Places it.
     *
     * @param longest how old the promise may be
     */
    Placement place(Duration longest) {
        PostedEvent before = work.known(record.id());
        if (before != null) {
            return work.conflict(before, record) instanceof Refusal.IdConflict conflict
                    ? refused(new Refusal.IdConflict(order, ofPromise(conflict.component())))
                    : Placement.placed(promise, work.before(), again());
        }
        Refusal refusal = refusalOfIds();
        refusal = refusal == null ? attempt.tooEarly(promise.at()) : refusal;
        refusal = refusal == null ? attempt.tooOld(promise.at(), longest) : refusal;
        return refusal == null ? placeNow() : refused(refusal);
    }

    /** Of other events, the number of choices is another. */
    private static String ofPromise(String component) {
        return component.equals("events") ? "promise.choices" : component;
    }

    private Placement refused(Refusal refusal) {
        return refused(asked, refusal);
    }

    private Placement refused(LoyaltyEvent event, Refusal refusal) {
        return Placement.refused(promise, attempt.refuse(work, event, refusal));
    }

    /** Why an id is used already by an event that was placed on no promise, or null. Who was erased is told of no conflict. */
    private @Nullable Refusal refusalOfIds() {
        for (String id : record.events()) {
            if (work.known(id) != null && !work.isErased()) {
                return new Refusal.IdConflict(id, "promise");
            }
        }
        return null;
    }

    /** What its events did when it was placed. */
    private List<Outcome> again() {
        ImmutableList.Builder<Outcome> again = ImmutableList.builder();
        for (String id : record.events()) {
            PostedEvent posted = work.known(id);
            if (posted != null) {
                again.add(attempt.note(Outcome.repeated(posted.event(), posted, work.before())));
            }
        }
        return again.build();
    }

    private Placement placeNow() {
        Quote quote = attempt.engine().place(work.account(), order, promise, work.receipts());
        List<Decision> decisions = new ArrayList<>();
        quote.refused().ifPresent(decisions::add);
        if (quote.isAccepted()) {
            decisions.add(attempt.engine().evaluate(work.account(), record));
            decisions.addAll(quote.redemptions());
            quote.purchase().ifPresent(decisions::add);
        }
        for (Decision decision : decisions) {
            Refusal refusal = attempt.take(work, decision);
            if (refusal != null) {
                return refused(decision.event(), refusal);
            }
        }
        attempt.commit();
        return Placement.placed(
                promise,
                work.account(),
                record.events().stream().map(attempt::outcomeOf).toList());
    }
}
