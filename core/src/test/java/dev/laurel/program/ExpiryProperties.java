package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.CalendarWindow;
import dev.laurel.time.CivilZone;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

@Tag("L6")
class ExpiryProperties {
    private static final Currency USD = Currency.getInstance("USD");

    private static boolean isAccepted(Expiry expiry) {
        try {
            LoyaltyProgram program = LoyaltyProgram.builder("p", "1")
                    .zone(ZoneId.of("UTC"))
                    .money(USD)
                    .points(PointCurrency.of("points"), expiry)
                    .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1))))
                    .build();
            return program.points().size() == 1;
        } catch (InvalidProgramException e) {
            return false;
        }
    }

    @Property(tries = 3_000)
    void noProgramHasPointsThatAreGoneBeforeTheyAreEarned(
            @ForAll("expiries") Expiry.Dated expiry, @ForAll("instants") Instant earned, @ForAll("zones") ZoneId zone) {
        if (isAccepted(expiry)) {
            assertThat(expiry.expiryOf(earned, CivilZone.of(zone)))
                    .as(expiry.describe())
                    .isAfter(earned);
        }
    }

    @Property
    void roundingDownComesBeforeTheInstantAndRoundingUpAfterIt(
            @ForAll CalendarWindow window, @ForAll("periods") Period period, @ForAll("instants") Instant earned) {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        Instant exact = new Expiry.After(period).expiryOf(earned, CivilZone.of(zone));
        Instant start = new Expiry.AtStartOf(window, period).expiryOf(earned, CivilZone.of(zone));
        Instant end = new Expiry.AtEndOf(window, period).expiryOf(earned, CivilZone.of(zone));
        assertThat(start).isBeforeOrEqualTo(exact);
        assertThat(end).isAfter(exact);
        assertThat(start.atZone(zone).toLocalTime().getHour()).isZero();
        assertThat(end.atZone(zone).toLocalDate())
                .isEqualTo(start.atZone(zone).toLocalDate().plus(length(window)));
    }

    private static Period length(CalendarWindow window) {
        return switch (window) {
            case DAY -> Period.ofDays(1);
            case WEEK -> Period.ofDays(7);
            case MONTH -> Period.ofMonths(1);
            case QUARTER -> Period.ofMonths(3);
            case YEAR -> Period.ofYears(1);
        };
    }

    @Provide
    Arbitrary<Expiry> expiries() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2), Arbitraries.of(CalendarWindow.class), periods())
                .as((kind, window, period) -> kind == 0
                        ? Expiry.after(period)
                        : kind == 1 ? Expiry.atStartOf(window, period) : Expiry.atEndOf(window, period));
    }

    @Provide
    Arbitrary<Period> periods() {
        Arbitrary<Integer> days = Arbitraries.oneOf(
                Arbitraries.of(0, 1, 28, 29, 30, 31, 84, 90, 91, 92, 336, 364, 365, 366),
                Arbitraries.integers().between(0, 400));
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(2, Arbitraries.just(0)),
                                Tuple.of(1, Arbitraries.integers().between(0, 13))),
                        Arbitraries.frequencyOf(Tuple.of(2, days), Tuple.of(1, Arbitraries.just(0))))
                .as((months, more) -> Period.of(0, months, more));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2019-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2033-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Beirut", "Pacific/Apia")
                .map(ZoneId::of);
    }
}
