package dev.laurel.dsl;

import dev.laurel.dsl.syntax.CounterStart;
import dev.laurel.dsl.syntax.LadderStart;
import dev.laurel.dsl.syntax.OfferStart;
import dev.laurel.dsl.syntax.ProgramZone;
import dev.laurel.dsl.syntax.RewardStart;
import dev.laurel.dsl.syntax.RuleStart;
import dev.laurel.id.Identifiers;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.BirthdayOccasion;

/**
 * All words of the language, to be imported at once: {@code import static dev.laurel.dsl.Laurel.*;}.
 *
 * <p>A sentence begins with {@code rule}, {@code reward}, {@code offer}, {@code benefit}, {@code counter}, {@code ladder} or {@code program}, and ends as a value of the core, which can be named, shared between programs and tested alone. What is
 * wrong or unfinished does not compile; what compiles but makes no sense in a program is refused by its {@code build()}.
 *
 * <pre>{@code
 * Tier insider = tier("insider");
 * Tier vib = tier("vib");
 * Tier rouge = tier("rouge");
 * PointCurrency points = pointCurrency("points");
 * Counter<MoneySum> spend = counter("spend").spend();
 * EarnRule base = rule("base").onPurchase().earns(points.points(1).per(usd(1)));
 *
 * LoyaltyProgram beautyInsider = program("beauty-insider", "2026.1")
 *         .zone(ZoneId.of("America/New_York")).money(USD).points(points, expiring(inactiveFor(months(18))))
 *         .excluding(any(category("gift-card"), category("shipping")))
 *         .ladders(ladder("status").startingAt(insider)
 *                 .then(vib, spend.per(YEAR).reaches(usd(350))).then(rouge, spend.per(YEAR).reaches(usd(1000))))
 *         .earn(
 *                 base,
 *                 rule("vib-rate").onPurchase().where(memberIs(vib)).multiplies(base).by("1.25"),
 *                 rule("rouge-rate").onPurchase().where(memberIs(rouge)).multiplies(base).by("1.5"),
 *                 rule("fragrance-days").onPurchase().of(category("fragrance")).where(during("2026-05-01", "2026-05-07"))
 *                         .multiplies(base).by("2").because("Double points on fragrance, 1-7 May"))
 *         .redeem(
 *                 reward("cash-10").costing(points.points(500)).where(orderOfAtLeast(usd(10))).gives(amountOff(usd(10))),
 *                 reward("rouge-reward").costing(points.points(2500)).where(memberIs(rouge)).gives(amountOff(usd(100))))
 *         .offers(offer("birthday").on(birthday().knownFor(days(1))).openInItsMonth()
 *                 .choiceOf(item("mini-lipstick"), item("mini-mascara"))
 *                 .alsoFor(memberIsAtLeast(vib), bonus(points.points(250))))
 *         .benefits(benefit("early-access").where(memberIsAtLeast(vib)), benefit("free-shipping").where(memberIs(rouge)))
 *         .build();
 * }</pre>
 */
public final class Laurel extends OccasionWords {
    private Laurel() {}

    /**
     * Begins a program. Its id is kebab-case and permanent.
     *
     * <pre>{@code
     * LoyaltyProgram simple = program("simple", "2026.1")
     *         .zone(ZoneId.of("Europe/Berlin")).money(EUR).points(POINTS, expiring(never()))
     *         .earn(rule("per-euro").onPurchase().earns(POINTS.points(1).perFull(eur(1))))
     *         .build();
     * }</pre>
     */
    public static ProgramZone program(String id, String version) {
        return ProgramSentence.of(id, version);
    }

    /**
     * Begins a rule. Its id is kebab-case and permanent: it is written into entries.
     *
     * <pre>{@code
     * EarnRule base = rule("base").onPurchase().earns(POINTS.points(1).per(usd(1)));
     * }</pre>
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static RuleStart rule(String id) {
        return RuleSentence.named(id);
    }

    /**
     * Begins a reward. Its id is kebab-case and permanent: it is written into entries.
     *
     * <pre>{@code
     * Reward cash = reward("cash-10").costing(POINTS.points(500)).gives(amountOff(usd(10)));
     * }</pre>
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static RewardStart reward(String id) {
        return new RewardSentence(id);
    }

    /**
     * Begins an offer. Its id is kebab-case and permanent: it is written into entries.
     *
     * <pre>{@code
     * Offer birthday = offer("birthday").on(birthday()).openInItsMonth().choiceOf(item("lipstick"), item("mascara"));
     * }</pre>
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static OfferStart offer(String id) {
        return OfferSentence.of(id);
    }

    /**
     * The birthday of a member, which must be on file. Copies say for how long, and how long before it opened there must have been a purchase.
     *
     * <pre>{@code
     * Offer birthday = offer("birthday").on(birthday().knownFor(days(1)).purchasedFor(days(30))).openInItsMonth().gives(item("lipstick"));
     * }</pre>
     */
    public static BirthdayOccasion birthday() {
        return BirthdayOccasion.onTheDay();
    }

    /**
     * A benefit of everybody, or, with {@code where}, of those for whom conditions hold; of orders for which they do, if one is about an
     * order. Its id is kebab-case and permanent.
     *
     * <pre>{@code
     * Benefit returns = benefit("free-returns");
     * Benefit shipping = benefit("free-shipping").where(memberIs(ROUGE));
     * Benefit wrap = benefit("gift-wrap").where(orderOfAtLeast(usd(50)));
     * }</pre>
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static Benefit benefit(String id) {
        return Benefit.of(id);
    }

    /**
     * Begins a counter: what a member has done, as a number. Its id is kebab-case and permanent: accounts keep its sums under it. Asked
     * per window it is a sum, on which conditions can be.
     *
     * <pre>{@code
     * Counter<MoneySum> spend = counter("spend").spend();
     * Condition isLoyal = spend.per(YEAR).isAtLeast(usd(1000));
     * }</pre>
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static CounterStart counter(String id) {
        return new CounterSentence(Identifiers.declaredId("counter id", id));
    }

    /**
     * Begins a ladder of tiers. Its id is kebab-case and permanent: accounts keep a member's standing under it.
     *
     * <pre>{@code
     * Ladder status = ladder("status").startingAt(INSIDER)
     *         .then(VIB, SPEND.per(YEAR).reaches(usd(350)))
     *         .then(ROUGE, SPEND.per(YEAR).reaches(usd(1000)));
     * }</pre>
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static LadderStart ladder(String id) {
        return new LadderSentence(Identifiers.declaredId("ladder id", id));
    }
}
