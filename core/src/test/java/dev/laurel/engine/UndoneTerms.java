package dev.laurel.engine;

import static dev.laurel.engine.Shop.usd;

import dev.laurel.condition.Conditions;
import dev.laurel.condition.Selectors;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Period;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Stream;

/** Terms of points, in programs in which everything that an order gives is lost with it. */
record UndoneTerms(String name, ShortfallPolicy shortfall, Expiry expiry) {
    private static final PointCurrency POINTS = PointCurrency.of(UndoneHistory.POINTS);
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");
    private static final Tier LOW = Tier.of("low");
    private static final Tier HIGH = Tier.of("high");

    /** What is sent is neither redeemed nor on hold, so where what is missing is forgotten, it would be. */
    boolean mayTransfer() {
        return shortfall == ShortfallPolicy.OWE;
    }

    LoyaltyProgram program() {
        PointTerms policy = new PointTerms(expiry, Set.of(), null, shortfall, null, Period.ZERO);
        EarnRule base = EarnRule.earning("base", Amounts.proportional(3, usd("2")))
                .capped(PointCap.of(POINTS.points(400)).per(BoundedWindow.MONTH));
        EarnRule units = EarnRule.earning("units", Amounts.perCompleted(7, usd("13")));
        return LoyaltyProgram.builder("undone", "1")
                .zone(ZoneId.of("UTC"))
                .money(Shop.USD)
                .points(POINTS, mayTransfer() ? policy.transferable() : policy)
                .ladders(Ladder.startingAt("status", LOW)
                        .then(HIGH, SPEND.per(BoundedWindow.YEAR).reaches(usd("150")))
                        .kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest())
                .earn(
                        base,
                        Multiplier.of("double", base, Ratio.of(2)).where(Conditions.memberIs(HIGH)),
                        units,
                        Multiplier.of("half-more", units, Ratio.of(3, 2)).of(Selectors.sku("sku-1")),
                        EarnRule.earning("pieces", Amounts.perItem(1)).rounded(Rounding.DOWN, RoundingStep.PER_ITEM),
                        EarnRule.earning("late", Amounts.fixed(9)).availableFrom(Moment.after(Period.ofDays(5))),
                        EarnRule.earning("whole", Amounts.fixed(20)).returning(TermsOfReturn.LOST_ON_FULL_RETURN),
                        EarnRule.earning("enough", Amounts.fixed(11)).returning(TermsOfReturn.lostBelow(usd("40"))))
                .capped(PointCap.of(POINTS.points(300)).per(BoundedWindow.WEEK), UseCap.of(9, BoundedWindow.WEEK))
                .redeem(Reward.costing("pays", ChosenPrice.ofAnyNumber()).giving(PointsAsPayment.of(usd("0.05"), 1)))
                .holdsAtMost(Period.ofYears(1))
                .build();
    }

    /** Five of them. */
    static Stream<UndoneTerms> all() {
        return Stream.of(
                new UndoneTerms("owed", ShortfallPolicy.OWE, Moment.never()),
                new UndoneTerms("clamped", ShortfallPolicy.CLAMP, Moment.never()),
                new UndoneTerms("owed and dated", ShortfallPolicy.OWE, Moment.after(Period.ofDays(60))),
                new UndoneTerms(
                        "clamped and dated",
                        ShortfallPolicy.CLAMP,
                        Moment.endOf(BoundedWindow.MONTH, Period.ofMonths(1))),
                new UndoneTerms("owed and on a timer", ShortfallPolicy.OWE, Expiry.inactiveFor(Period.ofDays(45))));
    }
}
