package dev.laurel.examples.replay;

import dev.laurel.id.Identifiers;
import java.util.regex.Pattern;

/** Decimals as a history writes them: plain, with a point, without an exponent. */
final class Decimals {
    // BigDecimal also takes exponents and the digits of other scripts, which in a history are mistakes.
    private static final Pattern PLAIN = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");

    private Decimals() {}

    /** The text as it is, if it is a decimal. Whether its value fits is for whom it is given to. */
    static String checked(String what, String text) throws BadInputException {
        if (!PLAIN.matcher(text).matches()) {
            throw new BadInputException(
                    what + " must be a decimal such as '12.50', but was '" + Identifiers.shown(text) + "'");
        }
        return text;
    }
}
