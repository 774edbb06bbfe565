package dev.laurel.examples.replay.sample;

/**
 * A line of a basket.
 *
 * @param product what is bought
 * @param quantity how many
 * @param net what all of them cost without tax, in cents
 * @param discounted whether they are sold below their price
 */
record Line(Product product, int quantity, long net, boolean discounted) {
    /** At so much less, in cents. */
    Line lessBy(long cents) {
        return new Line(product, quantity, net - cents, discounted);
    }

    /** What counts as spent on goods, in cents: nothing for a gift card, with which others will buy them. */
    long merchandise() {
        return product.isGiftCard() ? 0 : net;
    }

    /** The tax, in cents. Whoever buys with a gift card will pay it, not who buys the card. */
    long tax() {
        return Cents.tax(merchandise());
    }
}
