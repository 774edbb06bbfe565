package dev.laurel.service;

import com.google.common.collect.ImmutableSet;
import dev.laurel.decision.Decision;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.Promise;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.Quote;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Places an order on a promise, unless it was placed before. */
final class OrderPosting {
    private final Attempt attempt;
    private final String order;
    private final Promise promise;
    private final List<Redemption> redemptions;

    /** The purchase, with the basket as it was asked about. */
    private final Purchase asked;

    private final AccountWork work;

    OrderPosting(Attempt attempt, String order, Promise promise) {
        this.attempt = attempt;
        this.order = order;
        this.promise = promise;
        redemptions = attempt.engine().redemptionsOf(order, promise);
        asked = new Purchase(order, promise.customer(), promise.at(), promise.basket());
        work = attempt.open(
                promise.customer(),
                new Named(ids(), ImmutableSet.copyOf(attempt.engine().receiptsNamedBy(asked))));
    }

    /** The ids of all events that tell whether the order is there, that of a further reward included. */
    private Set<String> ids() {
        ImmutableSet.Builder<String> ids = ImmutableSet.<String>builder().add(order);
        redemptions.forEach(redemption -> ids.add(redemption.id()));
        return ids.add(further()).build();
    }

    private String further() {
        return order + "/" + (redemptions.size() + 1);
    }

    Placement place() {
        boolean isThere = !work.view().events().isEmpty();
        Refusal refusal = isThere ? conflict() : attempt.tooEarly(promise.at());
        if (refusal != null) {
            return refused(refusal);
        }
        return isThere ? Placement.placed(promise, work.before(), again()) : placeNow();
    }

    private Placement refused(Refusal refusal) {
        return Placement.refused(promise, attempt.refuse(work, asked, refusal).account(), refusal);
    }

    private Placement placeNow() {
        Quote quote = attempt.engine().place(work.account(), order, promise, work.receipts());
        Refusal refusal = quote.refusal().orElse(null);
        if (refusal != null) {
            return refused(refusal);
        }
        List<Decision> decisions = new ArrayList<>(quote.redemptions());
        decisions.add(quote.purchase().orElseThrow());
        for (Decision decision : decisions) {
            refusal = attempt.take(work, decision);
            if (refusal != null) {
                return refused(refusal);
            }
        }
        attempt.commit();
        return Placement.placed(
                promise,
                work.account(),
                decisions.stream()
                        .map(decision -> attempt.outcomeOf(decision.event()))
                        .toList());
    }

    // --- an order that is there ---

    /** Why this is not the order that was placed under these ids, or null if it is. */
    private @Nullable Refusal conflict() {
        if (work.isErased()) {
            return null;
        }
        for (Redemption redemption : redemptions) {
            PostedEvent kept = work.known(redemption.id());
            Refusal conflict = kept == null ? otherChoices() : work.conflict(kept, redemption);
            if (conflict != null) {
                return conflict;
            }
        }
        return work.known(further()) == null ? conflictOfPurchase() : otherChoices();
    }

    private Refusal otherChoices() {
        return new Refusal.IdConflict(order, "choices");
    }

    /** With rewards the basket was compared with those: they have it as it was asked about. */
    private @Nullable Refusal conflictOfPurchase() {
        PostedEvent kept = work.known(order);
        if (kept == null || !(kept.event() instanceof Purchase bought)) {
            return new Refusal.IdConflict(order, "kind");
        }
        Purchase sent =
                redemptions.isEmpty() ? asked : new Purchase(order, promise.customer(), promise.at(), bought.basket());
        return work.conflict(kept, sent);
    }

    private List<Outcome> again() {
        List<Outcome> again = new ArrayList<>();
        redemptions.forEach(redemption -> addAgain(again, redemption, redemption));
        PostedEvent bought = work.known(order);
        addAgain(again, asked, bought != null && bought.event() instanceof Purchase purchase ? purchase : asked);
        return again;
    }

    private void addAgain(List<Outcome> again, LoyaltyEvent sent, LoyaltyEvent kept) {
        PostedEvent first = work.known(sent.id());
        if (first != null) {
            again.add(attempt.note(Outcome.repeated(kept, first, work.before())));
        }
    }
}
