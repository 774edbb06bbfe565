package dev.laurel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.decision.RefusedException;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The nightly job: what happened by itself is written down for all to whom it did. */
@Tag("D4")
@Tag("I10")
class DueAccountsTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final LoyaltyEngine ENGINE = LoyaltyEngine.of(LoyaltyProgram.builder("shop", "1")
            .zone(ZoneId.of("UTC"))
            .money(USD)
            .points(PointCurrency.of("points"), PointTerms.expiring(Moment.after(Period.ofDays(30))))
            .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, "1"))))
            .build());

    private final InMemoryAccountStore store = new InMemoryAccountStore();
    private final LoyaltyService service = service(store);

    private static LoyaltyService service(AccountStore store) {
        return LoyaltyService.of(ENGINE, store).withClock(() -> day(100));
    }

    private static Instant day(int day) {
        return NOON.plusSeconds(86_400L * day);
    }

    private void buy(String customer, int day) {
        service.submit(new Purchase("p" + day, customer, day(day), Basket.ofTotal(Money.of(USD, "10"))))
                .orThrow();
    }

    @Test
    void theJobAdvancesThoseToWhomSomethingHappenedAndNobodyElse() {
        for (int i = 0; i < 1_200; i++) {
            buy("c" + i, i % 3 * 10);
        }
        List<DueProgress> progress = new ArrayList<>();
        DueProgress done = service.advanceDue(day(41), progress::add);
        assertThat(done).isEqualTo(new DueProgress(800, 800, 800, List.of(), true));
        assertThat(progress).extracting(DueProgress::looked).containsExactly(500L, 800L);
        assertThat(progress).extracting(DueProgress::isDone).containsExactly(false, true);
        for (int i = 0; i < 1_200; i++) {
            assertThat(service.account("c" + i).orElseThrow().balance("points").expired())
                    .isEqualTo(i % 3 < 2 ? 10 : 0);
        }
        assertThat(service.advanceDue(day(41), any -> {})).isEqualTo(new DueProgress(0, 0, 0, List.of(), true));
    }

    @Test
    void theJobFindsWhatHappensAtTheVeryInstant() {
        buy("ada", 0);
        assertThat(service.advanceDue(day(30).minusNanos(1_000), any -> {}).written())
                .isZero();
        assertThat(service.advanceDue(day(30), any -> {}).written()).isEqualTo(1);
    }

    @Test
    void theJobGoesOnWhereAnAccountFails() {
        buy("ada", 0);
        buy("ben", 0);
        buy("cleo", 0);
        LoyaltyService failing = service(new ForwardingStore(store) {
            @Override
            public AccountView read(AccountKey key, Named named, Intent intent) {
                if (key.customer().equals("ben")) {
                    throw new IllegalStateException("no connection");
                }
                return super.read(key, named, intent);
            }
        });
        assertThat(failing.advanceDue(day(50), any -> {})).isEqualTo(new DueProgress(3, 2, 2, List.of("ben"), true));
        assertThat(service.advanceDue(day(50), any -> {}).written()).isEqualTo(1);
    }

    @Test
    @Tag("T3")
    void theJobIsRefusedForATimeThatLiesAheadOfTheClock() {
        assertThatThrownBy(() -> service.advanceDue(day(102), any -> {}))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("EVENT_TOO_EARLY");
        assertThatThrownBy(() -> service.advanceDue(Instant.MAX, any -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("instant must lie in the years 1 to 9999");
        assertThat(service.advance("ada", day(102)).refusal().orElseThrow().code())
                .isEqualTo("EVENT_TOO_EARLY");
    }

    @Test
    void theJobAndTheMembersOwnEventsGiveTheSame() {
        buy("ada", 0);
        service.advanceDue(day(35), any -> {});
        buy("ada", 40);
        LoyaltyService without = service(new InMemoryAccountStore());
        for (int day : new int[] {0, 40}) {
            without.submit(new Purchase("p" + day, "ada", day(day), Basket.ofTotal(Money.of(USD, "10"))))
                    .orThrow();
        }
        assertThat(service.account("ada")).isEqualTo(without.account("ada"));
    }
}
