package dev.laurel.dsl.syntax;

import dev.laurel.money.Ratio;
import dev.laurel.rule.Multiplier;

/** A rule that multiplies another. Next: by what, with which it is a {@link Multiplier}, whose copies say the rest. */
public interface Factor {
    /**
     * By a decimal or a fraction. One above one adds, and can be capped; one below one takes.
     *
     * <pre>{@code
     * Multiplier vib = rule("vib-rate").onPurchase().where(memberIs(VIB)).multiplies(BASE).by("1.25");
     * Multiplier third = rule("third").onPurchase().multiplies(BASE).by("4/3");
     * Multiplier twice = rule("double").onPurchase().multiplies(BASE).by("2").capped(atMost(POINTS.points(100)).per(MONTH));
     * Multiplier sale = rule("sale").onPurchase().of(discounted()).multiplies(BASE).by("0.5");
     * }</pre>
     *
     * @throws IllegalArgumentException if the factor is neither a decimal nor a fraction
     */
    Multiplier by(String factor);

    /**
     * By a ratio.
     *
     * <pre>{@code
     * Multiplier vib = rule("vib-rate").onPurchase().where(memberIs(VIB)).multiplies(BASE).by(Ratio.of(5, 4));
     * }</pre>
     */
    Multiplier by(Ratio factor);
}
