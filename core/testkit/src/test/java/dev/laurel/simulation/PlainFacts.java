package dev.laurel.simulation;

import dev.laurel.customer.Customer;
import dev.laurel.event.Basket;
import dev.laurel.rule.PurchaseFacts;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import java.time.Instant;
import java.time.ZoneId;

/** What a condition is told. */
record PlainFacts(Instant occurredAt, ZoneId zone, Customer customer, TierLadder ladder, Tier tier, Basket basket)
        implements PurchaseFacts {
    @Override
    public boolean holdsAtLeast(Tier wanted) {
        return ladder != null
                && ladder.rankOf(wanted) >= 0
                && tier != null
                && ladder.rankOf(tier) >= ladder.rankOf(wanted);
    }
}
