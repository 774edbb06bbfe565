package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.USD;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A period is so many days of the calendar, not so many times 24 hours, over every change of the clocks. */
@Tag("T1")
@Tag("K15")
class ClockChangesTest {
    private static final int DAYS = 30;
    private static final List<String> ZONES = List.of(
            "Africa/Cairo",
            "Africa/Casablanca",
            "America/Anchorage",
            "America/Asuncion",
            "America/Chicago",
            "America/Havana",
            "America/Los_Angeles",
            "America/Mexico_City",
            "America/New_York",
            "America/Nuuk",
            "America/Santiago",
            "America/Sao_Paulo",
            "America/St_Johns",
            "Antarctica/Troll",
            "Asia/Amman",
            "Asia/Beirut",
            "Asia/Damascus",
            "Asia/Jerusalem",
            "Asia/Tehran",
            "Asia/Tokyo",
            "Australia/Lord_Howe",
            "Australia/Sydney",
            "Europe/Berlin",
            "Europe/Dublin",
            "Europe/Istanbul",
            "Europe/London",
            "Europe/Moscow",
            "Pacific/Apia",
            "Pacific/Auckland",
            "Pacific/Chatham");

    private int checked;
    private int notInMultiplesOfADay;

    @Test
    void lotsLiveSoManyCivilDays() {
        for (String id : ZONES) {
            ZoneId zone = ZoneId.of(id);
            LoyaltyEngine engine = LoyaltyEngine.of(LoyaltyProgram.builder("shop", "1")
                    .zone(zone)
                    .money(USD)
                    .points(POINTS, PointTerms.expiring(Moment.after(Period.ofDays(DAYS))))
                    .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                    .build());
            Instant end = Instant.parse("2041-01-01T00:00:00Z");
            ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.parse("1990-01-01T00:00:00Z"));
            while (change != null && change.getInstant().isBefore(end)) {
                // The last local time before the change, those within the gap or overlap, and the first after it.
                LocalDateTime local = change.getDateTimeBefore();
                for (int minutes : new int[] {-60, -1, 0, 1, 29, 59, 60, 119}) {
                    checkEndingAt(engine, zone, local.plusMinutes(minutes));
                }
                change = zone.getRules().nextTransition(change.getInstant());
            }
        }
        assertThat(checked).isGreaterThan(15_000);
        assertThat(notInMultiplesOfADay).isGreaterThan(9_000);
    }

    private void checkEndingAt(LoyaltyEngine engine, ZoneId zone, LocalDateTime end) {
        ZonedDateTime earned = end.minusDays(DAYS).atZone(zone);
        if (!earned.toLocalDateTime().equals(end.minusDays(DAYS))) {
            return;
        }
        Instant at = earned.toInstant();
        Instant expires = engine.evaluate(
                        engine.newAccount(CUSTOMER), new Purchase("p", CUSTOMER, at, Basket.ofTotal(usd("1"))))
                .orThrow()
                .entries()
                .get(0)
                .expires();
        assertThat(expires).as("%s %s", zone, end).isEqualTo(expected(zone, end, earned.getOffset()));
        checked++;
        if (!Objects.equals(expires, at.plus(Duration.ofDays(DAYS)))) {
            notInMultiplesOfADay++;
        }
    }

    /** By the offsets that a local time has in a zone: none is one that was skipped, and comes as much later as was skipped. */
    private static Instant expected(ZoneId zone, LocalDateTime local, ZoneOffset before) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition gap = zone.getRules().getTransition(local);
            return local.plus(gap.getDuration()).toInstant(gap.getOffsetAfter());
        }
        return local.toInstant(offsets.contains(before) ? before : offsets.get(0));
    }
}
