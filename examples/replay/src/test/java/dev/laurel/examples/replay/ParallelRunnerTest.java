package dev.laurel.examples.replay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.examples.programs.Programs;
import dev.laurel.money.Money;
import dev.laurel.service.AccountStore;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import java.time.Instant;
import java.util.Currency;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelRunnerTest {
    private static final Instant AT = Instant.parse("2025-01-02T12:00:00Z");

    private static LoyaltyService serviceOnABrokenStore() {
        AccountStore store = spy(new InMemoryAccountStore());
        doThrow(new IllegalStateException("broken")).when(store).commit(any());
        return LoyaltyService.of(
                LoyaltyEngine.of(Programs.program("cdnow-yearly").orElseThrow()), store);
    }

    private static Arrival arrival(int number) {
        Basket basket = Basket.ofTotal(Money.of(Currency.getInstance("USD"), 1));
        return Arrival.of("c1", "p" + number, AT, () -> new Purchase("p" + number, "c1", AT, basket));
    }

    /** More than one batch, and more than all that a thread may be behind. */
    @ParameterizedTest
    @ValueSource(ints = {1, 300, 50_000})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void anErrorOfAThreadEndsTheRun(int events) {
        try (ParallelRunner runner = new ParallelRunner(serviceOnABrokenStore(), 2)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < events; i++) {
                            runner.take(arrival(i));
                        }
                        runner.resultsAt(AT).clear();
                    })
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a thread of the replay failed")
                    .rootCause()
                    .hasMessage("broken");
        }
    }
}
