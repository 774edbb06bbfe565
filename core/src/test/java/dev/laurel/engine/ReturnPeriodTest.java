package dev.laurel.engine;

import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.plan.Plan;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of many instants at once is what is asked of each, around the end of every kind of period. */
@Tag("V5")
@Tag("T1")
class ReturnPeriodTest {
    private static final Duration STEP = Duration.ofHours(13);

    @ParameterizedTest
    @CsvSource({
        "P14D, America/New_York",
        "P1M, Europe/Berlin",
        "P1M30D, UTC",
        "P11M30D, Australia/Lord_Howe",
        "P1Y1M31D, America/Havana",
        "P3Y, Pacific/Apia",
        "P1000Y, Africa/Cairo"
    })
    void theReturnPeriodEndsForManyInstantsAsForEach(String period, String zone) {
        Plan plan = new Plan(LoyaltyProgram.builder("shop", "1")
                .zone(ZoneId.of(zone))
                .money(Shop.USD)
                .points(Shop.POINTS, PointTerms.expiring(Moment.never()))
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .returnsWithin(Period.parse(period))
                .build());
        Instant end = Instant.parse("2014-03-10T00:00:00Z");
        for (Instant now = Instant.parse("2011-12-20T10:00:00Z");
                now.isBefore(end);
                now = now.plus(Duration.ofHours(79))) {
            Predicate<Instant> isReturnable = plan.returnableAt(now);
            Instant about =
                    now.atZone(ZoneId.of(zone)).minus(Period.parse(period)).toInstant();
            int open = 0;
            for (int step = -24; step <= 24; step++) {
                Instant bought = about.plus(STEP.multipliedBy(step));
                assertThat(isReturnable.test(bought)).isEqualTo(plan.isReturnable(bought, now));
                open += isReturnable.test(bought) ? 1 : 0;
            }
            assertThat(open).isBetween(1, 48);
        }
    }
}
