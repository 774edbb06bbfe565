package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Selectors;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.Combination;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.Rule;
import dev.laurel.rule.UseCap;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What members read of multipliers. */
@Tag("P3")
@Tag("A4")
class MultiplierTermsTest {
    private static final PointCurrency POINTS = PointCurrency.of("points");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, Money.of(EUR, 1)));

    private static String termsOf(Rule... rules) {
        return LoyaltyProgram.builder("shop", "1")
                .zone(ZoneId.of("Europe/Berlin"))
                .money(EUR)
                .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
                .earn(rules)
                .build()
                .terms();
    }

    @Test
    @Tag("A5")
    void termsSayHowMuchAMultiplierAddsAtMost() {
        Multiplier twice = Multiplier.of("double", BASE, Ratio.of(2))
                .capped(
                        PointCap.of(POINTS.points(100)).per(BoundedWindow.MONTH),
                        PointCap.of(POINTS.points(5)),
                        UseCap.of(1, BoundedWindow.WEEK));
        assertThat(termsOf(BASE, twice)).contains("""
                - `base`: 1 point for each EUR 1.00 spent, in proportion. The exact amount, with its multipliers, is rounded down, once per purchase.
                  - `double`: 2 times the points of `base`. It adds at most 5 points per purchase and 100 points per calendar month. It adds points to at most 1 purchase per calendar week.
                """);
    }

    @Test
    void termsSayWhatAMultiplierBelowOneLeaves() {
        Multiplier half = Multiplier.of("sale", BASE, Ratio.of("0.5")).of(Selectors.discounted());
        Multiplier less = Multiplier.ofRounded("less", BASE, Ratio.of("0.75"));
        assertThat(termsOf(BASE, half, less)).contains("""
                - `base`: 1 point for each EUR 1.00 spent, in proportion. The exact amount, with its multipliers, is rounded down, once per purchase. Multipliers add up: 3 times and 0.5 times together give 2.5 times.
                  - `less`: 0.75 times the rounded points of `base`. The product is rounded down again.
                  - `sale`: half the points of `base`, on discounted items.
                """);
        assertThat(termsOf(BASE.combining(Combination.COMPOUND), half, less))
                .contains("Multipliers multiply one another: 3 times and 0.5 times together give 1.5 times.");
    }
}
