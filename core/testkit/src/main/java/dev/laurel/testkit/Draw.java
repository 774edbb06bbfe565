package dev.laurel.testkit;

import dev.laurel.ledger.Points;
import dev.laurel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;

/** What chance decides, and what everything that is made up has in common. */
final class Draw {
    static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    static final int DAYS = 900;

    private static final long MILLION = 1_000_000;

    /** With two decimals, with none, and with three. */
    private static final List<String> CURRENCIES = List.of("USD", "USD", "EUR", "JPY", "KWD");

    private final SplitMix64 chance;
    private final Currency currency;
    private final long minorUnit;

    Draw(long seed) {
        chance = new SplitMix64(seed);
        currency = Currency.getInstance(pick(CURRENCIES));
        long unit = MILLION;
        for (int digits = currency.getDefaultFractionDigits(); digits > 0; digits--) {
            unit /= 10;
        }
        minorUnit = unit;
    }

    /** The currency of all money. */
    Currency currency() {
        return currency;
    }

    /** So many cents, or what is least in the currency. */
    Money money(long minorUnits) {
        return Money.ofMillionths(currency, Math.multiplyExact(minorUnits, minorUnit));
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    int below(int bound) {
        return (int) below((long) bound);
    }

    /** From 0 to less than the bound; that low numbers are a little more likely does not matter where bounds are small. */
    long below(long bound) {
        return Long.remainderUnsigned(chance.next(), bound);
    }

    /** As many points as one event may move, or about as many, or absurdly many. */
    long manyPoints() {
        return chance(80) ? Points.MAX_IN_ONE_EVENT + below(4) - 2 : Long.MAX_VALUE - below(3);
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /** One of the last few. */
    <T> T pickLately(List<T> values) {
        int some = Math.min(values.size(), 4);
        return pick(values.subList(values.size() - some, values.size()));
    }

    /** Mostly the last. */
    <T> T pickLatelyOrBefore(List<T> values) {
        int kind = below(10);
        return kind < 5 ? values.get(values.size() - 1) : kind < 9 ? pickLately(values) : pick(values);
    }

    <T> List<T> shuffled(List<T> values) {
        List<T> shuffled = new ArrayList<>(values);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, below(i + 1));
        }
        return shuffled;
    }

    LocalDate date() {
        return FIRST_DAY.plusDays(below(DAYS));
    }
}
