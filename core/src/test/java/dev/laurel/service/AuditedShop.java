package dev.laurel.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.LotUse;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** A service on a store that gives back what it should not, with a little history of one customer. */
final class AuditedShop {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Currency USD = Currency.getInstance("USD");
    static final Instant START = Instant.parse("2026-06-01T12:00:00Z");
    private static final LoyaltyProgram PROGRAM = LoyaltyProgram.builder("shop", "1")
            .zone(ZoneId.of("UTC"))
            .money(USD)
            .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
            .ladders(Ladder.startingAt("status", Tier.of("low"))
                    .then(Tier.of("high"), SPEND.per(BoundedWindow.YEAR).reaches(usd("500")))
                    .kept(Moment.endOf(BoundedWindow.YEAR))
                    .fallingToTheLowest())
            .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
            .redeem(Reward.costing("cash-10", 100))
            .build();

    final DishonestStore store = new DishonestStore();
    final LoyaltyService service =
            LoyaltyService.of(LoyaltyEngine.of(PROGRAM), store).withClock(() -> day(1_000));

    static Money usd(String amount) {
        return Money.of(USD, amount);
    }

    static Instant day(int day) {
        return START.plusSeconds(86_400L * day);
    }

    static LedgerEntry withPoints(LedgerEntry entry, long points, List<LotUse> lots) {
        return new LedgerEntry(
                entry.sequence(),
                entry.kind(),
                entry.currency(),
                points,
                lots,
                entry.source(),
                entry.cause(),
                entry.program(),
                entry.effective(),
                entry.earned(),
                entry.available(),
                entry.expires(),
                entry.dating(),
                entry.shortfall(),
                entry.hold());
    }

    /** Entry 1 earns 600 points and makes the tier high, 2 redeems 100, 3 holds 100, 4 earns 40, 5 takes those back. */
    AuditedShop() {
        for (LoyaltyEvent event : List.of(
                new Purchase("p1", "ada", day(0), Basket.ofTotal(usd("600"))),
                Redemption.of("r", "ada", day(1), "cash-10"),
                Hold.of("h", "ada", day(2), "cash-10", day(30)),
                new Purchase("p2", "ada", day(3), Basket.ofTotal(usd("40"))),
                Return.ofAll("back", "ada", day(4), "p2"))) {
            service.submit(event).orThrow();
        }
        assertThat(service.entries("ada"))
                .extracting(LedgerEntry::kind)
                .containsExactly(EntryKind.EARN, EntryKind.REDEEM, EntryKind.HOLD, EntryKind.EARN, EntryKind.CLAWBACK);
    }

    /** What is found to be wrong. */
    List<String> found() {
        return service.verify("ada");
    }
}
