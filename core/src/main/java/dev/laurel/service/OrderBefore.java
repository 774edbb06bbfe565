package dev.laurel.service;

import com.google.common.collect.ImmutableSet;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.Refusal;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An order that may have been placed before: whether it was, and whether on the same promise. */
final class OrderBefore {
    private final AccountWork work;
    private final Purchase asked;
    private final List<Redemption> redemptions;

    /**
     * An order.
     *
     * @param asked the purchase, with the basket as it was asked about
     * @param redemptions the redemptions of the promise
     */
    OrderBefore(AccountWork work, Purchase asked, List<Redemption> redemptions) {
        this.work = work;
        this.asked = asked;
        this.redemptions = redemptions;
    }

    /** The ids of all events that tell, the one of a further reward included. */
    static Set<String> ids(Purchase asked, List<Redemption> redemptions) {
        ImmutableSet.Builder<String> ids = ImmutableSet.<String>builder().add(asked.id());
        redemptions.forEach(redemption -> ids.add(redemption.id()));
        return ids.add(further(asked, redemptions)).build();
    }

    private static String further(Purchase asked, List<Redemption> redemptions) {
        return asked.id() + "/" + (redemptions.size() + 1);
    }

    /** Whether one of the ids is used. */
    boolean isThere() {
        return !work.view().events().isEmpty();
    }

    /** Why this is not the order that was placed under these ids, or null if it is. */
    @Nullable
    Refusal conflict() {
        if (work.isErased()) {
            return null;
        }
        for (Redemption redemption : redemptions) {
            PostedEvent kept = work.known(redemption.id());
            if (kept == null) {
                return new Refusal.IdConflict(asked.id(), "choices");
            }
            Refusal conflict = work.conflict(kept, redemption);
            if (conflict != null) {
                return conflict;
            }
        }
        if (work.known(further(asked, redemptions)) != null) {
            return new Refusal.IdConflict(asked.id(), "choices");
        }
        return conflictOfPurchase();
    }

    /** With rewards the basket was compared with those: they have it as it was asked about. */
    private @Nullable Refusal conflictOfPurchase() {
        PostedEvent kept = work.known(asked.id());
        if (kept == null || !(kept.event() instanceof Purchase bought)) {
            return new Refusal.IdConflict(asked.id(), "kind");
        }
        Purchase sent = redemptions.isEmpty()
                ? asked
                : new Purchase(asked.id(), asked.customer(), asked.occurredAt(), bought.basket());
        return work.conflict(kept, sent);
    }

    /** What its events did. */
    List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        redemptions.forEach(redemption -> add(outcomes, redemption, redemption));
        PostedEvent bought = work.known(asked.id());
        add(outcomes, asked, bought != null && bought.event() instanceof Purchase purchase ? purchase : asked);
        return outcomes;
    }

    private void add(List<Outcome> outcomes, LoyaltyEvent asked, LoyaltyEvent kept) {
        PostedEvent first = work.known(asked.id());
        if (first != null) {
            outcomes.add(Outcome.repeated(kept, first, work.before()));
        }
    }
}
