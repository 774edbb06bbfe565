package dev.laurel.dsl.syntax;

import dev.laurel.rule.EarnRule;

/** A program that could not award anything yet. Next: its rules, before or after other parts. */
public interface ProgramWithoutRules extends ProgramParts<ProgramWithoutRules> {
    /**
     * Purchases earn points by these rules.
     *
     * <pre>{@code
     * ProgramWithRules earning = START.earn(
     *         BASE,
     *         rule("vib-rate").onPurchase().where(orderOfAtLeast(usd(50))).multiplies(BASE, "1.25"));
     * }</pre>
     */
    ProgramWithRules earn(EarnRule rule, EarnRule... more);
}
