package dev.laurel.dsl.syntax;

import dev.laurel.customer.LeapDay;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.program.Expiry;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Selector;
import dev.laurel.tier.TierLadder;
import java.time.Period;

/**
 * The parts that a program may have, in any order.
 *
 * @param <P> the program that goes on
 */
public interface ProgramParts<P extends ProgramParts<P>> {
    /**
     * It has one more point currency; points that are to be taken but are not there are owed.
     *
     * <pre>{@code
     * var twoCurrencies = START.points(STAMPS, expiringAfter(months(12)));
     * }</pre>
     */
    P points(PointCurrency currency, Expiry expiry);

    /**
     * It has one more point currency, and says what becomes of points that are to be taken but are not there.
     *
     * <pre>{@code
     * var twoCurrencies = START.points(STAMPS, neverExpiring(), forgettingWhatIsMissing());
     * }</pre>
     */
    P points(PointCurrency currency, Expiry expiry, ShortfallPolicy shortfall);

    /**
     * It has one more point currency, of which more is said.
     *
     * <pre>{@code
     * var sharing = START.points(termsOf(STAMPS, neverExpiring()).transferringAfter(days(14)));
     * }</pre>
     */
    P points(PointPolicy policy);

    /**
     * Lines that one of these chooses are outside of the program: they earn nothing, do not count for tiers, and points do not pay for
     * them.
     *
     * <pre>{@code
     * var careful = START.excluding(category("gift-card"), category("shipping"));
     * var same = START.excluding(category("gift-card").or(category("shipping")));
     * }</pre>
     */
    P excluding(Selector lines, Selector... more);

    /**
     * It has these tiers. To be said once.
     *
     * <pre>{@code
     * var tiered = START.tiers(byQualifyingSpend().perCalendarYear().keptThroughNextWindow()
     *         .startingAt(INSIDER).then(VIB, usd(350)).then(ROUGE, usd(1000)));
     * }</pre>
     *
     * @throws IllegalStateException if it was said before
     */
    P tiers(TierLadder ladder);

    /**
     * Points buy these rewards.
     *
     * <pre>{@code
     * var rewarding = START.redeem(
     *         reward("cash-10").costing(POINTS.points(500)).gives(amountOff(usd(10))),
     *         reward("mug").costing(POINTS.points(300)).gives(item("mug")));
     * }</pre>
     */
    P redeem(Reward reward, Reward... more);

    /**
     * Members may claim these offers without paying.
     *
     * <pre>{@code
     * var generous = START.gifts(birthdayGift("birthday").inBirthdayMonth().gives(item("lipstick")));
     * }</pre>
     */
    P gifts(Offer offer, Offer... more);

    /**
     * Members have these benefits for as long as their conditions hold.
     *
     * <pre>{@code
     * var kind = START.benefits(benefit("early-access").where(memberIsAtLeast(VIB)), benefit("free-returns"));
     * }</pre>
     */
    P benefits(Benefit benefit, Benefit... more);

    /**
     * Events may come so late; 30 days unless said. To be said once.
     *
     * <pre>{@code
     * var patient = START.lateLimit(days(90));
     * }</pre>
     *
     * @throws IllegalStateException if it was said before
     */
    P lateLimit(Period limit);

    /**
     * Purchases may be returned for so long; 365 days unless said. To be said once.
     *
     * <pre>{@code
     * var generous = START.returnsWithin(years(3));
     * }</pre>
     *
     * @throws IllegalStateException if it was said before
     */
    P returnsWithin(Period period);

    /**
     * Holds may end so long after their date; 30 days unless said. To be said once.
     *
     * <pre>{@code
     * var brisk = START.holdsAtMost(days(3));
     * }</pre>
     *
     * @throws IllegalStateException if it was said before
     */
    P holdsAtMost(Period period);

    /**
     * When those born on 29 February have their birthday in a common year; on 28 February unless said. To be said once.
     *
     * <pre>{@code
     * var british = START.leapDay(LeapDay.MARCH_1);
     * }</pre>
     *
     * @throws IllegalStateException if it was said before
     */
    P leapDay(LeapDay leapDay);
}
