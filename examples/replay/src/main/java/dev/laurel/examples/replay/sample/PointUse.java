package dev.laurel.examples.replay.sample;

/** Uses points on what a customer is about to buy. */
interface PointUse {
    /**
     * Buys a basket now or within minutes, if the customer uses points on it.
     *
     * @return whether it is seen to; otherwise it is still to be bought
     */
    boolean isUsedOn(Life life, Basket basket);
}
