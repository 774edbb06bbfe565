package dev.laurel.simulation;

import dev.laurel.condition.PurchaseFacts;
import dev.laurel.condition.Question;
import dev.laurel.customer.Customer;
import dev.laurel.event.Basket;
import dev.laurel.event.Pricing;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Ratio;
import dev.laurel.occasion.Sum;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a condition is told. */
record PlainFacts(
        Instant occurredAt,
        ZoneId zone,
        Customer customer,
        TierLadder ladder,
        Tier tier,
        Basket basket,
        Pricing pricing,
        UnaryOperator<Tier> inForce,
        PlainCounts counts,
        LoyaltyProgram by)
        implements PurchaseFacts {
    /** The same of an order of these lines. */
    PlainFacts with(List<PurchaseLine> lines) {
        return new PlainFacts(
                occurredAt, zone, customer, ladder, tier, basket.withLines(lines), pricing, inForce, counts, by);
    }

    @Override
    public long answerTo(Question question) {
        return counts.answered((Sum) question, occurredAt, by);
    }

    /** What of a line counts. */
    Ratio cost(PurchaseLine line) {
        Ratio net = line.net().toRatio();
        return pricing == Pricing.GROSS ? net.plus(line.tax().toRatio()) : net;
    }

    @Override
    public boolean holdsAtLeast(Tier wanted) {
        return ladder != null
                && ladder.rankOf(inForce.apply(wanted)) >= 0
                && tier != null
                && ladder.rankOf(tier) >= ladder.rankOf(inForce.apply(wanted));
    }

    @Override
    public boolean holds(Tier wanted) {
        return inForce.apply(wanted).equals(tier);
    }
}
