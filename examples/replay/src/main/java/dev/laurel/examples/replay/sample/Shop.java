package dev.laurel.examples.replay.sample;

/**
 * What the shop charges, and what points do there.
 *
 * @param currency the code of its money
 * @param pointsPay whether the reward {@code points} lets each of any number of points pay a hundredth of the money; otherwise
 *     rewards of fixed prices take amounts off, and there are tiers and birthday gifts
 */
public record Shop(String currency, boolean pointsPay) {
    /** The shop of a history if nothing else is asked for. */
    public static final Shop USUAL = new Shop("USD", false);

    /** A shop where points pay, in money of a hundred cents or pennies. */
    public static Shop wherePointsPay(String currency) {
        return new Shop(currency, true);
    }
}
