package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.rule.Cap;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.UseCap;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Periods;
import dev.laurel.time.Window;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("P3")
class WordingTest {
    private static final PointCurrency POINTS = PointCurrency.of("points");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        P18M    | 18 months
        P1D     | 1 day
        P1Y1M   | 1 year and 1 month
        P2Y3M4D | 2 years, 3 months and 4 days
        P2W     | 14 days
        P0D     | 0 days
        """)
    void periodsAreSaidInWords(Period period, String words) {
        assertThat(Periods.inWords(period)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"Hello,Hello.", "Hello.,Hello.", "Hello!,Hello!", "Hello?,Hello?", "Hello…,Hello…"})
    void aSentenceIsEndedOnce(String text, String sentence) {
        assertThat(Wording.sentence(text)).isEqualTo(sentence);
    }

    @Test
    void capsAreToldFromTheShortestSpanToTheLongestHoweverTheyWereDeclared() {
        Cap ever = PointCap.of(POINTS.points(1)).per(Window.EVER);
        Cap perYear = PointCap.of(POINTS.points(20)).per(BoundedWindow.YEAR);
        Cap perDay = PointCap.of(POINTS.points(10)).per(BoundedWindow.DAY);
        Cap perPurchase = PointCap.of(POINTS.points(5));
        List<String> told =
                List.of("It gives at most 5 points per purchase, 10 points per day, 20 points per calendar year"
                        + " and 1 point ever.");
        assertThat(Wording.caps(List.of(ever, perYear, perDay, perPurchase))).isEqualTo(told);
        assertThat(Wording.caps(List.of(perDay, perPurchase, ever, perYear))).isEqualTo(told);
        assertThat(Wording.caps(List.of())).isEmpty();
    }

    @Test
    void limitsAreToldAsHowOften() {
        assertThat(Wording.limits(List.of(UseCap.of(1, Window.EVER)))).isEqualTo("once ever");
        assertThat(Wording.limits(List.of(UseCap.of(2, BoundedWindow.WEEK), UseCap.of(1, BoundedWindow.DAY))))
                .isEqualTo("once per day and 2 times per calendar week");
        assertThat(Wording.limits(List.of())).isEmpty();
    }
}
