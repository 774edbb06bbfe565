package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.Decision;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Redemption;
import dev.laurel.ledger.EntryKind;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Moment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What expires of lots on the first day of 2026, as other systems and their terms have it. */
@Tag("TV-79")
@Tag("L6")
class ExpiryVectorsTest {
    private static final String YESTERDAY = "2025-12-31";
    private static final String TODAY = "2026-01-01";
    private static final String TOMORROW = "2026-01-02";

    private final Shop shop = new Shop(program(Moment.never())
            .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
            .redeem(Reward.costing("fifty", 50), Reward.costing("all", 150))
            .build());

    private static OpeningLot lot(long points, String expires) {
        return new OpeningLot("points", points, noon("2025-06-01"), expires == null ? null : startOf(expires));
    }

    private void has(OpeningLot... lots) {
        shop.submit(Opening.of("o", CUSTOMER, noon("2025-06-02"), lots));
    }

    private Decision today() {
        Decision decision = shop.advance(startOf(TODAY));
        shop.verify();
        return decision;
    }

    @Test
    void aLotOfYesterdayIsGoneOnceHoweverOftenOneLooks() {
        has(lot(150, YESTERDAY));
        assertThat(Shop.brief(today().entries())).containsExactly("EXPIRE -150");
        assertThat(today().entries()).isEmpty();
        assertThat(shop.available()).isZero();
    }

    @Test
    void aLotOfTomorrowIsUntouched() {
        has(lot(150, TOMORROW));
        assertThat(today().entries()).isEmpty();
        assertThat(shop.available()).isEqualTo(150);
    }

    @Test
    void aLotThatIsDueGoesAndTheOtherStays() {
        has(lot(100, YESTERDAY), lot(50, TOMORROW));
        assertThat(Shop.brief(today().entries())).containsExactly("EXPIRE -100");
        assertThat(shop.available()).isEqualTo(50);
    }

    @Test
    void aLotThatIsPartlySpentLosesOnlyTheRest() {
        has(lot(150, YESTERDAY));
        shop.submit(Redemption.of("x", CUSTOMER, noon("2025-06-03"), "fifty"));
        assertThat(Shop.brief(today().entries())).containsExactly("EXPIRE -100");
        assertThat(shop.available()).isZero();
    }

    @Test
    void aLotThatIsSpentToTheLastLosesNothing() {
        has(lot(150, YESTERDAY));
        shop.submit(Redemption.of("x", CUSTOMER, noon("2025-06-03"), "all"));
        assertThat(today().entries()).isEmpty();
    }

    @Test
    void aLotWithoutADateIsThereAfterTenYears() {
        has(lot(150, null));
        assertThat(shop.advance(startOf("2036-01-01")).entries()).isEmpty();
        assertThat(shop.available()).isEqualTo(150);
    }

    @Test
    void twoLotsThatAreDueAreBothTold() {
        has(lot(100, YESTERDAY), lot(60, TODAY));
        Decision decision = today();
        assertThat(Shop.uses(decision.entries(), EntryKind.EXPIRE)).containsExactly("1:100", "2:60");
        assertThat(shop.available()).isZero();
    }

    @Test
    @Tag("T2")
    void aLotIsGoneAtItsVeryInstant() {
        has(lot(150, TODAY));
        assertThat(shop.advance(startOf(TODAY).minusNanos(1_000)).entries()).isEmpty();
        assertThat(Shop.brief(today().entries())).containsExactly("EXPIRE -150");
    }
}
