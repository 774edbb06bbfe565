package dev.laurel.simulation;

import dev.laurel.customer.Customer;
import dev.laurel.event.Basket;
import dev.laurel.event.Pricing;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Ratio;
import dev.laurel.rule.PurchaseFacts;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import java.time.Instant;
import java.time.ZoneId;

/** What a condition is told. */
record PlainFacts(
        Instant occurredAt,
        ZoneId zone,
        Customer customer,
        TierLadder ladder,
        Tier tier,
        Basket basket,
        Pricing pricing)
        implements PurchaseFacts {
    /** What of a line counts. */
    Ratio cost(PurchaseLine line) {
        Ratio net = line.net().toRatio();
        return pricing == Pricing.GROSS ? net.plus(line.tax().toRatio()) : net;
    }

    @Override
    public boolean holdsAtLeast(Tier wanted) {
        return ladder != null
                && ladder.rankOf(wanted) >= 0
                && tier != null
                && ladder.rankOf(tier) >= ladder.rankOf(wanted);
    }
}
