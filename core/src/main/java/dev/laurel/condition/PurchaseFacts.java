package dev.laurel.condition;

import dev.laurel.event.Basket;
import dev.laurel.event.Pricing;

/** What a rule may know of a purchase, the customer and the time. */
public interface PurchaseFacts extends Facts {
    /**
     * What is bought of that which the program covers: lines that it excludes are not among its lines, and perhaps none is. Channel,
     * payments and shipping are those of the whole order.
     */
    Basket basket();

    /** Whether the program counts what lines cost without tax or with it. */
    Pricing pricing();
}
