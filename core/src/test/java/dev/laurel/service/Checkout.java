package dev.laurel.service;

import dev.laurel.condition.Conditions;
import dev.laurel.condition.Selectors;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.FreeItem;
import dev.laurel.reward.PercentageOff;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** A shop with a checkout: a point per dollar, twice for VIBs, and rewards of each kind. */
final class Checkout {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    static final Currency USD = Currency.getInstance("USD");
    static final PointCurrency POINTS = PointCurrency.of("points");
    static final Tier VIB = Tier.of("vib");
    static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    static final LoyaltyProgram PROGRAM = program(EarnRule.earning("base", Amounts.proportional(1, usd("1"))));

    /** The same with at most 100 points a month. */
    static final LoyaltyProgram CAPPED = program(EarnRule.earning("base", Amounts.proportional(1, usd("1")))
            .capped(PointCap.of(POINTS.points(100)).per(BoundedWindow.MONTH)));

    final InMemoryAccountStore store = InMemoryAccountStore.withOutbox();
    final LoyaltyService service;

    Checkout(LoyaltyProgram program) {
        service = LoyaltyService.of(LoyaltyEngine.of(program), store).withClock(() -> NOON);
    }

    /** Another version, in which ten dollars off cost more. */
    static LoyaltyEngine dearer() {
        return next(version("2", EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .redeem(Reward.costing("cash-10", 150).giving(new AmountOff(usd("10")))));
    }

    /** Another version, without the half off. */
    static LoyaltyEngine withoutPercentages() {
        return next(version("2", EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .redeem(Reward.costing("cash-10", 100).giving(new AmountOff(usd("10")))));
    }

    private static LoyaltyEngine next(LoyaltyProgram.Builder version) {
        return LoyaltyEngine.ofVersions(List.of(
                PROGRAM,
                version.inForceFrom(LocalDate.parse("2026-06-01"))
                        .retiringRewards("half", "free-soap", "pays", "shipping")
                        .build()));
    }

    private static LoyaltyProgram program(EarnRule base) {
        return version("1", base)
                .redeem(
                        Reward.costing("cash-10", 100).giving(new AmountOff(usd("10"))),
                        Reward.costing("half", 50).giving(PercentageOff.of(Ratio.of(50))),
                        Reward.costing("free-soap", 30).giving(new FreeItem(Selectors.sku("soap"))),
                        Reward.costing("pays", ChosenPrice.ofAnyNumber()).giving(PointsAsPayment.of(usd("0.01"), 1)),
                        Reward.costing("shipping", 10).where(Conditions.orderOfAtLeast(usd("50"))))
                .build();
    }

    private static LoyaltyProgram.Builder version(String version, EarnRule base) {
        return LoyaltyProgram.builder("shop", version)
                .zone(ZoneId.of("UTC"))
                .money(USD)
                .points(POINTS, PointTerms.expiring(Moment.never()).transferable())
                .ladders(Ladder.startingAt("status", Tier.of("insider"))
                        .then(VIB, SPEND.per(BoundedWindow.YEAR).reaches(usd("350")))
                        .kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest())
                .earn(base, Multiplier.of("vib-rate", base, Ratio.of(2)).where(Conditions.memberIs(VIB)));
    }

    static Money usd(String amount) {
        return Money.of(USD, amount);
    }

    static Basket soap(String net) {
        return Basket.of(PurchaseLine.of("1", "soap", usd(net)));
    }

    void open(String customer, long points) {
        service.submit(Opening.of("o", customer, NOON, new OpeningLot("points", points, NOON, null)))
                .orThrow();
    }

    void buy(String id, String net) {
        service.submit(new Purchase(id, "ada", NOON, Basket.ofTotal(usd(net)))).orThrow();
    }

    long available() {
        return service.member("ada", NOON).available(POINTS);
    }
}
