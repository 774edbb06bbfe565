package dev.laurel.dsl.syntax;

import dev.laurel.occasion.Goal;
import dev.laurel.program.Ladder;
import dev.laurel.tier.Tier;

/**
 * A ladder with its lowest tier. Next: the second, with which it is a {@link Ladder}, whose copies say the rest: a tier is kept through the
 * end of the next window, and then falls to what is earned, unless they say otherwise.
 */
public interface LadderBase {
    /**
     * The second tier, and what must be reached for it; that itself is enough.
     *
     * <pre>{@code
     * Ladder status = ladder("status").startingAt(INSIDER)
     *         .then(VIB, SPEND.per(YEAR).reaches(usd(350)))
     *         .then(ROUGE, SPEND.per(YEAR).reaches(usd(1000)));
     * Ladder yearly = ladder("status").startingAt(INSIDER).then(VIB, SPEND.per(YEAR).reaches(usd(350)))
     *         .kept(endOf(YEAR)).fallingToTheLowest();
     * Ladder longer = ladder("status").startingAt(INSIDER).then(VIB, SPEND.per(YEAR).reaches(usd(350)))
     *         .kept(endOf(YEAR, years(1)).plus(days(31))).fallingByOne();
     * Ladder lately = ladder("status").startingAt(INSIDER).then(VIB, PURCHASES.per(overTheLast(months(6))).reaches(10));
     * Ladder both = ladder("status").startingAt(INSIDER)
     *         .then(VIB, all(SPEND.per(YEAR).reaches(usd(350)), PURCHASES.per(YEAR).reaches(3)));
     * }</pre>
     */
    Ladder then(Tier second, Goal goal);

    /**
     * The second tier, which nobody can reach: it is granted, bought or brought over.
     *
     * <pre>{@code
     * Ladder membership = ladder("membership").startingAt(tier("none")).onlyGranted(tier("prime"));
     * }</pre>
     */
    Ladder onlyGranted(Tier second);
}
