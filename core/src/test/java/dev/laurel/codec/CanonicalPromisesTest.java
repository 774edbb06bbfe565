package dev.laurel.codec;

import static dev.laurel.codec.Samples.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.event.Basket;
import dev.laurel.event.Promise;
import dev.laurel.event.RewardChoice;
import dev.laurel.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A promise waits as bytes between two requests. */
@Tag("E5")
class CanonicalPromisesTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Money TEN = Money.of(USD, "10");

    static Promise promise() {
        return new Promise(
                "c-1",
                Basket.ofTotal(TEN),
                List.of(RewardChoice.of("half"), choice()),
                AT,
                Money.of(USD, "3.5"),
                Map.of("points", 200L),
                Map.of("points", 3L, "stars", 1L),
                Map.of("status", "vib"));
    }

    private static RewardChoice choice() {
        return RewardChoice.of("pays", 150);
    }

    private static Promise with(RewardChoice choice) {
        return (Promise) Parts.with(promise(), "choices", List.of(RewardChoice.of("half"), choice));
    }

    @Test
    void promisesThatDifferInOneFieldAreWrittenDifferentlyAndReadAsTheyWere() {
        Variants<Promise> variants = Variants.of("promise", promise())
                .with("customer", "customer", "c-2")
                .with("basket", "basket", Basket.ofTotal(Money.of(USD, "10.01")))
                .with("no choices", "choices", List.of())
                .with("other order of choices", "choices", List.of(choice(), RewardChoice.of("half")))
                .with("instant", "at", AT.plusNanos(1_000))
                .with("to pay", "toPay", TEN)
                .with("spent more", "spent", Map.of("points", 201L))
                .with("spent nothing", "spent", Map.of())
                .with("earned less", "earned", Map.of("points", 2L, "stars", 1L))
                .with("earned nothing", "earned", Map.of())
                .with("other tier", "tiers", Map.of("status", "rouge"))
                .with("other ladder", "tiers", Map.of("club", "vib"))
                .with("one tier more", "tiers", Map.of("status", "vib", "club", "member"))
                .with("no tier", "tiers", Map.of())
                .withPart(
                        Variants.of("choice", choice())
                                .with("reward", "reward", "other")
                                .with("points", "points", 151L)
                                .with("own price", "points", null)
                                .with("own price of another", "points", 1L),
                        CanonicalPromisesTest::with)
                .coverEveryComponent();
        variants.haveFormsOfTheirOwn(Codec.PROMISES, Promise.class);
        assertThat(variants.values()).hasSizeGreaterThan(15);
    }
}
