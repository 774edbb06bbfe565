package dev.laurel.examples.replay.sample;

import static dev.laurel.examples.replay.sample.UsualHistory.EVENTS;
import static dev.laurel.examples.replay.sample.UsualHistory.at;
import static dev.laurel.examples.replay.sample.UsualHistory.day;
import static dev.laurel.examples.replay.sample.UsualHistory.elements;
import static dev.laurel.examples.replay.sample.UsualHistory.events;
import static dev.laurel.examples.replay.sample.UsualHistory.purchases;
import static dev.laurel.examples.replay.sample.UsualHistory.sum;
import static dev.laurel.examples.replay.sample.UsualHistory.text;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the usual history must be like to be worth replaying: its customers. */
class SampleCustomersTest {
    private static Map<String, Long> purchasesByCustomer() {
        return purchases().collect(groupingBy(event -> text(event, "customer"), counting()));
    }

    @Nested
    class Customers {
        @Test
        void customersMostlyBuyOnceOrAFewTimesAndSomeVeryOften() {
            Collection<Long> counts = purchasesByCustomer().values();

            assertThat(counts).hasSize(SampleSettings.DEFAULT_CUSTOMERS);
            assertThat(counts.stream().filter(count -> count == 1).count()).isBetween(600L, 800L);
            assertThat(counts.stream().filter(count -> count >= 60).count()).isBetween(40L, 80L);
            assertThat(counts.stream().mapToLong(Long::longValue).sum()).isBetween(19_500L, 20_500L);
        }

        @Test
        void customersComeForTheFirstTimeInEveryMonth() {
            Set<String> known = new HashSet<>();
            Set<YearMonth> months = new HashSet<>();
            purchases()
                    .filter(event -> known.add(text(event, "customer")))
                    .forEach(event -> months.add(YearMonth.from(day(event))));

            assertThat(months).hasSize(24);
        }

        @Test
        void customersAreReferredByMembersOnly() {
            Set<String> members = new HashSet<>();
            events(EventKind.ENROLL).forEach(event -> {
                if (event.has("referrer")) {
                    assertThat(members).contains(text(event, "referrer"));
                }
                members.add(text(event, "customer"));
            });
        }

        @Test
        void customersTellTheirBirthdaysOrDoNot() {
            long members = events(EventKind.ENROLL).count();
            long birthdays = events(EventKind.ENROLL)
                    .filter(event -> event.has("birthday"))
                    .count();

            assertThat(members).isBetween(1_650L, 1_850L);
            assertThat(birthdays * 100 / members).isBetween(65L, 75L);
            assertThat(events(EventKind.ENROLL)
                            .filter(event -> text(event, "birthday").equals("--02-29")))
                    .hasSizeGreaterThan(5);
        }
    }

    @Nested
    class Members {
        @Test
        void membersReachTheTiersOfAYear() {
            Map<String, BigDecimal> spend = new HashMap<>();
            purchases()
                    .forEach(purchase -> spend.merge(
                            text(purchase, "customer") + day(purchase).getYear(),
                            sum(elements(purchase, "lines"), "net"),
                            BigDecimal::add));

            assertThat(spend.values().stream().filter(sum -> sum.intValue() >= 350))
                    .hasSizeBetween(700, 1_100);
            assertThat(spend.values().stream().filter(sum -> sum.intValue() >= 1_000))
                    .hasSizeBetween(200, 450);
        }

        @Test
        void membersFetchGiftsInTheMonthsOfTheirBirthdays() {
            Map<String, MonthDay> birthdays = new HashMap<>();
            for (JsonNode event : EVENTS) {
                if (event.has("birthday")) {
                    birthdays.put(text(event, "customer"), MonthDay.parse(text(event, "birthday")));
                }
                if (text(event, "type").equals("claim")) {
                    assertThat(day(event).getMonth())
                            .isEqualTo(birthdays.get(text(event, "customer")).getMonth());
                }
            }
        }

        @Test
        void membersBuyRightAfterRedeemingAndPayThatMuchLess() {
            Map<String, BigDecimal> amounts = Map.of(
                    "cash-10", new BigDecimal(10), "cash-25", new BigDecimal(25), "rouge-reward", new BigDecimal(100));
            Map<String, JsonNode> redeemed = new HashMap<>();
            int inVain = 0;
            for (JsonNode event : EVENTS) {
                String customer = text(event, "customer");
                JsonNode redemption = text(event, "type").equals("purchase") ? redeemed.remove(customer) : null;
                if (redemption != null) {
                    BigDecimal less = sum(elements(redemption.path("basket"), "lines"), "net")
                            .subtract(sum(elements(event, "lines"), "net"));
                    assertThat(at(event)).isBefore(at(redemption).plusSeconds(181));
                    inVain += less.signum() == 0 ? 1 : 0;
                    assertThat(less)
                            .usingComparator(BigDecimal::compareTo)
                            .isIn(BigDecimal.ZERO, amounts.get(text(redemption, "reward")));
                }
                if (text(event, "type").equals("redeem")) {
                    redeemed.put(customer, event);
                }
            }
            assertThat(redeemed).isEmpty();
            assertThat(inVain).isBetween(1, 20);
        }
    }
}
