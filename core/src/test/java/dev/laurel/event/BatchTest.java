package dev.laurel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.laurel.money.Money;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E5")
class BatchTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Basket BASKET = Basket.ofTotal(Money.of(Currency.getInstance("USD"), 1));

    private static Purchase purchase(String id) {
        return new Purchase(id, "ada", NOON, BASKET);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void aBatchHasTheCustomerAndTheInstantOfItsEvents() {
        Batch batch = Batch.of("b", purchase("p"), purchase("q"));
        assertThat(batch).isEqualTo(new Batch("b", "ada", NOON, List.of(purchase("p"), purchase("q"))));
        assertThat(batch.record()).isEqualTo(new BatchRecord("b", "ada", NOON, List.of("p", "q"), null));
        assertThat(batch).hasToString("Batch[b of ada, 2 events, occurredAt=2026-06-01T12:00:00Z]");
    }

    @Test
    void aBatchIsOfOneCustomerAndInstant() {
        refused(
                () -> Batch.of("b", purchase("p"), new Purchase("q", "ben", NOON, BASKET)),
                "batch 'b' must be of one customer, but 'q' is of another");
        refused(
                () -> Batch.of("b", purchase("p"), new Purchase("q", "ada", NOON.plusSeconds(1), BASKET)),
                "batch 'b' must be of one instant, 2026-06-01T12:00:00Z, but 'q' happened at 2026-06-01T12:00:01Z");
    }

    @Test
    void aBatchHasEachIdOnceAndItsOwnOnNoEvent() {
        refused(
                () -> Batch.of("b", purchase("p"), purchase("p")),
                "batch 'b' must have each id once, but had 'p' twice");
        refused(() -> Batch.of("p", purchase("p")), "batch 'p' must have each id once, but had 'p' twice");
        refused(
                () -> Batch.of("laurel:b", purchase("p")),
                "batch id must not begin with 'laurel:', which is kept for ids the engine derives");
    }

    @Test
    void aBatchHasWhatAHostSubmitsAndThatDoesNotHappenByItself() {
        refused(
                () -> Batch.of("b", Purchase.preview("ada", NOON, BASKET)),
                "batch 'b' must not have 'laurel:preview', which no host submits");
        refused(
                () -> Batch.of("b", new BatchRecord("c", "ada", NOON, List.of("p"), null)),
                "batch 'b' must not have 'c', which no host submits");
        refused(
                () -> Batch.of("night", new TimePassed("ada", NOON)),
                "batch 'night' must not have 'laurel:time:2026-06-01T12:00:00Z': time passes by itself with the other"
                        + " events");
    }

    @Test
    void aBatchHasAnEventAndAtMostAThousand() {
        refused(() -> new Batch("b", "ada", NOON, List.of()), "batch 'b' must have an event");
        refused(() -> new BatchRecord("b", "ada", NOON, List.of(), null), "batch 'b' must have an event");
        List<LoyaltyEvent> most = IntStream.range(0, Batch.MAX_EVENTS)
                .<LoyaltyEvent>mapToObj(i -> purchase("p" + i))
                .toList();
        assertThat(new Batch("b", "ada", NOON, most).events()).hasSize(1_000);
        List<LoyaltyEvent> many = IntStream.rangeClosed(0, Batch.MAX_EVENTS)
                .<LoyaltyEvent>mapToObj(i -> purchase("p" + i))
                .toList();
        refused(() -> new Batch("b", "ada", NOON, many), "batch 'b' must have at most 1000 events, but had 1001");
        assertThatNullPointerException().isThrownBy(() -> new Batch("b", "ada", NOON, Collections.singletonList(null)));
    }
}
