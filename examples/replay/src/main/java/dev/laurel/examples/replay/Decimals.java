package dev.laurel.examples.replay;

import dev.laurel.id.Identifiers;

/** Decimals as a history writes them: plain, with a point, without an exponent. */
final class Decimals {
    private Decimals() {}

    /** The text as it is, if it is a decimal. Whether its value fits is for whom it is given to. */
    static String checked(String what, String text) throws BadInputException {
        if (!isPlain(text)) {
            throw new BadInputException(
                    what + " must be a decimal such as '12.50', but was '" + Identifiers.shown(text) + "'");
        }
        return text;
    }

    /** Whether it is a decimal. BigDecimal also takes exponents and the digits of other scripts, which in a history are mistakes. */
    static boolean isPlain(String text) {
        boolean isSigned = text.startsWith("+") || text.startsWith("-");
        int digits = 0;
        int points = 0;
        for (int i = isSigned ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }
}
