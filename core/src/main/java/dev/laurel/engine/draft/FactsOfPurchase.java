package dev.laurel.engine.draft;

import dev.laurel.event.Basket;
import dev.laurel.rule.PurchaseFacts;
import java.time.Instant;

/** What rules see of a purchase, or of an order that a reward is to be used on. */
public final class FactsOfPurchase extends FactsOfMember implements PurchaseFacts {
    private final Basket basket;

    public FactsOfPurchase(AccountDraft account, Instant occurredAt, Basket basket) {
        super(account, occurredAt);
        this.basket = basket;
    }

    @Override
    public Basket basket() {
        return basket;
    }
}
