package dev.laurel.dsl.syntax;

import dev.laurel.money.Money;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;

/**
 * A ladder with its lowest tier. Next: the second, with which it is a {@link TierLadder}, whose copies say the
 * rest: it is kept through the end of the next window, and then falls to what is earned, unless they say otherwise.
 */
public interface LadderNext {
    /**
     * The second tier, reached from this spend on; the spend itself is enough.
     *
     * <pre>{@code
     * TierLadder ladder = byQualifyingSpend().per(YEAR).startingAt(INSIDER).then(VIB, usd(350)).then(ROUGE, usd(1000));
     * TierLadder yearly = byQualifyingSpend().per(YEAR).startingAt(INSIDER).then(VIB, usd(350))
     *         .kept(endOf(YEAR)).fallingToTheLowest();
     * TierLadder longer = byQualifyingSpend().per(YEAR).startingAt(INSIDER).then(VIB, usd(350))
     *         .kept(endOf(YEAR, years(1)).plus(days(31)));
     * }</pre>
     */
    TierLadder then(Tier second, Money threshold);
}
