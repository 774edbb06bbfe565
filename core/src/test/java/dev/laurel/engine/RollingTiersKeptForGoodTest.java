package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.event.Return;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Period;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tiers that are reached by sums that go back from any date, and never end by themselves. */
class RollingTiersKeptForGoodTest {
    private static final Tier INSIDER = Tier.of("insider");
    private static final Tier VIB = Tier.of("vib");
    private static final PurchaseCounter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private final Shop shop = new Shop(program()
            .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
            .ladders(Ladder.startingAt("status", INSIDER)
                    .then(VIB, SPEND.per(Window.overTheLast(Period.ofDays(30))).reaches(usd("350")))
                    .kept(Moment.never()))
            .build());

    private TierStanding standing() {
        return shop.account().standing("status").orElseThrow();
    }

    @Test
    @Tag("Q5")
    void aTierThatIsKeptForGoodStaysAfterAReturnIfLongAgoEnoughWasSpent() {
        shop.spend("2026-05-01", "400");
        shop.spend("2026-12-01", "400");
        shop.submit(Return.ofAll("r1", CUSTOMER, noon("2026-12-02"), "e2"));
        assertThat(standing()).isEqualTo(new TierStanding(VIB, null));
    }

    @Test
    @Tag("Q5")
    void aTierThatIsKeptForGoodIsLostOnceAllOfItIsReturned() {
        shop.spend("2026-05-01", "400");
        shop.spend("2026-12-01", "400");
        shop.submit(Return.ofAll("r1", CUSTOMER, noon("2026-12-02"), "e2"));
        shop.submit(Return.ofAll("r2", CUSTOMER, noon("2026-12-02"), "e1"));
        assertThat(standing()).isEqualTo(new TierStanding(INSIDER, null));
    }
}
