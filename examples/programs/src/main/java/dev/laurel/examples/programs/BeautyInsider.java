package dev.laurel.examples.programs;

import static dev.laurel.dsl.Laurel.USD;
import static dev.laurel.dsl.Laurel.YEAR;
import static dev.laurel.dsl.Laurel.activity;
import static dev.laurel.dsl.Laurel.amountOff;
import static dev.laurel.dsl.Laurel.benefit;
import static dev.laurel.dsl.Laurel.birthday;
import static dev.laurel.dsl.Laurel.bonus;
import static dev.laurel.dsl.Laurel.category;
import static dev.laurel.dsl.Laurel.counter;
import static dev.laurel.dsl.Laurel.days;
import static dev.laurel.dsl.Laurel.expiring;
import static dev.laurel.dsl.Laurel.inactiveFor;
import static dev.laurel.dsl.Laurel.item;
import static dev.laurel.dsl.Laurel.ladder;
import static dev.laurel.dsl.Laurel.memberIs;
import static dev.laurel.dsl.Laurel.memberIsAtLeast;
import static dev.laurel.dsl.Laurel.months;
import static dev.laurel.dsl.Laurel.offer;
import static dev.laurel.dsl.Laurel.orderOfAtLeast;
import static dev.laurel.dsl.Laurel.pointCurrency;
import static dev.laurel.dsl.Laurel.program;
import static dev.laurel.dsl.Laurel.reward;
import static dev.laurel.dsl.Laurel.rule;
import static dev.laurel.dsl.Laurel.tier;
import static dev.laurel.dsl.Laurel.usd;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import java.time.ZoneId;

/**
 * A program for a cosmetics shop: tiers by what a member spends in a calendar year, more points on the higher tiers, cash
 * rewards, a gift for the birthday, and points that stay for as long as the member does.
 */
public final class BeautyInsider {
    /** The points. */
    public static final PointCurrency POINTS = pointCurrency("points");

    /** The tier of everybody. */
    public static final Tier INSIDER = tier("insider");

    /** From 350 dollars a year. */
    public static final Tier VIB = tier("vib");

    /** From 1,000 dollars a year. */
    public static final Tier ROUGE = tier("rouge");

    private static final Counter<MoneySum> SPEND = counter("spend").spend();

    private static final EarnRule BASE =
            rule("base").onPurchase().earns(POINTS.points(1).per(usd(1))).because("1 point per dollar");

    private BeautyInsider() {}

    /** The program. */
    public static LoyaltyProgram beautyInsider() {
        return program("beauty-insider", "2026.1")
                .zone(ZoneId.of("America/New_York"))
                .money(USD)
                .points(POINTS, expiring(inactiveFor(months(18))))
                .activities(activity("review"))
                .excluding(category("gift-card"), category("shipping"))
                .ladders(ladder("status")
                        .startingAt(INSIDER)
                        .then(VIB, SPEND.per(YEAR).reaches(usd(350)))
                        .then(ROUGE, SPEND.per(YEAR).reaches(usd(1000))))
                .earn(
                        BASE,
                        rule("vib-rate")
                                .onPurchase()
                                .where(memberIs(VIB))
                                .multiplies(BASE)
                                .by("1.25")
                                .because("VIB members earn a quarter more"),
                        rule("rouge-rate")
                                .onPurchase()
                                .where(memberIs(ROUGE))
                                .multiplies(BASE)
                                .by("1.5")
                                .because("Rouge members earn half as much again"))
                .redeem(
                        reward("cash-10")
                                .costing(POINTS.points(500))
                                .where(orderOfAtLeast(usd(10)))
                                .gives(amountOff(usd(10))),
                        reward("cash-25")
                                .costing(POINTS.points(1250))
                                .where(orderOfAtLeast(usd(25)))
                                .gives(amountOff(usd(25))),
                        reward("rouge-reward")
                                .costing(POINTS.points(2500))
                                .where(memberIs(ROUGE), orderOfAtLeast(usd(100)))
                                .gives(amountOff(usd(100))))
                .offers(offer("birthday")
                        .on(birthday().knownFor(days(1)))
                        .openInItsMonth()
                        .choiceOf(item("mini-lipstick"), item("mini-mascara"))
                        .alsoFor(memberIsAtLeast(VIB), bonus(POINTS.points(250))))
                .benefits(
                        benefit("early-access").where(memberIsAtLeast(VIB)),
                        benefit("free-shipping").where(memberIs(ROUGE)),
                        benefit("rouge-event").where(memberIs(ROUGE)))
                .build();
    }
}
