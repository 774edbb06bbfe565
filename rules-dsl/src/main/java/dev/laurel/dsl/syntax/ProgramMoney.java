package dev.laurel.dsl.syntax;

import java.util.Currency;

/** A program that has a zone. Next: the currency of purchases. */
public interface ProgramMoney {
    /**
     * Purchases are in this currency.
     *
     * <pre>{@code
     * ProgramPoints start = program("beauty", "2026.1").zone(ZoneId.of("America/New_York")).money(USD);
     * }</pre>
     */
    ProgramPoints money(Currency money);
}
