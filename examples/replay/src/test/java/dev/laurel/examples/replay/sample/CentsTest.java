package dev.laurel.examples.replay.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CentsTest {
    @ParameterizedTest
    @CsvSource({"0, 0.00", "5, 0.05", "99, 0.99", "100, 1.00", "123456, 1234.56"})
    void centsAreWrittenAsDollars(long cents, String text) {
        assertThat(Cents.text(cents)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "100, 9", "1000, 89", "5600, 497", "10000, 888"})
    void centsAreTaxedAtTheRateOfTheCityHalfACentUp(long net, long tax) {
        assertThat(Cents.tax(net)).isEqualTo(tax);
    }

    @Test
    void centsAreReducedByPercentHalfACentUp() {
        assertThat(Cents.reduced(9_99, 25)).isEqualTo(7_49);
        assertThat(Cents.reduced(1_02, 25)).isEqualTo(77);
        assertThat(Cents.reduced(9_99, 0)).isEqualTo(9_99);
    }
}
