package dev.laurel.reward;

import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import java.util.Currency;

/** Amounts in whole minor units of a currency, such as cents. */
final class MinorUnits {
    private static final long MILLION = 1_000_000;

    private MinorUnits() {}

    static Money roundedDown(Currency currency, Ratio amount) {
        long unit = millionthsOfOne(currency);
        Ratio units = amount.times(MILLION).dividedBy(Ratio.of(unit));
        return Money.ofMillionths(currency, Math.multiplyExact(units.rounded(Rounding.DOWN), unit));
    }

    /** How many millionths one minor unit has; a currency without minor units has whole ones. */
    static long millionthsOfOne(Currency currency) {
        long unit = MILLION;
        for (int digits = Math.max(0, currency.getDefaultFractionDigits()); digits > 0; digits--) {
            unit /= 10;
        }
        return unit;
    }
}
