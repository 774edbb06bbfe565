package dev.laurel.engine.draft;

import dev.laurel.condition.PurchaseFacts;
import dev.laurel.event.Basket;
import dev.laurel.event.Pricing;
import java.time.Instant;

/** What conditions and amounts see of a purchase, or of an order that a reward is to be used on: what of it the program covers. */
public final class FactsOfPurchase extends FactsOfMember implements PurchaseFacts {
    private final Basket covered;
    private final Pricing pricing;

    public FactsOfPurchase(AccountDraft account, Instant occurredAt, Basket covered) {
        super(account, occurredAt);
        this.covered = covered;
        pricing = account.judgingPlan().pricing();
    }

    @Override
    public Basket basket() {
        return covered;
    }

    @Override
    public Pricing pricing() {
        return pricing;
    }
}
