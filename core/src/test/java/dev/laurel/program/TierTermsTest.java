package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.money.Money;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierAfterReturn;
import dev.laurel.tier.TierFall;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStep;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Period;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("P3")
@Tag("Q4")
class TierTermsTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final TierStep LOW = new TierStep(Tier.of("low"), Money.zero(USD));
    private static final TierStep HIGH = new TierStep(Tier.of("high"), Money.of(USD, 100));

    private static String terms(Moment kept, TierFall fall, TierStep... steps) {
        Markdown terms = new Markdown();
        new TierTerms(new TierLadder(BoundedWindow.MONTH, kept, fall, TierAfterReturn.JUDGED_ANEW, List.of(steps)))
                .writeTo(terms);
        return terms.text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0 | TO_LOWEST | in which it was reached. Then it falls to `low`, the lowest.
        0 | TO_EARNED | in which it was reached. Then it falls to the highest tier that is reached by the spend of the present calendar month.
        1 | TO_LOWEST | after the one in which it was reached, and for one more if it is reached again meanwhile. Then it falls to `low`, the lowest.
        1 | TO_EARNED | after the one in which it was reached, and for one more if it is reached again meanwhile. Then it falls to the highest tier that is reached by the spend of the last full calendar month or of the present one.
        """)
    void theTermsSayHowLongATierIsKeptAndWhereItFalls(int windows, TierFall fall, String words) {
        assertThat(terms(Moment.endOf(BoundedWindow.MONTH, Period.ofMonths(windows)), fall, LOW, HIGH))
                .endsWith("\nA tier is kept to the end of the calendar month " + words + "\n");
    }

    @Test
    void theTermsSayUntilWhenElseATierIsKept() {
        assertThat(terms(Moment.endOf(BoundedWindow.YEAR).plus(Period.ofDays(31)), TierFall.TO_EARNED, LOW, HIGH))
                .endsWith(
                        "\nA tier that is reached in a calendar month is kept until 31 days after this: at the end of the"
                                + " year in which that calendar month ends, and longer if it is reached again meanwhile. Then it"
                                + " falls to the highest tier that is reached by the spend of the present calendar month or of an"
                                + " earlier one by which it would still be kept.\n");
        assertThat(terms(Moment.never(), TierFall.TO_EARNED, LOW, HIGH))
                .endsWith("\nA tier that is reached is kept for good.\n");
    }

    @Test
    void theTermsSayNothingOfReachingOrFallingWhereThereIsOneTierOnly() {
        assertThat(terms(Moment.endOf(BoundedWindow.MONTH), TierFall.TO_LOWEST, LOW))
                .isEqualTo("""
                        ## Tiers

                        | Tier | From a qualifying spend of |
                        | --- | --- |
                        | `low` | USD 0.00, so every member |
                        """);
    }
}
