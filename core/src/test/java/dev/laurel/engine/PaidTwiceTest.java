package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.Refusal;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.RewardChoice;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An order that is paid with points already, and a reward that lowers it. */
@Tag("R2")
class PaidTwiceTest {
    private final Shop shop = new Shop(Shop.program()
            .earn(EarnRule.earning("base", Amounts.proportional(1, Shop.usd("1"))))
            .redeem(Shop.PAYS, Reward.costing("ten-off", 5).giving(new AmountOff(Shop.usd("10"))))
            .build());
    private final Instant now = Shop.noon("2026-01-06");

    private Quote quote(String paidWithPoints) {
        shop.spend("2026-01-05", "100");
        shop.redeemsToPay("r-1", now, paidWithPoints);
        Basket basket = Basket.of(Shop.line("1", "50"))
                .withShipping(Shop.usd("5"))
                .paidBy(Payment.withPoints(Shop.usd(paidWithPoints), "r-1"));
        return shop.engine()
                .quote(shop.account(), basket, List.of(RewardChoice.of("ten-off")), now, List.of(shop.receipt("r-1")));
    }

    @Test
    void aRewardOnAnOrderPaidWithPointsIsQuotedUpToWhatIsLeftToPay() {
        Quote quote = quote("45");
        assertThat(quote.isAccepted()).isTrue();
        assertThat(quote.basket().total()).isEqualTo(Shop.usd("45"));
    }

    @Test
    @Tag("F1")
    void aRewardOnAnOrderPaidWithPointsIsRefusedWherePointsWouldPayForWhatItTakesOff() {
        Quote quote = quote("45.01");
        assertThat(quote.refusal())
                .contains(new Refusal.ConditionNotMet(
                        "reward 'ten-off'",
                        "what is left of the order is no less than is paid with points",
                        "an order of which USD 10.00 off leaves less",
                        "an order of which at least USD 45.01 is left"));
        assertThat(quote.basket().net()).isEqualTo(Shop.usd("50"));
    }
}
