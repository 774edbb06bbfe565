package dev.laurel.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("F2")
@Tag("F3")
class IdentifiersTest {
    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Nested
    class HostIds {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1",
                    "c-1",
                    "Anna Meyer",
                    "ünïcödé",
                    "顧客-7",
                    "\uD83D\uDE00",
                    "a\uD83D\uDE00b",
                    "~!\"'`<>&;%$#{}",
                    "laurel",
                    "Laurel:1",
                    "my-laurel:1"
                })
        void hostIdsAreReturnedToTheLetter(String id) {
            assertThat(Identifiers.hostId("customer id", id)).isSameAs(id);
        }

        @Test
        void hostIdsMayHave200CodeUnitsAndNoMore() {
            assertThat(Identifiers.hostId("event id", "x".repeat(200))).hasSize(200);
            assertThat(Identifiers.hostId("event id", "\uD83D\uDE00".repeat(100)))
                    .hasSize(200);
            refused(
                    () -> Identifiers.hostId("event id", "x".repeat(201)),
                    "event id must have at most 200 characters, but had 201");
            refused(
                    () -> Identifiers.hostId("event id", "\uD83D\uDE00".repeat(101)),
                    "event id must have at most 200 characters, but had 202");
        }

        @Test
        void hostIdsMustNotBeEmpty() {
            refused(() -> Identifiers.hostId("line id", ""), "line id must not be empty");
        }

        @Test
        void hostIdsMustNotBeNull() {
            assertThatNullPointerException()
                    .isThrownBy(() -> Identifiers.hostId("line id", null))
                    .withMessage("line id");
        }

        @ParameterizedTest
        @ValueSource(strings = {"laurel:", "laurel:time:2026-01-01T00:00:00Z", "laurel:preview"})
        void hostIdsMustNotBeginAsThoseOfTheEngineDo(String id) {
            refused(
                    () -> Identifiers.hostId("event id", id),
                    "event id must not begin with 'laurel:', which is kept for ids the engine derives");
        }

        @Test
        void hostIdsOfTenMillionCharactersAreRefusedByTheirLength() {
            refused(
                    () -> Identifiers.hostId("event id", "\n".repeat(10_000_000)),
                    "event id must have at most 200 characters, but had 10000000");
        }
    }

    @Nested
    class CharactersThatAreNotAllowed {
        @ParameterizedTest
        @CsvSource({
            "0, 0000",
            "9, 0009",
            "10, 000A",
            "13, 000D",
            "27, 001B",
            "127, 007F",
            "133, 0085",
            "159, 009F",
            "173, 00AD",
            "1564, 061C",
            "8203, 200B",
            "8205, 200D",
            "8206, 200E",
            "8232, 2028",
            "8233, 2029",
            "8238, 202E",
            "8294, 2066",
            "65279, FEFF",
            "917505, E0001",
            "888, 0378",
            "55295, D7FF",
            "57344, E000",
            "64976, FDD0",
            "65535, FFFF",
            "196607, 2FFFF",
            "983040, F0000",
            "1114111, 10FFFF"
        })
        void forbiddenCharactersAreNamedByCodePointAndPlace(int codePoint, String hex) {
            String id = "ab" + Character.toString(codePoint) + "c";
            refused(
                    () -> Identifiers.hostId("customer id", id),
                    "customer id must not hold control, format, private-use, surrogate or unassigned characters"
                            + " of Unicode 15, but had U+" + hex + " at index 2");
        }

        @ParameterizedTest
        @CsvSource({
            "8365, of Unicode 2",
            "127462, of Unicode 6",
            "129760, of Unicode 14 and unknown to Java 17",
            "129768, of Unicode 15 and unknown to Java 17",
            "917999, a selector of variants"
        })
        void charactersThatUnicode15KnowsAreAllowedOnEveryVersionOfJava(int codePoint, String what) {
            String id = "a" + Character.toString(codePoint);
            assertThat(Identifiers.hostId("customer id", id)).as(what).isSameAs(id);
        }

        @ParameterizedTest
        @CsvSource({"129673, 1FA89, of Unicode 16", "12284, 2FFC, of Unicode 15.1", "2199, 0897, of Unicode 16"})
        void charactersThatALaterUnicodeAddsAreRefusedOnEveryVersionOfJava(int codePoint, String hex, String what) {
            String id = "ab" + Character.toString(codePoint);
            assertThatThrownBy(() -> Identifiers.hostId("customer id", id))
                    .as(what)
                    .hasMessageEndingWith("but had U+" + hex + " at index 2");
        }

        @Test
        void forbiddenCharactersIncludeEachHalfOfAPairAlone() {
            refused(
                    () -> Identifiers.hostId("SKU", "a\uD83D"),
                    "SKU must not hold control, format, private-use, surrogate or unassigned characters"
                            + " of Unicode 15, but had U+D83D at index 1");
            refused(
                    () -> Identifiers.hostId("SKU", "\uDE00a"),
                    "SKU must not hold control, format, private-use, surrogate or unassigned characters"
                            + " of Unicode 15, but had U+DE00 at index 0");
            refused(
                    () -> Identifiers.hostId("SKU", "\uDE00\uD83D"),
                    "SKU must not hold control, format, private-use, surrogate or unassigned characters"
                            + " of Unicode 15, but had U+DE00 at index 0");
            refused(
                    () -> Identifiers.hostId("SKU", "\uD83D\uD83D\uDE00"),
                    "SKU must not hold control, format, private-use, surrogate or unassigned characters"
                            + " of Unicode 15, but had U+D83D at index 0");
        }

        @Test
        void forbiddenCharactersAreFoundAfterAPairToo() {
            refused(
                    () -> Identifiers.hostId("SKU", "\uD83D\uDE00\n"),
                    "SKU must not hold control, format, private-use, surrogate or unassigned characters"
                            + " of Unicode 15, but had U+000A at index 2");
        }

        @Test
        void forbiddenCharactersIncludeTheJoinerOfAFamilyOfEmojiForItCannotBeSeen() {
            refused(
                    () -> Identifiers.hostId("SKU", "\uD83D\uDC68\u200D\uD83D\uDC69"),
                    "SKU must not hold control, format, private-use, surrogate or unassigned characters"
                            + " of Unicode 15, but had U+200D at index 2");
        }
    }

    @Nested
    class WhiteSpace {
        @ParameterizedTest
        @ValueSource(strings = {" ", "   ", "\u00A0", "\u1680", "\u2000", "\u200A", "\u202F", "\u205F", "\u3000 "})
        void idsAreNotBlank(String id) {
            refused(() -> Identifiers.hostId("customer id", id), "customer id must not be blank");
            refused(() -> Identifiers.text("channel", id, 9), "channel must not be blank");
        }

        @ParameterizedTest
        @CsvSource({
            "32, 0020",
            "160, 00A0",
            "5760, 1680",
            "8192, 2000",
            "8202, 200A",
            "8239, 202F",
            "8287, 205F",
            "12288, 3000"
        })
        void idsHaveNoWhiteSpaceAroundThem(int space, String hex) {
            String before = Character.toString(space) + "a b";
            String after = "a b" + Character.toString(space);
            refused(
                    () -> Identifiers.hostId("SKU", before),
                    "SKU must not begin or end with white space, but had U+" + hex + " at index 0");
            refused(
                    () -> Identifiers.hostId("SKU", after),
                    "SKU must not begin or end with white space, but had U+" + hex + " at index 3");
            refused(
                    () -> Identifiers.text("reason", after + "\uD83D\uDE00 ", 9),
                    "reason must not begin or end with white space, but had U+0020 at index 6");
        }

        @Test
        void idsMayHaveWhiteSpaceWithinThem() {
            assertThat(Identifiers.hostId("SKU", "a\u3000b c")).isEqualTo("a\u3000b c");
        }

        @Test
        void aControlThatIsWhiteSpaceIsToldAsWhatItIs() {
            refused(
                    () -> Identifiers.hostId("SKU", "\n"),
                    "SKU must not hold control, format, private-use, surrogate or unassigned characters of Unicode 15,"
                            + " but had U+000A at index 0");
        }
    }

    @Nested
    class Texts {
        @Test
        void textsHaveAtMostTheLengthThatIsAskedFor() {
            assertThat(Identifiers.text("channel", "web", 3)).isEqualTo("web");
            refused(() -> Identifiers.text("channel", "shop", 3), "channel must have at most 3 characters, but had 4");
            refused(() -> Identifiers.text("channel", "", 3), "channel must not be empty");
        }

        @Test
        void textsMayBeginAsTheIdsOfTheEngineDo() {
            assertThat(Identifiers.text("channel", "laurel:x", 10)).isEqualTo("laurel:x");
        }
    }

    @Nested
    class DeclaredIds {
        @ParameterizedTest
        @ValueSource(strings = {"a", "1", "vib-bonus", "a1-b2-c3", "2026-spring", "0"})
        void declaredIdsAreKebabCase(String id) {
            assertThat(Identifiers.declaredId("rule id", id)).isSameAs(id);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "-",
                    "-a",
                    "a-",
                    "a--b",
                    "A",
                    "vibBonus",
                    "VIB bonus",
                    "vib_bonus",
                    "vib bonus",
                    "vib.bonus",
                    "vïb",
                    "vib٣",
                    " a",
                    "a@b"
                })
        void declaredIdsAreNothingButKebabCase(String id) {
            refused(
                    () -> Identifiers.declaredId("rule id", id),
                    "rule id must be kebab-case, such as 'vib-bonus', but was '" + id + "'");
        }

        @Test
        void declaredIdsMayHave80CharactersAndNoMore() {
            assertThat(Identifiers.declaredId("tier", "x".repeat(80))).hasSize(80);
            refused(
                    () -> Identifiers.declaredId("tier", "x".repeat(81)),
                    "tier must be kebab-case, such as 'vib-bonus', but was '" + "x".repeat(80) + "…'");
        }

        @Test
        void declaredIdsAreShownEscapedAndShortenedWhenRefused() {
            refused(
                    () -> Identifiers.declaredId("tier", "a\nb\u202Ec\uD800"),
                    "tier must be kebab-case, such as 'vib-bonus', but was 'a\\u000Ab\\u202Ec\\uD800'");
            refused(
                    () -> Identifiers.declaredId("tier", "\n".repeat(1_000_000)),
                    "tier must be kebab-case, such as 'vib-bonus', but was '" + "\\u000A".repeat(80) + "…'");
        }

        @Test
        void declaredIdsAreShownWholeIfTheyHaveNoMoreCharactersThanAreShown() {
            refused(
                    () -> Identifiers.declaredId("tier", "\uD83D\uDE00".repeat(41)),
                    "tier must be kebab-case, such as 'vib-bonus', but was '" + "\uD83D\uDE00".repeat(41) + "'");
        }

        @Test
        void declaredIdsMustNotBeNull() {
            assertThatNullPointerException()
                    .isThrownBy(() -> Identifiers.declaredId("tier", null))
                    .withMessage("tier");
        }
    }

    @Test
    void aTextInASentenceIsQuotedUnlessItIsOnePlainWord() {
        assertThat(Identifiers.quoted("gift-card")).isEqualTo("gift-card");
        assertThat(Identifiers.quoted("SKU_1.2")).isEqualTo("SKU_1.2");
        assertThat(Identifiers.quoted("")).isEqualTo("''");
        assertThat(Identifiers.quoted("a, b")).isEqualTo("'a, b'");
        assertThat(Identifiers.quoted("it's")).isEqualTo("'it\\'s'");
        assertThat(Identifiers.quoted("a\\")).isEqualTo("'a\\\\'");
    }

    @Test
    void anyTextInAMessageIsShortenedAndEscaped() {
        assertThat(Identifiers.shown("plain")).isEqualTo("plain");
        assertThat(Identifiers.shown("a\nb")).isEqualTo("a\\u000Ab");
        assertThat(Identifiers.shown("\uE000\u0378\uFFFF")).isEqualTo("\\uE000\\u0378\\uFFFF");
        assertThat(Identifiers.shown(" \uD83E\uDEE8 ")).isEqualTo(" \uD83E\uDEE8 ");
        assertThat(Identifiers.shown("x".repeat(81))).isEqualTo("x".repeat(80) + "…");
    }
}
