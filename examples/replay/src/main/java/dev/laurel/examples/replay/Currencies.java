package dev.laurel.examples.replay;

import dev.laurel.id.Identifiers;
import java.util.Currency;

/** Currencies as a history writes them. */
final class Currencies {
    private Currencies() {}

    static Currency of(String code) throws BadInputException {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    "currency must be a code of ISO 4217 such as 'USD', but was '" + Identifiers.shown(code) + "'");
        }
    }
}
