package dev.laurel.id;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Strings;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Locale;

/**
 * The rules that ids obey, checked where an id enters.
 *
 * <p>A <em>host id</em> (customer, event, purchase line, SKU) is the host's own text, kept to the letter: two ids that
 * differ in one character are two ids. It holds no control, format, private-use, surrogate or unassigned character, and no
 * white space around it, so an id can stand in a log line as it is. What is what, Unicode 15 says, on every version of Java.
 * A <em>declared id</em> (program, rule, tier, point currency, reward) is kebab-case, for it is written into ledger
 * entries for ever.
 */
public final class Identifiers {
    /** The longest host id, in UTF-16 code units. */
    public static final int MAX_HOST_ID_LENGTH = 200;

    /** The longest declared id, in characters. */
    public static final int MAX_DECLARED_ID_LENGTH = 80;

    /** What ids that the engine derives begin with; a host's ids must not. */
    public static final String RESERVED_PREFIX = "laurel:";

    private Identifiers() {}

    /**
     * Returns the id as it is, if a host may use it.
     *
     * @param what what it is the id of, for the message, such as {@code "customer id"}
     * @throws IllegalArgumentException if it is blank, too long, reserved, begins or ends with white space, or holds a character that
     *     is not allowed
     */
    @CanIgnoreReturnValue
    public static String hostId(String what, String id) {
        String text = text(what, id, MAX_HOST_ID_LENGTH);
        if (text.startsWith(RESERVED_PREFIX)) {
            throw new IllegalArgumentException(
                    what + " must not begin with '" + RESERVED_PREFIX + "', which is kept for ids the engine derives");
        }
        return text;
    }

    /**
     * Returns a short text as it is (a channel, a payment method, the name of an attribute), if it can stand in a message.
     *
     * @param maxLength the longest that it may be, in UTF-16 code units
     * @throws IllegalArgumentException if it is blank, too long, begins or ends with white space, or holds a character that is not
     *     allowed
     */
    @CanIgnoreReturnValue
    public static String text(String what, String text, int maxLength) {
        requireNonNull(text, what);
        if (text.isEmpty()) {
            throw new IllegalArgumentException(what + " must not be empty");
        }
        if (text.length() > maxLength) {
            throw new IllegalArgumentException(
                    what + " must have at most " + maxLength + " characters, but had " + text.length());
        }
        requireGraphic(what, text);
        requireNoWhiteSpaceAround(what, text);
        return text;
    }

    private static void requireGraphic(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c < 0x7f) {
                continue;
            }
            int codePoint = text.codePointAt(i);
            if (!GraphicCharacters.include(codePoint)) {
                throw new IllegalArgumentException(what
                        + " must not hold control, format, private-use, surrogate or"
                        + " unassigned characters of Unicode 15, but had U+" + hex(codePoint) + " at index " + i);
            }
            i += Character.charCount(codePoint) - 1;
        }
    }

    private static void requireNoWhiteSpaceAround(String what, String text) {
        int last = text.length() - 1;
        boolean isBefore = GraphicCharacters.isWhiteSpace(text.charAt(0));
        if (!isBefore && !GraphicCharacters.isWhiteSpace(text.charAt(last))) {
            return;
        }
        if (text.chars().allMatch(c -> GraphicCharacters.isWhiteSpace((char) c))) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        int index = isBefore ? 0 : last;
        throw new IllegalArgumentException(what + " must not begin or end with white space, but had U+"
                + hex(text.charAt(index)) + " at index " + index);
    }

    /**
     * Returns the id as it is, if it is kebab-case.
     *
     * @throws IllegalArgumentException if it is not
     */
    @CanIgnoreReturnValue
    public static String declaredId(String what, String id) {
        if (!isKebabCase(requireNonNull(id, what))) {
            throw new IllegalArgumentException(
                    what + " must be kebab-case, such as 'vib-bonus', but was '" + shown(id) + "'");
        }
        return id;
    }

    /**
     * A text as it stands in a sentence: as it is if it is one plain word, otherwise in quotes, so that no text can be taken
     * for more than one or for a part of the sentence.
     */
    public static String quoted(String text) {
        boolean plain = !text.isEmpty();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain &= (c >= 'A' && c <= 'Z') || isWordCharacter(c) || c == '-' || c == '_' || c == '.';
        }
        return plain ? text : "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static boolean isKebabCase(String id) {
        if (id.isEmpty() || id.length() > MAX_DECLARED_ID_LENGTH || !isWordCharacter(id.charAt(id.length() - 1))) {
            return false;
        }
        boolean afterWord = false;
        for (int i = 0; i < id.length(); i++) {
            boolean word = isWordCharacter(id.charAt(i));
            if (!word && !(id.charAt(i) == '-' && afterWord)) {
                return false;
            }
            afterWord = word;
        }
        return true;
    }

    private static boolean isWordCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** Any text as it can stand in a message: shortened, with characters that are not allowed in ids escaped. */
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(MAX_DECLARED_ID_LENGTH).forEach(codePoint -> {
            if (GraphicCharacters.include(codePoint)) {
                shown.appendCodePoint(codePoint);
            } else {
                shown.append("\\u").append(hex(codePoint));
            }
        });
        return text.codePointCount(0, text.length()) > MAX_DECLARED_ID_LENGTH ? shown + "…" : shown.toString();
    }

    private static String hex(int codePoint) {
        return Strings.padStart(Integer.toHexString(codePoint).toUpperCase(Locale.ROOT), 4, '0');
    }
}
