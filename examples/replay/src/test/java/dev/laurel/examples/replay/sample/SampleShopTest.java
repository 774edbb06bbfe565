package dev.laurel.examples.replay.sample;

import static dev.laurel.examples.replay.sample.UsualHistory.EVENTS;
import static dev.laurel.examples.replay.sample.UsualHistory.at;
import static dev.laurel.examples.replay.sample.UsualHistory.category;
import static dev.laurel.examples.replay.sample.UsualHistory.day;
import static dev.laurel.examples.replay.sample.UsualHistory.elements;
import static dev.laurel.examples.replay.sample.UsualHistory.purchases;
import static dev.laurel.examples.replay.sample.UsualHistory.sum;
import static dev.laurel.examples.replay.sample.UsualHistory.text;
import static java.util.Map.entry;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the usual history must be like to be worth replaying: its events and purchases. */
@Tag("slow")
class SampleShopTest {
    private static final Set<String> BY_ANYBODY = Set.of("purchase", "return");

    @Nested
    class Events {
        @Test
        void eventsAreInTheOrderOfTimeWithinTwoYearsButForPurchasesInTheStore() {
            Instant latest = Instant.MIN;
            List<Long> daysLate = new ArrayList<>();
            for (JsonNode event : EVENTS) {
                if (at(event).isBefore(latest)) {
                    assertThat(text(event, "channel")).isEqualTo("store");
                    daysLate.add(Duration.between(at(event), latest).toDays());
                } else {
                    latest = at(event);
                }
            }

            assertThat(daysLate.stream().filter(days -> days <= 12)).hasSizeBetween(40, 150);
            assertThat(daysLate.stream().filter(days -> days > 30)).hasSizeBetween(3, 20);
            assertThat(day(EVENTS.get(0))).isEqualTo("2024-01-01");
            assertThat(day(EVENTS.get(EVENTS.size() - 1))).isEqualTo("2025-12-31");
        }

        @Test
        void eventsHaveIdsThatAreUniqueForTheirCustomer() {
            Set<String> ids = EVENTS.stream()
                    .map(event -> text(event, "customer") + "/" + text(event, "id"))
                    .collect(toSet());

            assertThat(ids).hasSameSizeAs(EVENTS);
        }

        @Test
        void eventsAreOfEveryKind() {
            assertThat(EVENTS.stream().collect(groupingBy(event -> text(event, "type"), counting())))
                    .isEqualTo(Map.ofEntries(
                            entry("enroll", 1_767L),
                            entry("purchase", 19_956L),
                            entry("redeem", 610L),
                            entry("hold", 221L),
                            entry("capture", 175L),
                            entry("release", 30L),
                            entry("return", 1_606L),
                            entry("cancel", 33L),
                            entry("claim", 1_055L),
                            entry("activity", 1_142L),
                            entry("profile", 281L),
                            entry("adjust", 98L),
                            entry("grant-tier", 26L)));
        }

        @Test
        void eventsOfAProgramComeAfterJoiningIt() {
            Set<String> members = new HashSet<>();
            for (JsonNode event : EVENTS) {
                if (text(event, "type").equals("enroll")) {
                    assertThat(members.add(text(event, "customer"))).isTrue();
                } else if (!BY_ANYBODY.contains(text(event, "type"))) {
                    assertThat(members).contains(text(event, "customer"));
                }
            }
        }
    }

    @Nested
    class Purchases {
        @Test
        void purchasesAreMostBeforeTheHolidays() {
            Map<Month, Long> byMonth =
                    purchases().collect(groupingBy(event -> day(event).getMonth(), counting()));

            assertThat(byMonth.get(Month.DECEMBER)).isGreaterThan(byMonth.get(Month.NOVEMBER));
            assertThat(byMonth.get(Month.NOVEMBER)).isGreaterThan(byMonth.get(Month.MAY));
            assertThat(byMonth.get(Month.MAY)).isGreaterThan(byMonth.get(Month.JULY));
        }

        @Test
        void purchasesArePaidToTheCent() {
            purchases().forEach(purchase -> {
                BigDecimal due = sum(elements(purchase, "lines"), "net")
                        .add(sum(elements(purchase, "lines"), "tax"))
                        .add(sum(Stream.of(purchase), "shipping"));

                assertThat(sum(elements(purchase, "paidBy"), "amount")).isEqualByComparingTo(due);
                assertThat(elements(purchase, "paidBy"))
                        .noneMatch(payment -> new BigDecimal(text(payment, "amount")).signum() <= 0);
            });
        }

        @Test
        void purchasesAreOfOneToSixProductsEachOnce() {
            purchases().forEach(purchase -> {
                List<String> skus = elements(purchase, "lines")
                        .map(line -> text(line, "sku"))
                        .toList();
                assertThat(skus).hasSizeBetween(1, 6).doesNotHaveDuplicates();
            });
        }

        @Test
        void purchasesAreShippedAtACostOnlyIfSmallAndNotFromTheStore() {
            assertThat(purchases().filter(purchase -> purchase.has("shipping")))
                    .isNotEmpty()
                    .noneMatch(purchase -> text(purchase, "channel").equals("store"))
                    .allMatch(
                            purchase -> sum(elements(purchase, "lines"), "net").intValue() < 35 + 100);
        }

        @Test
        void purchasesHoldAGiftCardNowAndThen() {
            long withGiftCard = purchases()
                    .filter(purchase -> elements(purchase, "lines")
                            .anyMatch(line -> category(line).equals("gift-card")))
                    .count();

            assertThat(withGiftCard * 1_000 / purchases().count()).isBetween(13L, 17L);
        }

        @Test
        void giftCardsInPurchasesKeepTheirPrices() {
            Map<String, Set<String>> prices = purchases()
                    .flatMap(purchase -> elements(purchase, "lines"))
                    .filter(line -> category(line).equals("gift-card"))
                    .collect(groupingBy(line -> text(line, "sku"), mapping(line -> text(line, "net"), toSet())));

            assertThat(prices)
                    .isEqualTo(Map.of(
                            "gift-card-25", Set.of("25.00"),
                            "gift-card-50", Set.of("50.00"),
                            "gift-card-75", Set.of("75.00"),
                            "gift-card-100", Set.of("100.00")));
        }
    }
}
