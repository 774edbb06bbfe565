package dev.laurel.dsl.syntax;

import dev.laurel.condition.Selector;
import dev.laurel.customer.LeapDay;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Cap;
import dev.laurel.rule.Rule;
import dev.laurel.tier.Tier;
import java.time.Period;

/**
 * A program that has all it needs to be said. Next: its rules and other parts, in any order, and its end.
 *
 * <p>At its end it must have something that can happen: a rule, tiers, a reward, an offer or a benefit.
 */
public interface ProgramParts {
    /**
     * Purchases earn points by these rules.
     *
     * <pre>{@code
     * ProgramParts seasonal = START.earn(
     *         BASE,
     *         rule("vib-rate").onPurchase().where(orderOfAtLeast(usd(50))).multiplies(BASE).by("1.25"));
     * for (int day = 1; day <= 24; day++) {
     *     EarnRule door = rule("door-" + day).onPurchase()
     *             .where(during(LocalDate.of(2026, 12, day), LocalDate.of(2026, 12, day)))
     *             .earns(POINTS.points(day));
     *     seasonal = seasonal.earn(door);
     * }
     * LoyaltyProgram advent = seasonal.build();
     * }</pre>
     */
    ProgramParts earn(Rule rule, Rule... more);

    /**
     * It has one more point currency, of these terms.
     *
     * <pre>{@code
     * var twoCurrencies = START.points(STAMPS, expiring(after(months(12))));
     * var sharing = START.points(STAMPS, expiring(never()).transferableAfter(days(14)).forgettingWhatIsMissing());
     * }</pre>
     */
    ProgramParts points(PointCurrency currency, PointTerms terms);

    /**
     * It has these kinds of activities. Those that keep points alive it has without that, and one of another name is refused.
     *
     * <pre>{@code
     * var active = START.activities(REVIEW, activity("check-in"));
     * }</pre>
     */
    ProgramParts activities(ActivityKind kind, ActivityKind... more);

    /**
     * Lines that one of these chooses are outside of the program: they earn nothing, do not count for tiers, and points do not pay for
     * them.
     *
     * <pre>{@code
     * var careful = START.excluding(category("gift-card"), category("shipping"));
     * var same = START.excluding(any(category("gift-card"), category("shipping")));
     * }</pre>
     */
    ProgramParts excluding(Selector lines, Selector... more);

    /**
     * What items cost counts with tax: for points, for totals in conditions, for tiers and for what returns take back; without tax unless
     * said. To be said once.
     *
     * <pre>{@code
     * var onThePriceTag = START.includingTax();
     * }</pre>
     *
     * @throws IllegalStateException if it was said before
     */
    ProgramParts includingTax();

    /**
     * It has these ladders of tiers.
     *
     * <pre>{@code
     * var tiered = START.ladders(ladder("status").startingAt(INSIDER)
     *         .then(VIB, SPEND.per(YEAR).reaches(usd(350))).then(ROUGE, SPEND.per(YEAR).reaches(usd(1000))));
     * }</pre>
     */
    ProgramParts ladders(Ladder ladder, Ladder... more);

    /**
     * All rules together award no more than this, after the caps of the rules themselves. What is over is taken from the rule with the highest
     * id first. A use is a purchase that is awarded any points. What offers give does not count.
     *
     * <pre>{@code
     * var modest = START.capped(atMost(POINTS.points(120)).per(DAY), atMost(POINTS.points(5000)).per(YEAR));
     * var onceADay = START.capped(atMost(1).usesPer(DAY));
     * }</pre>
     */
    ProgramParts capped(Cap cap, Cap... more);

    /**
     * Points buy these rewards.
     *
     * <pre>{@code
     * var rewarding = START.redeem(
     *         reward("cash-10").costing(POINTS.points(500)).gives(amountOff(usd(10))),
     *         reward("mug").costing(POINTS.points(300)).gives(item("mug")));
     * }</pre>
     */
    ProgramParts redeem(Reward reward, Reward... more);

