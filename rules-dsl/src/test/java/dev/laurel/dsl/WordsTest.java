package dev.laurel.dsl;

import static dev.laurel.dsl.Words.days;
import static dev.laurel.dsl.Words.eur;
import static dev.laurel.dsl.Words.gbp;
import static dev.laurel.dsl.Words.months;
import static dev.laurel.dsl.Words.pointCurrency;
import static dev.laurel.dsl.Words.tier;
import static dev.laurel.dsl.Words.usd;
import static dev.laurel.dsl.Words.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.tier.Tier;
import java.time.Period;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void amountsOfMoneyAreOfTheirCurrencyAndExact() {
        assertThat(usd("2.50")).hasToString("USD 2.50");
        assertThat(usd(2)).isEqualTo(usd("2.00"));
        assertThat(eur("0.005")).hasToString("EUR 0.005");
        assertThat(eur(3)).isEqualTo(eur("3"));
        assertThat(gbp(7)).isEqualTo(gbp("7.000000"));
    }

    @Test
    void periodsAreCivil() {
        assertThat(days(30)).isEqualTo(Period.ofDays(30));
        assertThat(months(18)).isEqualTo(Period.ofMonths(18));
        assertThat(years(1)).isEqualTo(Period.ofYears(1));
    }

    @Test
    void tiersAndPointCurrenciesAreKnownByTheirId() {
        assertThat(tier("vib")).isEqualTo(Tier.of("vib"));
        assertThat(pointCurrency("stars")).isEqualTo(PointCurrency.of("stars"));
        assertThatThrownBy(() -> tier("VIB Rouge"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("id of a tier must be kebab-case, such as 'vib-bonus', but was 'VIB Rouge'");
    }
}
