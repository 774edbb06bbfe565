package dev.laurel.dsl;

import static dev.laurel.dsl.Laurel.*;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import java.time.ZoneId;

/** A program that uses most of the language. */
final class BeautyInsider {
    static final Tier INSIDER = tier("insider");
    static final Tier VIB = tier("vib");
    static final Tier ROUGE = tier("rouge");
    static final PointCurrency POINTS = pointCurrency("points");
    static final Counter<MoneySum> SPEND = counter("spend").spend();
    static final EarnRule BASE =
            rule("base").onPurchase().earns(POINTS.points(1).per(usd(1)));

    private BeautyInsider() {}

    static LoyaltyProgram program() {
        return Laurel.program("beauty-insider", "2026.1")
                .zone(ZoneId.of("America/New_York"))
                .money(USD)
                .points(POINTS, expiring(inactiveFor(months(18))))
                .excluding(any(category("gift-card"), category("shipping")))
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
                                .by("1.25"),
                        rule("rouge-rate")
                                .onPurchase()
                                .where(memberIs(ROUGE))
                                .multiplies(BASE)
                                .by("1.5"),
                        rule("fragrance-days")
                                .onPurchase()
                                .of(category("fragrance"))
                                .where(during("2026-05-01", "2026-05-07"))
                                .multiplies(BASE)
                                .by("2")
                                .because("Double points on fragrance, 1-7 May"))
                .redeem(
                        reward("cash-10")
                                .costing(POINTS.points(500))
                                .where(orderOfAtLeast(usd(10)))
                                .gives(amountOff(usd(10))),
                        reward("rouge-reward")
                                .costing(POINTS.points(2500))
                                .where(memberIs(ROUGE))
                                .gives(amountOff(usd(100))))
                .offers(offer("birthday")
                        .on(birthday().knownFor(days(1)))
                        .openInItsMonth()
                        .choiceOf(item("mini-lipstick"), item("mini-mascara"))
                        .alsoFor(memberIsAtLeast(VIB), bonus(POINTS.points(250))))
                .benefits(
                        benefit("early-access").where(memberIsAtLeast(VIB)),
                        benefit("free-shipping").where(memberIs(ROUGE)))
                .build();
    }
}
