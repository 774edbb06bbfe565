package dev.laurel.engine.draft;

import dev.laurel.condition.PurchaseFacts;
import dev.laurel.engine.plan.Version;
import dev.laurel.event.Basket;
import dev.laurel.event.Pricing;
import java.time.Instant;

/** What conditions and amounts see of a purchase, or of an order that a reward is to be used on: what of it the program covers. */
public final class FactsOfPurchase extends FactsOfMember implements PurchaseFacts {
    private final Basket covered;
    private final Pricing pricing;

    /** For the terms by which the event is judged. */
    public FactsOfPurchase(AccountDraft account, Instant occurredAt, Basket covered) {
        this(account, occurredAt, account.versions().judging(), covered);
    }

    /** For the terms of a version: conditions ask for what is counted by these. */
    public FactsOfPurchase(AccountDraft account, Instant occurredAt, Version asking, Basket covered) {
        super(account, occurredAt, asking);
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