    /**
     * Members may claim these offers without paying.
     *
     * <pre>{@code
     * var generous = START.offers(offer("birthday").on(birthday()).openInItsMonth().gives(item("lipstick")));
     * }</pre>
     */
    ProgramParts offers(Offer offer, Offer... more);

    /**
     * Members have these benefits for as long as their conditions hold.
     *
     * <pre>{@code
     * var kind = START.benefits(benefit("early-access").where(memberIsAtLeast(VIB)), benefit("free-returns"));
     * }</pre>
     */
    ProgramParts benefits(Benefit benefit, Benefit... more);

    /**
     * Events may come so late; 30 days unless said. To be said once.
     *
     * <pre>{@code
     * var patient = START.lateLimit(days(90));
     * }</pre>
     *
     * @throws IllegalStateException if it was said before
     */
    ProgramParts lateLimit(Period limit);

    /**
     * Purchases may be returned for so long; 365 days unless said. To be said once.
     *
     * <pre>{@code
     * var generous = START.returnsWithin(years(3));
     * }</pre>
     *
     * @throws IllegalStateException if it was said before
     */
    ProgramParts returnsWithin(Period period);

    /**
     * Holds may end so long after their date; 30 days unless said. To be said once.
     *
     * <pre>{@code
     * var brisk = START.holdsAtMost(days(3));
     * }</pre>
     *
     * @throws IllegalStateException if it was said before
     */
    ProgramParts holdsAtMost(Period period);

    /**
     * When those born on 29 February have their birthday in a common year; on 28 February unless said. To be said once.
     *
     * <pre>{@code
     * var british = START.leapDay(LeapDay.MARCH_1);
     * }</pre>
     *
     * @throws IllegalStateException if it was said before
     */
    ProgramParts leapDay(LeapDay leapDay);

    /**
     * This version is in force from the start of a date on, in the program's zone; the first version is from the beginning on. To be said
     * once.
     *
     * <pre>{@code
     * LoyaltyProgram next = START.earn(BASE).inForceFrom("2027-01-01").build();
     * }</pre>
     *
     * @throws IllegalArgumentException if it is no date in the form of ISO 8601
     * @throws IllegalStateException if it was said before
     */
    ProgramParts inForceFrom(String date);

    /**
     * A point currency of an earlier version is earned no more. Its lots go on by these terms, and can be spent as the program says.
     *
     * <pre>{@code
     * var withoutStamps = START.retiring(STAMPS, expiring(never()));
     * }</pre>
     */
    ProgramParts retiring(PointCurrency currency, PointTerms terms);

    /**
     * A tier of an earlier version is there no more. Its members stand on another of the same ladder, with the end that they had.
     *
     * <pre>{@code
     * var renamed = START.retiring(tier("gold"), ROUGE);
     * }</pre>
     */
    ProgramParts retiring(Tier tier, Tier standsOn);

    /**
     * Ladders of an earlier version are there no more. Their members hold no tier of them.
     *
     * <pre>{@code
     * var flat = START.retiringLadders("status");
     * }</pre>
     */
    ProgramParts retiringLadders(String ladder, String... more);

    /**
     * Rewards of an earlier version, by their ids, can be redeemed no more. Open holds of them are captured and released as before.
     *
     * <pre>{@code
     * var withoutMugs = START.retiringRewards("mug", "cup");
     * }</pre>
     */
    ProgramParts retiringRewards(String id, String... more);

    /**
     * Offers of an earlier version, by their ids, can be claimed no more. Claims of them can be cancelled as before.
     *
     * <pre>{@code
     * var withoutGifts = START.retiringOffers("birthday");
     * }</pre>
     */
    ProgramParts retiringOffers(String id, String... more);

    /**
     * The program.
     *
     * <pre>{@code
     * LoyaltyProgram simple = START.earn(BASE).build();
     * LoyaltyProgram withoutRules = START.offers(offer("birthday").on(birthday()).openFor(days(1)).gives(item("cake"))).build();
     * }</pre>
     *
     * @throws dev.laurel.program.InvalidProgramException if anything is wrong with it; all problems are listed
     */
    LoyaltyProgram build();
}
