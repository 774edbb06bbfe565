package dev.laurel.examples.replay.sample;

/**
 * A thing to buy.
 *
 * @param sku the shop's number for it
 * @param category its one category
 * @param brand who makes it
 * @param cents its price without tax, which never changes
 */
record Product(String sku, Category category, String brand, long cents) {
    boolean isGiftCard() {
        return category == Category.GIFT_CARD;
    }
}
