package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Return;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.receipt.Receipt;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tiers that were reached in windows which a later version no longer counts in. */
class TiersOfOtherWindowsTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Tier INSIDER = Tier.of("insider");
    private static final Tier VIB = Tier.of("vib");
    private static final PurchaseCounter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private final LoyaltyEngine engine = LoyaltyEngine.ofVersions(List.of(
            version(
                            "1",
                            Ladder.startingAt("status", INSIDER)
                                    .then(VIB, SPEND.per(BoundedWindow.YEAR).reaches(Money.of(USD, "350"))))
                    .build(),
            version(
                            "2",
                            Ladder.startingAt("status", INSIDER)
                                    .then(VIB, SPEND.per(Window.EVER).reaches(Money.of(USD, "500"))))
                    .inForceFrom(LocalDate.parse("2027-01-01"))
                    .build()));
    private final List<Receipt> receipts = new ArrayList<>();
    private Account account = engine.newAccount("c1");

    private static LoyaltyProgram.Builder version(String version, Ladder ladder) {
        PointCurrency points = PointCurrency.of("points");
        return LoyaltyProgram.builder("beauty", version)
                .zone(ZoneOffset.UTC)
                .money(USD)
                .points(points, PointTerms.expiring(Moment.never()))
                .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, "1"))))
                .ladders(ladder);
    }

    private void next(LoyaltyEvent event) {
        Decision decision = engine.evaluate(account, event, receipts);
        assertThat(decision.refusal()).isEmpty();
        account = decision.account();
        receipts.addAll(decision.receipts());
    }

    private static Purchase bought(String id, String at, String amount) {
        return new Purchase(id, "c1", Instant.parse(at), Basket.ofTotal(Money.of(USD, amount)));
    }

    private TierStanding standing() {
        return account.standing("status").orElseThrow();
    }

    @Test
    @Tag("Q5")
    @Tag("P2")
    void aTierThatAYearGaveLastsThroughReturnsOnceAllSpendCounts() {
        next(bought("o1", "2026-05-01T12:00:00Z", "400"));
        next(bought("o2", "2027-02-01T12:00:00Z", "10"));
        next(Return.ofAll("r1", "c1", Instant.parse("2027-02-02T12:00:00Z"), "o2"));
        assertThat(standing()).isEqualTo(new TierStanding(VIB, Instant.parse("2028-01-01T00:00:00Z")));
    }

    @Test
    @Tag("Q5")
    @Tag("P2")
    void aTierThatAllSpendGaveGivesWayToWhatAYearHadGiven() {
        next(bought("o1", "2026-05-01T12:00:00Z", "400"));
        next(bought("o2", "2027-02-01T12:00:00Z", "600"));
        assertThat(standing()).isEqualTo(new TierStanding(VIB, null));
        next(Return.ofAll("r1", "c1", Instant.parse("2027-02-02T12:00:00Z"), "o2"));
        assertThat(standing()).isEqualTo(new TierStanding(VIB, Instant.parse("2028-01-01T00:00:00Z")));
    }

    @Test
    @Tag("Q5")
    @Tag("P2")
    void aTierThatAYearGaveIsOverAtItsEndAllTheSame() {
        next(bought("o1", "2026-05-01T12:00:00Z", "400"));
        next(bought("o2", "2027-02-01T12:00:00Z", "600"));
        next(Return.ofAll("r1", "c1", Instant.parse("2028-01-02T12:00:00Z"), "o2"));
        assertThat(standing()).isEqualTo(new TierStanding(INSIDER, null));
    }
}
