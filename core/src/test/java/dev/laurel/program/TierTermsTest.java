package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.money.Money;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.Goal;
import dev.laurel.occasion.Goals;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierFall;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Period;
import java.util.Currency;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("P3")
@Tag("Q4")
class TierTermsTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");
    private static final Tier LOW = Tier.of("low");
    private static final Tier HIGH = Tier.of("high");

    private static String terms(Ladder ladder) {
        Markdown terms = new Markdown();
        new TierTerms(ladder, false).writeTo(terms);
        return terms.text();
    }

    private static String terms(Moment kept, TierFall fall) {
        Ladder ladder = Ladder.startingAt("status", LOW)
                .then(HIGH, SPEND.per(BoundedWindow.MONTH).reaches(Money.of(USD, 100)))
                .kept(kept);
        return terms(
                switch (fall) {
                    case TO_EARNED -> ladder;
                    case BY_ONE -> ladder.fallingByOne();
                    case TO_LOWEST -> ladder.fallingToTheLowest();
                });
    }

    private static String terms(Goal... goals) {
        Ladder ladder = Ladder.startingAt("status", LOW);
        for (int i = 0; i < goals.length; i++) {
            ladder = ladder.then(Tier.of("tier-" + i), goals[i]);
        }
        return terms(ladder);
    }

    @Test
    void theTermsSayWhetherAnAmountOrANumberIsReached() {
        Goal spend = SPEND.per(BoundedWindow.MONTH).reaches(Money.of(USD, 100));
        Goal visits =
                PurchaseCounter.purchases("visits").per(BoundedWindow.MONTH).reaches(9);
        assertThat(terms(spend))
                .contains("| `tier-0` | USD 100.00 spent in the calendar month (spend) |")
                .contains("A tier is reached as soon as the amount is reached, and that itself is enough.");
        assertThat(terms(visits))
                .contains("| `tier-0` | 9 purchases in the calendar month (visits) |")
                .contains("A tier is reached as soon as the number is reached, and that itself is enough.");
        assertThat(terms(visits, spend))
                .contains("A tier is reached as soon as its amount or number is reached, and that itself is enough.");
        assertThat(terms(spend, Goals.any(spend, visits)))
                .contains("| `tier-1` | any of: USD 100.00 spent in the calendar month (spend) or 9 purchases in the"
                        + " calendar month (visits) |")
                .contains("A tier is reached as soon as what the table says of it is reached, and that itself is"
                        + " enough.");
        assertThat(terms(Ladder.startingAt("status", LOW).then(HIGH, spend).upgradingNextWindow()))
                .contains(
                        "A tier is held from the start of the next calendar month on if the amount is reached, and that"
                                + " itself is enough.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0 | TO_LOWEST | in which it was reached. Then it falls to `low`, the lowest.
        0 | TO_EARNED | in which it was reached. Then it falls to the highest tier that is reached in the present calendar month.
        0 | BY_ONE | in which it was reached. Then it falls to the tier beneath it, but not below the highest that is reached in the present calendar month.
        1 | BY_ONE | after the one in which it was reached, and for one more if it is reached again meanwhile. Then it falls to the tier beneath it, but not below the highest that is reached in the last full calendar month or in the present one.
        1 | TO_LOWEST | after the one in which it was reached, and for one more if it is reached again meanwhile. Then it falls to `low`, the lowest.
        1 | TO_EARNED | after the one in which it was reached, and for one more if it is reached again meanwhile. Then it falls to the highest tier that is reached in the last full calendar month or in the present one.
        """)
    void theTermsSayHowLongATierIsKeptAndWhereItFalls(int windows, TierFall fall, String words) {
        assertThat(terms(Moment.endOf(BoundedWindow.MONTH, Period.ofMonths(windows)), fall))
                .endsWith("that itself is enough. A tier is kept to the end of the calendar month " + words + "\n");
    }

    @Test
    void theTermsSayUntilWhenElseATierIsKept() {
        assertThat(terms(Moment.endOf(BoundedWindow.YEAR).plus(Period.ofDays(31)), TierFall.TO_EARNED))
                .endsWith(
                        "that itself is enough. A tier that is reached in a calendar month is kept until 31 days after this: at the end of the"
                                + " year in which that calendar month ends, and longer if it is reached again meanwhile. Then it"
                                + " falls to the highest tier that is reached in the present calendar month or in an"
                                + " earlier one by which it would still be kept.\n");
        assertThat(terms(Moment.never(), TierFall.TO_EARNED))
                .endsWith("that itself is enough. A tier that is reached is kept for good.\n");
    }

    @Test
    void theTermsSayNothingOfReachingOrFallingWhereTiersAreOnlyGranted() {
        assertThat(terms(Ladder.startingAt("status", LOW).onlyGranted(HIGH))).isEqualTo("""
                        ## Tiers

                        | Tier | Reached from |
                        | --- | --- |
                        | `low` | the beginning, so every member |
                        | `high` | only granted |

                        A tier that is only granted cannot be reached by buying.
                        """);
    }
}
