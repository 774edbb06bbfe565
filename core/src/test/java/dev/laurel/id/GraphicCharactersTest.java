package dev.laurel.id;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F3")
class GraphicCharactersTest {
    private static final int CODE_POINTS = Character.MAX_CODE_POINT + 1;

    private static long graphicBetween(int first, int end) {
        return IntStream.range(first, end).filter(GraphicCharacters::include).count();
    }

    /** The Unicode Standard counts them, in "Character Counts" of its version 15.0. */
    @Test
    void graphicCharactersAreAsManyAsUnicode15Counts() {
        assertThat(graphicBetween(0, CODE_POINTS)).isEqualTo(149_014);
        assertThat(graphicBetween(0, 0x10000)).isEqualTo(55_524);
        assertThat(graphicBetween(0x10000, 0x20000)).isEqualTo(23_246);
        assertThat(graphicBetween(0x20000, 0x30000)).isEqualTo(60_873);
        assertThat(graphicBetween(0x30000, 0x40000)).isEqualTo(9_131);
        assertThat(graphicBetween(0x40000, 0xE0000)).isZero();
        assertThat(graphicBetween(0xE0000, 0xF0000)).isEqualTo(240);
        assertThat(graphicBetween(0xF0000, CODE_POINTS)).isZero();
    }

    /**
     * The digest is that of one byte for each code point, 1 for a graphic one. It was worked out with the module {@code unicodedata} of
     * CPython 3.12, which has the database of Unicode 15.0.0 from its own source.
     */
    @Test
    void graphicCharactersAreThoseOfUnicode15ToTheLast() {
        byte[] graphic = new byte[CODE_POINTS];
        for (int codePoint = 0; codePoint < CODE_POINTS; codePoint++) {
            graphic[codePoint] = (byte) (GraphicCharacters.include(codePoint) ? 1 : 0);
        }
        assertThat(Hashing.sha256().hashBytes(graphic))
                .hasToString("3b6059a921f7058046bfd8252935ba3d767034f74fd4837fe3f89adf44b63e1c");
    }

    /** The property White_Space has not changed since Unicode 6.3, so every version of Java gives the same as this list. */
    @Test
    void whiteSpaceIsThe25CharactersOfThatProperty() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_VALUE)
                        .filter(c -> GraphicCharacters.isWhiteSpace((char) c))
                        .toArray())
                .containsExactly(
                        0x9, 0xA, 0xB, 0xC, 0xD, 0x20, 0x85, 0xA0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004,
                        0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000);
    }
}
