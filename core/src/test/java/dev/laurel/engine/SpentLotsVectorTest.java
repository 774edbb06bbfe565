package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static dev.laurel.engine.Shop.uses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.Decision;
import dev.laurel.event.Redemption;
import dev.laurel.ledger.EntryKind;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Moment;
import java.time.Period;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lots that are spent one after the other and expire after ninety days, with the numbers that others test. */
class SpentLotsVectorTest {
    @Test
    @Tag("TV-87b")
    @Tag("L5")
    void theOlderLotIsSpentFirstAndWhatIsLeftExpires() {
        Shop shop = new Shop(program(Moment.after(Period.ofDays(90)))
                .earn(EarnRule.earning("base", Amounts.proportional(5, usd("1"))))
                .redeem(Reward.costing("gift", 500))
                .build());
        shop.spend("2026-01-01", "115.00");
        assertThat(shop.available()).isEqualTo(575);
        Decision first = shop.submit(Redemption.of("x1", CUSTOMER, noon("2026-01-01"), "gift"));
        assertThat(uses(first.entries(), EntryKind.REDEEM)).containsExactly("1:500");
        assertThat(shop.available()).isEqualTo(75);

        shop.spend("2026-01-02", "161.00");
        assertThat(shop.available()).isEqualTo(880);
        Decision second = shop.submit(Redemption.of("x2", CUSTOMER, noon("2026-01-02"), "gift"));
        assertThat(uses(second.entries(), EntryKind.REDEEM)).containsExactly("1:75", "2:425");
        assertThat(shop.available()).isEqualTo(380);

        Decision later = shop.advance(noon("2026-04-03"));
        assertThat(uses(later.entries(), EntryKind.EXPIRE)).containsExactly("2:380");
        assertThat(shop.available()).isZero();
        shop.verify();
    }
}
