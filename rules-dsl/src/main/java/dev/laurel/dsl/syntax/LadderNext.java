package dev.laurel.dsl.syntax;

import dev.laurel.money.Money;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;

/** A ladder with its lowest tier. Next: the second, with which it is a {@link TierLadder}, whose copies say the rest. */
public interface LadderNext {
    /**
     * The second tier, reached from this spend on; the spend itself is enough.
     *
     * <pre>{@code
     * TierLadder ladder = byQualifyingSpend().perCalendarYear().keptThroughNextWindow()
     *         .startingAt(INSIDER).then(VIB, usd(350)).then(ROUGE, usd(1000));
     * }</pre>
     */
    TierLadder then(Tier second, Money threshold);
}
