package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.USD;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days begin and end as they do in the program's zone, wherever that is. */
@Tag("T1")
@Tag("K14")
class MidnightTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static LoyaltyEngine engine(ZoneId zone) {
        return LoyaltyEngine.of(LoyaltyProgram.builder("shop", "1")
                .zone(zone)
                .money(USD)
                .points(POINTS, PointTerms.expiring(Moment.startOf(BoundedWindow.DAY, Period.ofMonths(12))))
                .ladders(Ladder.startingAt("status", Tier.of("base"))
                        .then(Tier.of("gold"), SPEND.per(BoundedWindow.YEAR).reaches(usd("1000")))
                        .kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest())
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .build());
    }

    private static Account bought(LoyaltyEngine engine, Account account, String id, Instant at, String net) {
        return engine.evaluate(account, new Purchase(id, CUSTOMER, at, Basket.ofTotal(usd(net))))
                .orThrow()
                .account();
    }

    /** The first microsecond of a date, found by looking at the calendar on the wall and by nothing else. */
    private static Instant firstMicrosecondOf(LocalDate date, ZoneId zone) {
        long before = date.minusDays(3).toEpochDay() * 86_400_000_000L;
        long after = date.plusDays(3).toEpochDay() * 86_400_000_000L;
        while (after - before > 1) {
            long middle = (before + after) >>> 1;
            Instant instant = Instant.EPOCH.plus(middle, ChronoUnit.MICROS);
            if (instant.atZone(zone).toLocalDate().isBefore(date)) {
                before = middle;
            } else {
                after = middle;
            }
        }
        return Instant.EPOCH.plus(after, ChronoUnit.MICROS);
    }

    private static long availableAt(LoyaltyEngine engine, Account account, Instant at) {
        return engine.advance(account, at).account().balance("points").available();
    }

    @Test
    void pointsAreGoneFromTheFirstMicrosecondOfTheirDayInEveryZone() {
        LocalDate day = LocalDate.of(2027, 3, 10);
        int checked = 0;
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(id);
            LoyaltyEngine engine = engine(zone);
            Instant noon = day.minusYears(1).atTime(12, 0).atZone(zone).toInstant();
            Account account = bought(engine, engine.newAccount(CUSTOMER), "p", noon, "10");
            Instant midnight = firstMicrosecondOf(day, zone);
            assertThat(availableAt(engine, account, midnight.minusNanos(1_000)))
                    .as(id)
                    .isEqualTo(10);
            assertThat(availableAt(engine, account, midnight)).as(id).isZero();
            assertThat(availableAt(engine, account, midnight.plusNanos(1_000)))
                    .as(id)
                    .isZero();
            checked++;
        }
        assertThat(checked).isGreaterThan(590);
    }

    @Test
    void spendCountsInTheYearOfItsDayInEveryZone() {
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(id);
            LoyaltyEngine engine = engine(zone);
            Instant newYear = firstMicrosecondOf(LocalDate.of(2027, 1, 1), zone);
            Account before = bought(engine, engine.newAccount(CUSTOMER), "old", newYear.minusNanos(1_000), "600");
            Account after = bought(engine, before, "new", newYear, "70");
            assertThat(engine.sums(before))
                    .as(id)
                    .extracting(SumProgress::describe)
                    .containsExactly("USD 600.00 spent in the calendar year");
            assertThat(engine.sums(after))
                    .as(id)
                    .extracting(SumProgress::describe)
                    .containsExactly("USD 70.00 spent in the calendar year");
        }
    }

    /** Zones in which a clock was put forward at midnight, and two that left out a day. */
    @ParameterizedTest
    @CsvSource({
        "America/Sao_Paulo, 2017-10-15, 2017-10-15T03:00:00Z",
        "Africa/Cairo, 2014-05-16, 2014-05-15T22:00:00Z",
        "Asia/Beirut, 2016-03-27, 2016-03-26T22:00:00Z",
        "America/Havana, 2016-03-13, 2016-03-13T05:00:00Z",
        "Pacific/Apia, 2011-12-30, 2011-12-30T10:00:00Z",
        "Pacific/Kwajalein, 1993-08-21, 1993-08-21T12:00:00Z"
    })
    void aDayWithoutAMidnightBeginsWithItsFirstInstant(String zone, String day, String first) {
        ZoneId id = ZoneId.of(zone);
        LocalDate date = LocalDate.parse(day);
        Instant begins = firstMicrosecondOf(date, id);
        assertThat(begins).isEqualTo(Instant.parse(first));
        LoyaltyEngine engine = engine(id);
        Instant earned = date.minusYears(1).atTime(12, 0).atZone(id).toInstant();
        Account account = bought(engine, engine.newAccount(CUSTOMER), "p", earned, "10");
        assertThat(availableAt(engine, account, begins.minusNanos(1_000))).isEqualTo(10);
        assertThat(availableAt(engine, account, begins)).isZero();
    }
}
