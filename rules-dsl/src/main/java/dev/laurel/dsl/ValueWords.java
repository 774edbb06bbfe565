package dev.laurel.dsl;

import static dev.laurel.id.Identifiers.shown;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.PointRate;
import dev.laurel.ledger.Points;
import dev.laurel.money.Money;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.rule.MoneySteps;
import dev.laurel.tier.Tier;
import java.time.Period;
import java.util.Currency;

/** The words for what a program speaks of: money, periods, tiers, points. */
public abstract class ValueWords {
    /** The United States dollar. */
    public static final Currency USD = Currency.getInstance("USD");

    /** The euro. */
    public static final Currency EUR = Currency.getInstance("EUR");

    /** The pound sterling. */
    public static final Currency GBP = Currency.getInstance("GBP");

    ValueWords() {}

    /**
     * So many dollars.
     *
     * <pre>{@code
     * Money ten = usd(10);
     * }</pre>
     *
     * @throws IllegalArgumentException if they are out of the range of {@link Money}
     */
    public static Money usd(long dollars) {
        return Money.of(USD, dollars);
    }

    /**
     * So many dollars, as a decimal.
     *
     * <pre>{@code
     * Money twoFifty = usd("2.50");
     * }</pre>
     *
     * @throws IllegalArgumentException if it is no decimal, or out of the range of {@link Money}
     */
    public static Money usd(String dollars) {
        return Money.of(USD, dollars);
    }

    /**
     * So many euros.
     *
     * <pre>{@code
     * Money ten = eur(10);
     * }</pre>
     *
     * @throws IllegalArgumentException if they are out of the range of {@link Money}
     */
    public static Money eur(long euros) {
        return Money.of(EUR, euros);
    }

    /**
     * So many euros, as a decimal.
     *
     * <pre>{@code
     * Money twoFifty = eur("2.50");
     * }</pre>
     *
     * @throws IllegalArgumentException if it is no decimal, or out of the range of {@link Money}
     */
    public static Money eur(String euros) {
        return Money.of(EUR, euros);
    }

    /**
     * So many pounds.
     *
     * <pre>{@code
     * Money ten = gbp(10);
     * }</pre>
     *
     * @throws IllegalArgumentException if they are out of the range of {@link Money}
     */
    public static Money gbp(long pounds) {
        return Money.of(GBP, pounds);
    }

    /**
     * So many pounds, as a decimal.
     *
     * <pre>{@code
     * Money twoFifty = gbp("2.50");
     * }</pre>
     *
     * @throws IllegalArgumentException if it is no decimal, or out of the range of {@link Money}
     */
    public static Money gbp(String pounds) {
        return Money.of(GBP, pounds);
    }

    /**
     * The currency of an ISO 4217 code.
     *
     * <pre>{@code
     * Currency francs = currency("CHF");
     * }</pre>
     *
     * @throws IllegalArgumentException if there is no such currency
     */
    public static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            // The JDK's exception has no message.
            throw new IllegalArgumentException(
                    "currency must be an ISO 4217 code such as 'CHF', but was '" + shown(code) + "'", e);
        }
    }

    /**
     * So many units of a currency.
     *
     * <pre>{@code
     * Money thousandYen = money(currency("JPY"), 1000);
     * }</pre>
     *
     * @throws IllegalArgumentException if they are out of the range of {@link Money}
     */
    public static Money money(Currency currency, long units) {
        return Money.of(currency, units);
    }

    /**
     * So many units of a currency, as a decimal.
     *
     * <pre>{@code
     * Money twoFifty = money(currency("CHF"), "2.50");
     * }</pre>
     *
     * @throws IllegalArgumentException if it is no decimal, or out of the range of {@link Money}
     */
    public static Money money(Currency currency, String amount) {
        return Money.of(currency, amount);
    }

    /**
     * So many civil days.
     *
     * <pre>{@code
     * Period week = days(7);
     * }</pre>
     */
    public static Period days(int days) {
        return Period.ofDays(days);
    }

    /**
     * So many civil weeks.
     *
     * <pre>{@code
     * Period fortnight = weeks(2);
     * }</pre>
     */
    public static Period weeks(int weeks) {
        return Period.ofWeeks(weeks);
    }

    /**
     * So many civil months.
     *
     * <pre>{@code
     * Period yearAndAHalf = months(18);
     * }</pre>
     */
    public static Period months(int months) {
        return Period.ofMonths(months);
    }

    /**
     * So many civil years.
     *
     * <pre>{@code
     * Period three = years(3);
     * }</pre>
     */
    public static Period years(int years) {
        return Period.ofYears(years);
    }

    /**
     * A tier of this id.
     *
     * <pre>{@code
     * Tier gold = tier("gold");
     * }</pre>
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static Tier tier(String id) {
        return Tier.of(id);
    }

    /**
     * An amount by steps of what a purchase costs: from a total on, points at a rate for all of it. Next: steps above, if any.
     *
     * <pre>{@code
     * EarnRule big = rule("big").onPurchase()
     *         .earns(steps(usd(50), POINTS.points(5).per(usd(1))).then(usd(100), POINTS.points(7).per(usd(1))));
     * }</pre>
     *
     * @throws IllegalArgumentException if total or points are not positive, or the rate is for items
     */
    public static MoneySteps steps(Money from, PointRate rate) {
        return MoneySteps.of(from, rate);
    }

    /**
     * An amount by steps of what a purchase costs: from a total on, so many points for all of it. Next: steps above, if any.
     *
     * <pre>{@code
     * EarnRule big = rule("big").onPurchase().earns(steps(usd(50), POINTS.points(20)).then(usd(100), POINTS.points(60)));
     * }</pre>
     *
     * @throws IllegalArgumentException if total or points are not positive
     */
    public static MoneySteps steps(Money from, Points points) {
        return MoneySteps.of(from, points);
    }

    /**
     * A point currency of this id.
     *
     * <pre>{@code
     * PointCurrency miles = pointCurrency("miles");
     * Points thousand = miles.points(1000);
     * }</pre>
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static PointCurrency pointCurrency(String id) {
        return PointCurrency.of(id);
    }

    /**
     * A kind of activity of this name.
     *
     * <pre>{@code
     * ActivityKind survey = activity("survey");
     * var asking = START.activities(survey);
     * }</pre>
     *
     * @throws IllegalArgumentException if the name is not kebab-case
     */
    public static ActivityKind activity(String name) {
        return new ActivityKind(name);
    }
}
