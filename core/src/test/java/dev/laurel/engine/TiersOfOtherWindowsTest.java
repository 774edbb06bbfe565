package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.NEW_YORK;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.USD;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.event.Return;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tiers that were reached in windows which a later version no longer counts in. */
class TiersOfOtherWindowsTest {
    private static final Tier INSIDER = Tier.of("insider");
    private static final Tier VIB = Tier.of("vib");
    private static final PurchaseCounter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private final Shop shop = new Shop(List.of(
            version(
                            "1",
                            Ladder.startingAt("status", INSIDER)
                                    .then(VIB, SPEND.per(BoundedWindow.YEAR).reaches(usd("350"))))
                    .build(),
            version(
                            "2",
                            Ladder.startingAt("status", INSIDER)
                                    .then(VIB, SPEND.per(Window.EVER).reaches(usd("500"))))
                    .inForceFrom(LocalDate.parse("2027-01-01"))
                    .build()));

    private static LoyaltyProgram.Builder version(String version, Ladder ladder) {
        return LoyaltyProgram.builder("shop", version)
                .zone(NEW_YORK)
                .money(USD)
                .points(POINTS, PointTerms.expiring(Moment.never()))
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .ladders(ladder);
    }

    private TierStanding standing() {
        return shop.account().standing("status").orElseThrow();
    }

    @Test
    @Tag("Q5")
    @Tag("P2")
    void aTierThatAYearGaveLastsThroughReturnsOnceAllSpendCounts() {
        shop.spend("2026-05-01", "400");
        shop.spend("2027-02-01", "10");
        shop.submit(Return.ofAll("r1", CUSTOMER, noon("2027-02-02"), "e2"));
        assertThat(standing()).isEqualTo(new TierStanding(VIB, startOf("2028-01-01")));
    }

    @Test
    @Tag("Q5")
    @Tag("P2")
    void aTierThatAllSpendGaveGivesWayToWhatAYearHadGiven() {
        shop.spend("2026-05-01", "400");
        shop.spend("2027-02-01", "600");
        assertThat(standing()).isEqualTo(new TierStanding(VIB, null));
        shop.submit(Return.ofAll("r1", CUSTOMER, noon("2027-02-02"), "e2"));
        assertThat(standing()).isEqualTo(new TierStanding(VIB, startOf("2028-01-01")));
    }

    @Test
    @Tag("Q5")
    @Tag("P2")
    void aTierThatAYearGaveIsOverAtItsEndAllTheSame() {
        shop.spend("2026-05-01", "400");
        shop.spend("2027-02-01", "600");
        shop.submit(Return.ofAll("r1", CUSTOMER, noon("2028-01-02"), "e2"));
        assertThat(standing()).isEqualTo(new TierStanding(INSIDER, null));
    }
}
