package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.CivilZone;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import dev.laurel.time.Timestamps;
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
class ExpiryOrderProperties {
    private static final Currency USD = Currency.getInstance("USD");

    private static boolean isAccepted(Expiry expiry) {
        try {
            LoyaltyProgram program = LoyaltyProgram.builder("p", "1")
                    .zone(ZoneId.of("UTC"))
                    .money(USD)
                    .points(PointCurrency.of("points"), PointTerms.expiring(expiry))
                    .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1))))
                    .build();
            return program.points().size() == 1;
        } catch (InvalidProgramException e) {
            return false;
        }
    }

    @Property(tries = 3_000)
    void noProgramHasPointsThatAreGoneBeforeTheyAreEarned(
            @ForAll("expiries") Moment expiry, @ForAll("instants") Instant earned, @ForAll("zones") ZoneId zone) {
        if (isAccepted(expiry)) {
            assertThat(from(expiry, earned, zone)).as(expiry.describe()).isAfter(earned);
        }
    }

    @Property
    void roundingDownComesBeforeTheInstantAndRoundingUpAfterIt(
            @ForAll("windows") BoundedWindow window,
            @ForAll("periods") Period period,
            @ForAll("instants") Instant earned) {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        Instant exact = from(Moment.after(period), earned, zone);
        Instant start = from(Moment.startOf(window, period), earned, zone);
        Instant end = from(Moment.endOf(window, period), earned, zone);
        assertThat(start).isBeforeOrEqualTo(exact);
        assertThat(end).isAfter(exact);
        assertThat(start.atZone(zone).toLocalTime().getHour()).isZero();
        assertThat(end.atZone(zone).toLocalDate())
                .isEqualTo(start.atZone(zone).toLocalDate().plus(window.length()));
    }

    private static Instant from(Moment moment, Instant base, ZoneId zone) {
        return Timestamps.ofMicros(moment.from(Timestamps.micros(base), CivilZone.of(zone), 0));
    }

    @Provide
    Arbitrary<BoundedWindow> windows() {
        return Arbitraries.of(
                BoundedWindow.DAY, BoundedWindow.WEEK, BoundedWindow.MONTH, BoundedWindow.QUARTER, BoundedWindow.YEAR);
    }

    @Provide
    Arbitrary<Moment> expiries() {
        return Combinators.combine(Arbitraries.integers().between(0, 2), windows(), periods())
                .as((kind, window, period) -> kind == 0
                        ? Moment.after(period)
                        : kind == 1 ? Moment.startOf(window, period) : Moment.endOf(window, period));
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
