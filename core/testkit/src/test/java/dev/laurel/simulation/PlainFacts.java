package dev.laurel.simulation;

import dev.laurel.condition.PurchaseFacts;
import dev.laurel.condition.Question;
import dev.laurel.customer.Customer;
import dev.laurel.event.Basket;
import dev.laurel.event.Pricing;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Ratio;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.occasion.SumUpTo;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.tier.Tier;
import dev.laurel.time.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a condition is told. */
record PlainFacts(
        Instant occurredAt,
        ZoneId zone,
        Customer customer,
        PlainTiers tiers,
        Basket basket,
        Pricing pricing,
        UnaryOperator<Tier> inForce,
        PlainCounts counts,
        LoyaltyProgram by,
        Instant enrolled,
        Instant firstPurchase,
        Instant opened)
        implements PurchaseFacts {
    /** The same of an order of these lines. */
    PlainFacts with(List<PurchaseLine> lines) {
        return new PlainFacts(
                occurredAt,
                zone,
                customer,
                tiers,
                basket.withLines(lines),
                pricing,
                inForce,
                counts,
                by,
                enrolled,
                firstPurchase,
                opened);
    }

    /** The same for an offer that opened at an instant. */
    PlainFacts ofOfferOpenedAt(Instant instant) {
        return new PlainFacts(
                occurredAt,
                zone,
                customer,
                tiers,
                basket,
                pricing,
                inForce,
                counts,
                by,
                enrolled,
                firstPurchase,
                instant);
    }

    @Override
    public Instant countsBackFrom() {
        return opened == null ? occurredAt : opened;
    }

    @Override
    public long answerTo(Question question) {
        SumUpTo upTo = (SumUpTo) question;
        long sum = counts.answered(upTo.sum(), occurredAt, by);
        if (opened == null || !isOfAnyPurchase(upTo)) {
            return sum;
        }
        // Of an offer it is whether anything was bought before it opened.
        return firstPurchase == null || !firstPurchase.isBefore(opened) ? 0 : Math.max(1, sum);
    }

    private static boolean isOfAnyPurchase(SumUpTo upTo) {
        return upTo.equals(PurchaseCounter.purchases(upTo.sum().counter().id())
                .per(Window.EVER)
                .upTo(1));
    }

    /** What of a line counts. */
    Ratio cost(PurchaseLine line) {
        Ratio net = line.net().toRatio();
        return pricing == Pricing.GROSS ? net.plus(line.tax().toRatio()) : net;
    }

    @Override
    public boolean holdsAtLeast(Tier wanted) {
        PlainLadder ladder = tiers.of(inForce.apply(wanted));
        return ladder != null && ladder.held().rank() >= ladder.ladder.rankOf(inForce.apply(wanted));
    }

    @Override
    public boolean holds(Tier wanted) {
        return tiers.tiersHeld().contains(inForce.apply(wanted));
    }

    @Override
    public Tier heldBeside(Tier wanted) {
        PlainLadder ladder = tiers.of(inForce.apply(wanted));
        return ladder == null ? null : ladder.named(ladder.held()).tier();
    }
}
