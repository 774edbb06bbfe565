package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Decision;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.TierGrant;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStep;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Points that the terms of before ended by inactivity, under terms by which points have dates that a tier suspends. */
@Tag("L6")
class ChangedExpiryTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Tier GOLD = Tier.of("gold");

    private static LoyaltyEngine engine(String version, PointTerms terms) {
        return LoyaltyEngine.of(LoyaltyProgram.builder("shop", version)
                .zone(ZoneOffset.UTC)
                .money(USD)
                .points(PointCurrency.of("points"), terms)
                .tiers(TierLadder.per(
                                BoundedWindow.YEAR,
                                new TierStep(Tier.of("base"), Money.of(USD, 0)),
                                new TierStep(GOLD, Money.of(USD, 5_000)))
                        .kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest())
                .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1))))
                .build());
    }

    private static Instant on(String date) {
        return Instant.parse(date + "T12:00:00Z");
    }

    private static Account after(LoyaltyEngine engine, Account account, LoyaltyEvent event) {
        return engine.evaluate(account, event, List.of()).orThrow().account();
    }

    @Test
    void aTimerThatTheTermsOfBeforeLeftRunsOnOnceATierSuspendsItNoLonger() {
        LoyaltyEngine byInactivity = engine("1", PointTerms.expiring(Expiry.inactiveFor(Period.ofMonths(6))));
        LoyaltyEngine suspending =
                engine("2", PointTerms.expiring(Moment.after(Period.ofYears(1))).suspendedFor(GOLD));
        Account account = after(
                byInactivity,
                byInactivity.newAccount("c-1"),
                new Purchase("p-1", "c-1", on("2026-01-05"), Basket.ofTotal(Money.of(USD, 100))));
        account = after(suspending, account, new TierGrant("g-1", "c-1", on("2026-02-01"), "gold", on("2027-01-01")));
        account = suspending.advance(account, on("2026-08-01")).account();
        assertThat(account.balance("points").available()).isEqualTo(100);
        // A grant that is over already ends the one before.
        account = after(suspending, account, new TierGrant("g-2", "c-1", on("2026-09-01"), "gold", on("2026-08-20")));
        assertThat(suspending.nextChangeAt(account)).hasValue(on("2026-07-05"));
        Decision decision = suspending.advance(account, on("2026-09-02"));
        assertThat(decision.account().balance("points").expired()).isEqualTo(100);
        Account decoded = Codec.ACCOUNTS.decode(Codec.ACCOUNTS.encode(account));
        assertThat(suspending.advance(decoded, on("2026-09-02")).entries()).isEqualTo(decision.entries());
    }
}
