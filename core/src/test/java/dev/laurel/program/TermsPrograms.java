package dev.laurel.program;

import dev.laurel.condition.Conditions;
import dev.laurel.condition.Selectors;
import dev.laurel.customer.LeapDay;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.FreeItem;
import dev.laurel.reward.Item;
import dev.laurel.reward.Offer;
import dev.laurel.reward.PercentageOff;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.Combination;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;

/** Programs whose terms are written down. */
final class TermsPrograms {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final PointCurrency POINTS = PointCurrency.of("points");

    private TermsPrograms() {}

    /** Tiers by spend, a birthday gift, cash rewards. */
    static LoyaltyProgram beautyInsider() {
        Tier insider = Tier.of("insider");
        Tier vib = Tier.of("vib");
        Tier rouge = Tier.of("rouge");
        EarnRule base = EarnRule.earning("base", Amounts.proportional(1, usd(1)));
        return LoyaltyProgram.builder("beauty-insider", "2026.1")
                .zone(ZoneId.of("America/New_York"))
                .money(USD)
                .points(POINTS, PointTerms.expiring(Expiry.inactiveFor(Period.ofMonths(18))))
                .excluding(Selectors.category("gift-card"))
                .excluding(Selectors.category("shipping"))
                .ladders(Ladder.startingAt("status", insider)
                        .then(vib, SPEND.per(BoundedWindow.YEAR).reaches(usd(350)))
                        .then(rouge, SPEND.per(BoundedWindow.YEAR).reaches(usd(1000))))
                .earn(
                        base,
                        Multiplier.of("vib-rate", base, Ratio.of("1.25")).where(Conditions.memberIs(vib)),
                        Multiplier.of("rouge-rate", base, Ratio.of("1.5")).where(Conditions.memberIs(rouge)),
                        Multiplier.of("fragrance-days", base, Ratio.of(2))
                                .of(Selectors.category("fragrance"))
                                .where(Conditions.during(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 7)))
                                .because("Double points on fragrance, 1-7 May"))
                .redeem(
                        cashReward("cash-10", 500, 10),
                        cashReward("cash-25", 1250, 25),
                        cashReward("rouge-reward", 2500, 100).where(Conditions.memberIs(rouge)))
                .offers(Offer.of(
                                "birthday",
                                BirthdayOccasion.onTheDay()
                                        .open(Opening.inItsMonth())
                                        .knownFor(Period.ofDays(1)),
                                new Item("mini-lipstick"),
                                new Item("mini-mascara"))
                        .alsoFor(Conditions.memberIsAtLeast(vib), new Bonus(POINTS.points(250))))
                .benefits(
                        Benefit.of("early-access").where(Conditions.memberIsAtLeast(vib)),
                        Benefit.of("free-shipping").where(Conditions.memberIs(rouge)),
                        Benefit.of("rouge-event").where(Conditions.memberIs(rouge)))
                .build();
    }

    private static Reward cashReward(String id, long points, long dollars) {
        return Reward.costing(id, points)
                .giving(new AmountOff(usd(dollars)))
                .where(Conditions.orderOfAtLeast(usd(dollars)));
    }

    private static Money usd(long dollars) {
        return Money.of(USD, dollars);
    }

    /** No more than a program must have. */
    static LoyaltyProgram minimal() {
        return LoyaltyProgram.builder("minimal", "1")
                .zone(ZoneId.of("UTC"))
                .money(USD)
                .points(PointCurrency.of("stars"), PointTerms.expiring(Moment.never()))
                .earn(EarnRule.earning("welcome", Amounts.fixed(1)))
                .build();
    }

    /** Everything else that a program can have. */
    static LoyaltyProgram everything() {
        Tier green = Tier.of("green");
        Tier gold = Tier.of("gold");
        Tier reserve = Tier.of("reserve");
        PointCurrency stamps = PointCurrency.of("stamps");
        EarnRule spend = EarnRule.earning("spend", Amounts.perCompleted(5, gbp("2.50")))
                .rounded(Rounding.HALF_UP, RoundingStep.PER_LINE)
                .combining(Combination.COMPOUND)
                .capped(
                        UseCap.of(2, BoundedWindow.WEEK),
                        PointCap.of(POINTS.points(1000)).per(BoundedWindow.MONTH),
                        PointCap.of(POINTS.points(250)),
                        PointCap.of(POINTS.points(1_000_000)).per(Window.EVER),
                        UseCap.of(1, Window.EVER));
        EarnRule stamp = EarnRule.earning("stamp", stamps.points(1).perItem())
                .of(Selectors.all(Selectors.category("drink"), Selectors.not(Selectors.discounted())))
                .rounded(Rounding.UP, RoundingStep.PER_ITEM)
                .returning(TermsOfReturn.BY_PURCHASE);
        return LoyaltyProgram.builder("everything", "2026.1 [draft]")
                .zone(ZoneId.of("Europe/London"))
                .money(GBP)
                .points(
                        POINTS,
                        PointTerms.expiring(Moment.startOf(BoundedWindow.MONTH, Period.ofMonths(7)))
                                .forgettingWhatIsMissing())
                .points(
                        stamps,
                        PointTerms.expiring(Moment.after(Period.of(1, 6, 1))).transferableAfter(Period.ofDays(14)))
                .points(
                        PointCurrency.of("miles"),
                        PointTerms.expiring(Moment.endOf(BoundedWindow.YEAR, Period.ofYears(3)))
                                .transferable()
                                .extendingWhatComesBack(Period.ofDays(30)))
                .points(
                        PointCurrency.of("status"),
                        PointTerms.expiring(Moment.endOf(BoundedWindow.QUARTER, Period.ZERO)))
                .excluding(Selectors.brand("b & c"))
                .excluding(Selectors.attribute("kind of item", "gift card"))
                .ladders(Ladder.startingAt("status", green)
                        .then(gold, SPEND.per(BoundedWindow.QUARTER).reaches(gbp("99.99")))
                        .then(reserve, SPEND.per(BoundedWindow.QUARTER).reaches(gbp("1000")))
                        .kept(Moment.endOf(BoundedWindow.QUARTER))
                        .fallingToTheLowest())
                .earn(
                        spend,
                        stamp,
                        EarnRule.earning("even", Amounts.proportional(3, gbp("0.125")))
                                .rounded(Rounding.HALF_EVEN, RoundingStep.PER_PURCHASE)
                                .where(Conditions.orderedThrough("app"), Conditions.memberIsIn("staff & friends")),
                        EarnRule.earning("hello", POINTS.points(100))
                                .of(Selectors.discounted())
                                .capped(UseCap.of(1, Window.EVER))
                                .returning(TermsOfReturn.LOST_ON_ANY_RETURN)
                                .because("Hello!"),
                        EarnRule.earning("large", POINTS.points(50))
                                .where(Conditions.orderOfAtLeast(gbp("80")))
                                .returning(TermsOfReturn.lostBelow(gbp("80"))),
                        EarnRule.earning("visit", POINTS.points(5)).returning(TermsOfReturn.LOST_ON_FULL_RETURN),
                        EarnRule.earning("app", POINTS.points(2))
                                .where(Conditions.orderedThrough("app"))
                                .returning(TermsOfReturn.KEPT),
                        Multiplier.of("third-more", spend, Ratio.of("4/3"))
                                .where(
                                        Conditions.any(Conditions.memberIs(gold), Conditions.memberIs(reserve)),
                                        Conditions.during(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28))),
                        Multiplier.of("more-drinks", stamp, Ratio.of(2)).of(Selectors.brand("acme")),
                        Multiplier.ofRounded("again", spend, Ratio.of("1.5"), Rounding.UP)
                                .where(Conditions.not(Conditions.memberIs(green)))
                                .because("Once more"))
                .redeem(
                        Reward.costing("free-drink", stamps.points(9))
                                .giving(new FreeItem(Selectors.category("drink"))),
                        Reward.costing("free-anything", 5000)
                                .giving(new FreeItem(Selectors.everything()))
                                .valid(new Dates(null, LocalDate.of(2026, 12, 31))),
                        Reward.costing("tenth-off", 800)
                                .giving(PercentageOff.of(Ratio.of("12.5")).upTo(gbp("20")))
                                .capped(UseCap.of(3, BoundedWindow.YEAR), UseCap.of(1, BoundedWindow.DAY))
                                .valid(new Dates(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30))),
                        Reward.costing("third-off", 1200)
                                .giving(PercentageOff.of(Ratio.of("100/3")))
                                .where(Conditions.memberIsAtLeast(gold), Conditions.basketHas(Selectors.sku("a b")))
                                .capped(UseCap.of(1, Window.EVER))
                                .valid(new Dates(LocalDate.of(2026, 7, 1), null)),
                        Reward.costing("ten-off-drinks", 700)
                                .giving(new AmountOff(gbp("10")).of(Selectors.category("drink")))
                                .where(Conditions.orderOfAtLeast(gbp("25"), Selectors.brand("acme"))),
                        Reward.costing("fifth-off-sale", 900)
                                .giving(PercentageOff.of(Ratio.of(20))
                                        .of(Selectors.discounted())
                                        .upTo(gbp("5"))),
                        Reward.costing("mug", 300),
                        Reward.costing("pay", ChosenPrice.ofAnyNumber()).giving(PointsAsPayment.of(gbp("0.01"), 1)),
                        Reward.costing(
                                        "pay-half",
                                        ChosenPrice.ofAnyNumber(stamps)
                                                .inStepsOf(10)
                                                .atLeast(30))
                                .giving(PointsAsPayment.of(gbp("2.50"), 10).upToPercentOfOrder(50)))
                .offers(
                        Offer.of(
                                        "birthday-drink",
                                        BirthdayOccasion.onTheDay()
                                                .open(Opening.until(Moment.after(Period.ofDays(1))))
                                                .from(gold, Opening.until(Moment.after(Period.ofDays(7))))
                                                .from(reserve, Opening.until(Moment.after(Period.ofDays(30))))
                                                .knownFor(Period.ofDays(7)),
                                        new Item("any-drink"))
                                .where(
                                        Conditions.memberIsIn("club"),
                                        Conditions.memberIsAtLeast(green),
                                        Conditions.enrolledFor(Period.ofDays(7)),
                                        PurchaseCounter.purchases("visits")
                                                .per(Window.EVER)
                                                .isAtLeast(1)),
                        Offer.of(
                                "birthday-points",
                                BirthdayOccasion.onTheDay()
                                        .open(Opening.until(Moment.after(Period.ofDays(2))))
                                        .from(gold, Opening.inItsMonth())
                                        .purchasedFor(Period.ofMonths(2)),
                                new Bonus(PointCurrency.of("miles").points(1)),
                                new Bonus(POINTS.points(50))))
                .benefits(
                        Benefit.of("newsletter"),
                        Benefit.of("free-shipping").where(Conditions.orderOfAtLeast(gbp("50"))),
                        Benefit.of("lounge")
                                .where(Conditions.memberIs(reserve), Conditions.not(Conditions.memberIsIn("banned"))))
                .returnsWithin(Period.ofMonths(3))
                .leapDay(LeapDay.MARCH_1)
                .lateLimit(Period.ZERO)
                .build();
    }

    private static Money gbp(String pounds) {
        return Money.of(GBP, pounds);
    }
}
