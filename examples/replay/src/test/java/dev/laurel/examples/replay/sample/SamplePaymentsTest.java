package dev.laurel.examples.replay.sample;

import static dev.laurel.examples.replay.sample.UsualHistory.at;
import static dev.laurel.examples.replay.sample.UsualHistory.elements;
import static dev.laurel.examples.replay.sample.UsualHistory.sum;
import static dev.laurel.examples.replay.sample.UsualHistory.text;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the history of a shop where points pay must be like to be worth replaying. */
@Tag("slow")
class SamplePaymentsTest {
    private static final List<JsonNode> EVENTS =
            UsualHistory.made(SampleSettings.ofSeed(SampleSettings.DEFAULT_SEED).withShop(Shop.wherePointsPay("GBP")));

    private static Stream<JsonNode> events(String type) {
        return EVENTS.stream().filter(event -> text(event, "type").equals(type));
    }

    private static String named(JsonNode event, String id) {
        return text(event, "customer") + "/" + id;
    }

    /** The payments of a purchase that name points, under the names of these. */
    private static Stream<Map.Entry<String, JsonNode>> pointPayments(JsonNode purchase) {
        return elements(purchase, "paidBy")
                .filter(payment -> payment.has("redemption"))
                .map(payment -> Map.entry(named(purchase, text(payment, "redemption")), payment));
    }

    /** How many hundredths of the money there are, by the name of what the points are of. */
    private static final class Worth {
        private final Map<String, Long> left = new HashMap<>();
        private final Map<String, JsonNode> holds = new HashMap<>();

        void take(JsonNode event) {
            String name = named(event, text(event, "id"));
            switch (text(event, "type")) {
                case "redeem" -> left.put(name, event.path("points").asLong());
                case "hold" -> {
                    holds.put(name, event);
                    left.put(name, event.path("points").asLong());
                }
                case "capture" -> {
                    JsonNode hold = resolved(event);
                    if (hold != null) {
                        left.put(
                                name,
                                event.path("points").asLong(hold.path("points").asLong()));
                    }
                }
                case "release" -> assertThat(resolved(event)).isNotNull();
                case "cancel" -> {
                    String redemption = named(event, text(event, "redemption"));
                    long points = left.getOrDefault(redemption, 0L);
                    assertThat(event.path("points").asLong(points)).isPositive().isEqualTo(points);
                    left.remove(redemption);
                }
                case "purchase" -> pointPayments(event).forEach(payment -> pay(event, payment));
                default -> {}
            }
        }

        private JsonNode resolved(JsonNode event) {
            JsonNode hold = holds.remove(named(event, text(event, "hold")));
            return hold == null || !at(event).isBefore(Instant.parse(text(hold, "until"))) ? null : hold;
        }

        private void pay(JsonNode purchase, Map.Entry<String, JsonNode> payment) {
            if (text(payment.getValue(), "redemption").startsWith("h")) {
                assertThat(at(purchase)).isBefore(Instant.parse(text(holds.get(payment.getKey()), "until")));
            }
            long cents = new BigDecimal(text(payment.getValue(), "amount"))
                    .movePointRight(2)
                    .longValueExact();
            assertThat(left.get(payment.getKey())).isGreaterThanOrEqualTo(cents);
            left.merge(payment.getKey(), -cents, Long::sum);
        }
    }

    @Nested
    class Payments {
        @Test
        void paymentsAreOfPointsThatWereRedeemedOrAreSetAsideAndOfNoMoreThanTheseAreWorth() {
            Worth worth = new Worth();

            EVENTS.forEach(worth::take);

            // Points of which some stay for the next order.
            assertThat(worth.left.values().stream().filter(left -> left > 0)).isNotEmpty();
        }

        @Test
        void paymentsAreOfTheGoodsAndShippingAlone() {
            events("purchase").forEach(purchase -> {
                Stream<JsonNode> goods = elements(purchase, "lines")
                        .filter(line -> !UsualHistory.category(line).equals("gift-card"));
                List<JsonNode> lines = goods.toList();
                BigDecimal payable = sum(lines.stream(), "net")
                        .add(sum(lines.stream(), "tax"))
                        .add(sum(Stream.of(purchase), "shipping"));

                assertThat(sum(
                                elements(purchase, "paidBy")
                                        .filter(payment ->
                                                text(payment, "method").equals("points")),
                                "amount"))
                        .isLessThanOrEqualTo(payable);
            });
        }

        @Test
        void paymentsOfOneRedemptionOrHoldAreOftenOfSeveralOrders() {
            Map<String, Long> orders = events("purchase")
                    .flatMap(SamplePaymentsTest::pointPayments)
                    .collect(groupingBy(Map.Entry::getKey, counting()));

            assertThat(orders.entrySet().stream()
                            .filter(entry -> entry.getKey().contains("/x") && entry.getValue() > 1))
                    .hasSizeBetween(400, 1_000);
            assertThat(orders.entrySet().stream()
                            .filter(entry -> entry.getKey().contains("/h") && entry.getValue() > 1))
                    .hasSizeBetween(40, 150);
            assertThat(orders.keySet().stream().filter(name -> name.contains("/k")))
                    .hasSizeBetween(150, 400);
        }

        @Test
        void paymentsAreNowAndThenWithPointsOfAnotherProgram() {
            assertThat(events("purchase")
                            .filter(purchase ->
                                    elements(purchase, "paidBy").anyMatch(payment -> payment.has("foreign"))))
                    .hasSizeBetween(100, 400);
        }
    }

    @Nested
    class Orders {
        @Test
        void ordersOnHoldAreSometimesCalledOffBeforeThePointsAreTaken() {
            Map<String, String> holdOf = new HashMap<>();
            Set<String> captured = new HashSet<>();
            long before = 0;
            for (JsonNode event : EVENTS) {
                switch (text(event, "type")) {
                    case "purchase" ->
                        pointPayments(event)
                                .forEach(payment -> holdOf.put(named(event, text(event, "id")), payment.getKey()));
                    case "capture" -> captured.add(named(event, text(event, "hold")));
                    case "return" -> {
                        String hold = holdOf.getOrDefault(named(event, text(event, "purchase")), "");
                        before += hold.contains("/h") && !captured.contains(hold) ? 1 : 0;
                    }
                    default -> {}
                }
            }

            assertThat(before).isBetween(40L, 250L);
        }
    }

    @Nested
    class Cancellations {
        @Test
        void cancellationsAreOfWhatHasPaidNothingSoFar() {
            assertThat(events("cancel").filter(event -> event.has("points"))).hasSizeBetween(100, 300);
        }
    }
}
