package dev.laurel.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.Refusal;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.money.Money;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class ArrivalTest {
    private static final Instant AT = Instant.parse("2025-01-02T12:00:00Z");

    private static Money one(String currency) {
        return Money.of(Currency.getInstance(currency), 1);
    }

    @Test
    void anArrivalIsTheEventIfItCanBe() {
        Purchase purchase = new Purchase("p1", "c1", AT, Basket.ofTotal(one("USD")));

        assertThat(Arrival.of("c1", "p1", AT, () -> purchase)).isEqualTo(new Arrival("c1", "p1", AT, purchase, null));
    }

    @Test
    void anArrivalIsARefusalIfCurrenciesMeetThatCannot() {
        Arrival arrival = Arrival.of(
                "c1",
                "p1",
                AT,
                () -> new Purchase("p1", "c1", AT, Basket.ofTotal(one("USD")).paidBy(Payment.of("card", one("GBP")))));

        assertThat(arrival).isEqualTo(new Arrival("c1", "p1", AT, null, new Refusal.WrongCurrency("USD", "GBP")));
    }
}
