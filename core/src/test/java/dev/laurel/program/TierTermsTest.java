package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.money.Money;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierFall;
import dev.laurel.tier.TierKept;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStep;
import dev.laurel.time.CalendarWindow;
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

    private static String terms(TierKept kept, TierFall fall, TierStep... steps) {
        Markdown terms = new Markdown();
        new TierTerms(new TierLadder(CalendarWindow.MONTH, kept, fall, List.of(steps))).writeTo(terms);
        return terms.text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        THROUGH_WINDOW      | TO_LOWEST | in which it was reached. Then it falls to `low`, the lowest.
        THROUGH_WINDOW      | TO_EARNED | in which it was reached. Then it falls to the highest tier that is reached by the spend of the present calendar month.
        THROUGH_NEXT_WINDOW | TO_LOWEST | after the one in which it was reached, and for one more if it is reached again meanwhile. Then it falls to `low`, the lowest.
        THROUGH_NEXT_WINDOW | TO_EARNED | after the one in which it was reached, and for one more if it is reached again meanwhile. Then it falls to the highest tier that is reached by the spend of the last full calendar month or of the present one.
        """)
    void theTermsSayHowLongATierIsKeptAndWhereItFalls(TierKept kept, TierFall fall, String words) {
        assertThat(terms(kept, fall, LOW, HIGH))
                .endsWith("\nA tier is kept to the end of the calendar month " + words + "\n");
    }

    @Test
    void theTermsSayNothingOfReachingOrFallingWhereThereIsOneTierOnly() {
        assertThat(terms(TierKept.THROUGH_WINDOW, TierFall.TO_LOWEST, LOW)).isEqualTo("""
                        ## Tiers

                        | Tier | From a qualifying spend of |
                        | --- | --- |
                        | `low` | USD 0.00, so every member |
                        """);
    }
}
