package dev.laurel.engine;

import dev.laurel.event.Basket;
import dev.laurel.rule.PurchaseFacts;
import java.time.Instant;

/** What rules see of a purchase, or of an order that a reward is to be used on. */
final class FactsOfPurchase extends FactsOfMember implements PurchaseFacts {
    private final Basket basket;

    FactsOfPurchase(Plan plan, AccountDraft account, Instant occurredAt, Basket basket) {
        super(plan, account, occurredAt);
        this.basket = basket;
    }

    @Override
    public Basket basket() {
        return basket;
    }
}
