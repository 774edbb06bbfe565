package dev.laurel.examples.replay.sample;

import static dev.laurel.examples.replay.sample.UsualHistory.EVENTS;
import static dev.laurel.examples.replay.sample.UsualHistory.at;
import static dev.laurel.examples.replay.sample.UsualHistory.elements;
import static dev.laurel.examples.replay.sample.UsualHistory.events;
import static dev.laurel.examples.replay.sample.UsualHistory.text;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the usual history must be like to be worth replaying: what is brought back and given back, set aside and taken. */
class SampleReturnsTest {
    private static String named(JsonNode event, String field) {
        return text(event, "customer") + "/" + text(event, field);
    }

    private static Map<String, JsonNode> byId(EventKind... kinds) {
        Map<String, JsonNode> events = new HashMap<>();
        for (EventKind kind : kinds) {
            events(kind).forEach(event -> events.put(named(event, "id"), event));
        }
        return events;
    }

    @Nested
    class Returns {
        @Test
        void returnsAreOfPurchasesBeforeAndOfNoMoreThanTheyHold() {
            Map<String, JsonNode> purchases = byId(EventKind.PURCHASE);
            events(EventKind.RETURN).forEach(event -> {
                JsonNode purchase = purchases.get(named(event, "purchase"));
                assertThat(at(event)).isAfter(at(purchase));
                elements(event, "lines").forEach(line -> {
                    JsonNode bought = purchase.path("lines").path(Integer.parseInt(text(line, "id")) - 1);
                    if (line.has("amount")) {
                        assertThat(new BigDecimal(text(line, "amount")))
                                .isPositive()
                                .isLessThan(new BigDecimal(text(bought, "net")));
                    } else if (line.has("gross")) {
                        assertThat(new BigDecimal(text(line, "gross")))
                                .isPositive()
                                .isLessThan(
                                        new BigDecimal(text(bought, "net")).add(new BigDecimal(text(bought, "tax"))));
                    } else {
                        assertThat(Integer.parseInt(text(line, "quantity")))
                                .isBetween(1, Integer.parseInt(text(bought, "quantity")));
                    }
                });
            });
        }

        @Test
        void returnsAreOfAllOfSomeUnitsAndOfSomeMoneyOnceOrTwice() {
            long all = events(EventKind.RETURN)
                    .filter(event -> !event.has("lines") && !event.has("amount"))
                    .count();
            long money = events(EventKind.RETURN)
                    .filter(event -> elements(event, "lines").anyMatch(line -> !line.has("quantity")))
                    .count();
            long purchases = events(EventKind.RETURN)
                    .map(event -> named(event, "purchase"))
                    .distinct()
                    .count();
            long returns = events(EventKind.RETURN).count();

            assertThat(all * 100 / returns).isBetween(30L, 50L);
            assertThat(money * 100 / returns).isBetween(5L, 15L);
            assertThat((returns - purchases) * 100 / returns).isBetween(5L, 20L);
        }

        @Test
        void returnsAreNowAndThenOfTaxTooOfAnAmountOverAllAndOfShippingOnceAPurchase() {
            assertThat(events(EventKind.RETURN)
                            .filter(event -> elements(event, "lines").anyMatch(line -> line.has("gross"))))
                    .hasSizeBetween(20, 100);
            assertThat(events(EventKind.RETURN).filter(event -> event.has("amount")))
                    .hasSizeBetween(20, 100);
            List<JsonNode> shipping = events(EventKind.RETURN)
                    .filter(event -> event.has("shipping"))
                    .toList();
            assertThat(shipping.stream().filter(event -> event.path("lines").isEmpty()))
                    .hasSizeBetween(20, 150);
            assertThat(shipping)
                    .allMatch(event -> event.has("lines"))
                    .extracting(event -> named(event, "purchase"))
                    .doesNotHaveDuplicates();
        }

        @Test
        void returnsSometimesComeWhenItIsTooLate() {
            Map<String, JsonNode> purchases = byId(EventKind.PURCHASE);

            assertThat(events(EventKind.RETURN)
                            .filter(event -> Duration.between(at(purchases.get(named(event, "purchase"))), at(event))
                                            .toDays()
                                    > 365))
                    .hasSizeBetween(1, 20);
        }
    }

    @Nested
    class Holds {
        @Test
        void holdsAreResolvedAtMostOnceAndMostlyTaken() {
            Map<String, JsonNode> holds = byId(EventKind.HOLD);
            Map<String, Integer> resolved = new HashMap<>();
            Map<String, Long> endings = EVENTS.stream()
                    .filter(event -> event.has("hold"))
                    .collect(groupingBy(
                            event -> {
                                String hold = named(event, "hold");
                                resolved.merge(hold, 1, Integer::sum);
                                boolean late = !at(event).isBefore(Instant.parse(text(holds.get(hold), "until")));
                                return text(event, "type")
                                        + (event.has("points") ? " in part" : "")
                                        + (late ? " too late" : "");
                            },
                            counting()));
            endings.put(
                    "nothing",
                    holds.size() - endings.values().stream().mapToLong(n -> n).sum());

            assertThat(resolved.values()).containsOnly(1);
            assertThat(holds.keySet()).containsAll(resolved.keySet());
            assertThat(endings)
                    .isEqualTo(Map.of(
                            "capture", 172L,
                            "capture too late", 3L,
                            "release", 30L,
                            "nothing", 16L));
        }
    }

    @Nested
    class Cancellations {
        @Test
        void cancellationsAreOfRedemptionsAndCapturesBeforeThemAsAWhole() {
            Map<String, JsonNode> redemptions = byId(EventKind.REDEEM, EventKind.CAPTURE);
            Map<String, Long> kinds = events(EventKind.CANCEL)
                    .collect(groupingBy(
                            event -> text(redemptions.get(named(event, "redemption")), "type")
                                    + (event.has("points") ? " in part" : ""),
                            counting()));

            assertThat(kinds).isEqualTo(Map.of("redeem", 27L, "capture", 6L));
            events(EventKind.CANCEL)
                    .forEach(event -> assertThat(at(event)).isAfter(at(redemptions.get(named(event, "redemption")))));
        }
    }
}
