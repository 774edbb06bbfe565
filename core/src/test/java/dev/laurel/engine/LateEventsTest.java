package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.condition.Conditions;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("T3")
class LateEventsTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Tier LOW = Tier.of("low");
    private static final Tier HIGH = Tier.of("high");
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));

    private final Shop shop = new Shop(program(Moment.after(Period.ofDays(10)))
            .ladders(Ladder.startingAt("status", LOW)
                    .then(HIGH, SPEND.per(BoundedWindow.YEAR).reaches(usd("100"))))
            .earn(
                    BASE,
                    EarnRule.earning("in-may", Amounts.fixed(1000))
                            .where(Conditions.during(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-31"))),
                    EarnRule.earning("for-high", Amounts.fixed(5000)).where(Conditions.memberIs(HIGH)))
            .build());

    private Decision late(Instant at, String net) {
        return shop.engine().evaluate(shop.account(), new Purchase("late", CUSTOMER, at, Basket.ofTotal(usd(net))));
    }

    @Test
    void lateEventsAreJudgedByTheirOwnDateAndPostedAtTheAccountsPresent() {
        shop.spend("2026-06-05", "10");
        Decision decision = late(noon("2026-05-30"), "20");
        assertThat(Shop.brief(decision.entries())).containsExactly("EARN 20 base", "EARN 1000 in-may");
        assertThat(decision.entries()).allSatisfy(entry -> {
            assertThat(entry.effective()).isEqualTo(noon("2026-06-05"));
            assertThat(entry.earned()).isEqualTo(noon("2026-05-30"));
            assertThat(entry.expires()).isEqualTo(noon("2026-06-09"));
        });
        assertThat(decision.account().asOf()).isEqualTo(noon("2026-06-05"));
    }

    @Test
    void lateEventsAreJudgedByThePresentTier() {
        shop.spend("2026-06-05", "100");
        assertThat(late(noon("2026-06-04"), "20").earned("points")).isEqualTo(5020);
    }

    @Test
    void lateEventsWhosePointsArePastTheirDateEarnAndExpireAtOnce() {
        shop.spend("2026-06-20", "10");
        Decision decision = late(noon("2026-06-05"), "20");
        assertThat(Shop.brief(decision.entries())).containsExactly("EARN 20 base", "EXPIRE -20");
        assertThat(decision.account().balance("points").available()).isEqualTo(10);
    }

    @Test
    void lateEventsCountInTheYearOfTheirDate() {
        shop.spend("2026-12-31", "90");
        shop.spend("2027-01-02", "1");
        Account after = late(noon("2026-12-30"), "10").account();
        assertThat(after.standing("status").orElseThrow().tier()).isEqualTo(HIGH);
        assertThat(after.standing("status").orElseThrow().until()).isEqualTo(startOf("2028-01-01"));
        assertThat(shop.engine().sums(after))
                .extracting(SumProgress::describe)
                .containsExactly("USD 1.00 spent in the calendar year");
    }

    @Test
    void lateEventsDoNotReopenAReview() {
        shop.spend("2025-06-01", "100");
        shop.spend("2026-12-31", "90");
        shop.advance(noon("2027-01-02"));
        assertThat(shop.account().standing("status").orElseThrow().tier()).isEqualTo(LOW);
        Account after = late(noon("2026-12-30"), "5").account();
        assertThat(after.standing("status").orElseThrow().tier()).isEqualTo(LOW);
    }

    @Test
    void lateEventsAreAcceptedUpToTheLimitAndRefusedBeyondIt() {
        shop.spend("2026-06-30", "10");
        assertThat(late(noon("2026-05-31"), "20").isAccepted()).isTrue();
        Decision refused = late(noon("2026-05-31").minusNanos(1_000), "20");
        assertThat(refused.refusal())
                .contains(new Refusal.EventTooLate(
                        noon("2026-05-31").minusNanos(1_000), noon("2026-06-30"), Period.ofDays(30)));
        assertThat(refused.refusal().orElseThrow().message())
                .isEqualTo("event of 2026-05-31T15:59:59.999999Z is more than P30D before the latest of this customer,"
                        + " of 2026-06-30T16:00:00Z; adjust the account by hand if it must count");
    }

    @Test
    void lateEventsNeverMoveTheAccountBack() {
        shop.spend("2026-06-30", "10");
        assertThat(shop.advance(noon("2026-01-01")).account()).isEqualTo(shop.account());
        assertThat(shop.account().asOf()).isEqualTo(noon("2026-06-30"));
    }
}
