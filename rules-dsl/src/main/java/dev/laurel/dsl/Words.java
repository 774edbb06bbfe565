package dev.laurel.dsl;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.tier.Tier;
import java.time.Period;
import java.util.Currency;

/** The values that a program speaks of, to be imported statically: {@code usd("2.50")}, {@code months(12)}, {@code tier("vib")}. */
public final class Words {
    /** The United States dollar. */
    public static final Currency USD = Currency.getInstance("USD");

    /** The euro. */
    public static final Currency EUR = Currency.getInstance("EUR");

    /** The pound sterling. */
    public static final Currency GBP = Currency.getInstance("GBP");

    private Words() {}

    /**
     * So many dollars.
     *
     * @throws IllegalArgumentException if they are out of the range of {@link Money}
     */
    public static Money usd(long dollars) {
        return Money.of(USD, dollars);
    }

    /**
     * So many dollars, as a decimal.
     *
     * @throws IllegalArgumentException if it is no decimal, or out of the range of {@link Money}
     */
    public static Money usd(String dollars) {
        return Money.of(USD, dollars);
    }

    /**
     * So many euros.
     *
     * @throws IllegalArgumentException if they are out of the range of {@link Money}
     */
    public static Money eur(long euros) {
        return Money.of(EUR, euros);
    }

    /**
     * So many euros, as a decimal.
     *
     * @throws IllegalArgumentException if it is no decimal, or out of the range of {@link Money}
     */
    public static Money eur(String euros) {
        return Money.of(EUR, euros);
    }

    /**
     * So many pounds.
     *
     * @throws IllegalArgumentException if they are out of the range of {@link Money}
     */
    public static Money gbp(long pounds) {
        return Money.of(GBP, pounds);
    }

    /**
     * So many pounds, as a decimal.
     *
     * @throws IllegalArgumentException if it is no decimal, or out of the range of {@link Money}
     */
    public static Money gbp(String pounds) {
        return Money.of(GBP, pounds);
    }

    /** So many civil days. */
    public static Period days(int days) {
        return Period.ofDays(days);
    }

    /** So many civil months. */
    public static Period months(int months) {
        return Period.ofMonths(months);
    }

    /** So many civil years. */
    public static Period years(int years) {
        return Period.ofYears(years);
    }

    /**
     * A tier of this id.
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static Tier tier(String id) {
        return Tier.of(id);
    }

    /**
     * A point currency of this id.
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static PointCurrency pointCurrency(String id) {
        return PointCurrency.of(id);
    }
}
