package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Conditions;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Hold;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.TimePassed;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens first of what happens at one instant: points expire, the tier is reviewed, then the event. */
@Tag("D5")
class SameInstantTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Instant NEW_YEAR = startOf("2027-01-01");
    private static final Tier LOW = Tier.of("low");
    private static final Tier HIGH = Tier.of("high");

    private final Shop shop = new Shop(program(Moment.endOf(BoundedWindow.YEAR, Period.ZERO))
            .ladders(Ladder.startingAt("status", LOW)
                    .then(HIGH, SPEND.per(BoundedWindow.YEAR).reaches(usd("100")))
                    .kept(Moment.endOf(BoundedWindow.YEAR))
                    .fallingToTheLowest())
            .earn(
                    EarnRule.earning("base", Amounts.proportional(1, usd("1"))),
                    EarnRule.earning("for-high", Amounts.fixed(1000)).where(Conditions.memberIs(HIGH)))
            .redeem(Reward.costing("hundred", 100))
            .build());

    @Test
    void pointsAndTierAreGoneBeforeAPurchaseAtTheirLastInstant() {
        shop.spend("2026-06-01", "100");
        Decision decision = shop.buy(NEW_YEAR, Basket.ofTotal(usd("10")));
        assertThat(Shop.brief(decision.entries())).containsExactly("EXPIRE -100", "EARN 10 base");
        assertThat(decision.tierChanges()).hasSize(1);
        assertThat(decision.tierChanges().get(0).at()).isEqualTo(NEW_YEAR);
        assertThat(decision.tierChanges().get(0).cause()).isEqualTo("laurel:time:2027-01-01T05:00:00Z");
    }

    @Test
    void aRedemptionAtTheInstantOfExpiryFindsNoPointsAndOneBeforeItDoes() {
        shop.spend("2026-06-01", "100");
        Redemption at = Redemption.of("x", CUSTOMER, NEW_YEAR, "hundred");
        assertThat(shop.engine().evaluate(shop.account(), at).refusal())
                .contains(new Refusal.InsufficientPoints("points", 0, 100));
        Redemption before = Redemption.of("x", CUSTOMER, NEW_YEAR.minusNanos(1_000), "hundred");
        assertThat(shop.engine().evaluate(shop.account(), before).isAccepted()).isTrue();
    }

    @Test
    void eventsOfOneInstantKeepTheOrderInWhichTheyCome() {
        Purchase first = new Purchase("p1", CUSTOMER, NEW_YEAR, Basket.ofTotal(usd("100")));
        Purchase second = new Purchase("p2", CUSTOMER, NEW_YEAR, Basket.ofTotal(usd("10")));
        assertThat(shop.submit(first).earned("points")).isEqualTo(100);
        assertThat(shop.submit(second).earned("points")).isEqualTo(1_010);
        assertThat(shop.submit(Redemption.of("x", CUSTOMER, NEW_YEAR, "hundred"))
                        .entries())
                .hasSize(1);
    }

    @Test
    @Tag("L8")
    void pointsThatBecomeAvailablePayADebtBeforePointsOfAHoldThatLapsesDo() {
        Shop holding = new Shop(program()
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1")))
                        .availableFrom(Moment.after(Period.ofDays(10))))
                .redeem(Reward.costing("fifty", 50))
                .build());
        Instant end = noon("2026-06-11");
        holding.submit(
                Opening.of("o", CUSTOMER, noon("2026-06-01"), new OpeningLot("points", 50, noon("2026-06-01"), null)));
        holding.submit(Hold.of("h", CUSTOMER, noon("2026-06-01"), "fifty", end));
        holding.submit(new Adjustment("a", CUSTOMER, noon("2026-06-01"), "points", -30, "mistake", "clerk"));
        holding.spend("2026-06-01", "20");
        assertThat(Shop.brief(holding.submit(new TimePassed(CUSTOMER, end)).entries()))
                .containsExactly("DEBT_PAID 20", "RELEASE 50 fifty", "DEBT_PAID 10");
        holding.verify();
    }
}
