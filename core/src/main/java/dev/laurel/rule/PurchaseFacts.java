package dev.laurel.rule;

import dev.laurel.event.Basket;

/** What a rule may know of a purchase, the customer and the time. */
public interface PurchaseFacts extends Facts {
    /** What is bought. */
    Basket basket();
}
