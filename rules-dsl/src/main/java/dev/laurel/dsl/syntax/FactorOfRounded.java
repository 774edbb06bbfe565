package dev.laurel.dsl.syntax;

import dev.laurel.money.Rounding;

/** A rule that multiplies the rounded points of another. Next: how the product is rounded, unless down; then by what. */
public interface FactorOfRounded extends Factor {
    /**
     * The product is rounded again in this way.
     *
     * <pre>{@code
     * Multiplier vib = rule("vib-rate").onPurchase().multipliesRounded(BASE).rounded(Rounding.HALF_UP).by("1.25");
     * }</pre>
     */
    Factor rounded(Rounding rounding);
}
