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
            "917505, E0001"
        })
        void forbiddenCharactersAreNamedByCodePointAndPlace(int codePoint, String hex) {
            String id = "ab" + Character.toString(codePoint) + "c";
            refused(
                    () -> Identifiers.hostId("customer id", id),
                    "customer id must not hold control, format or unpaired surrogate characters, but had U+" + hex
                            + " at index 2");
        }

        @Test
        void forbiddenCharactersIncludeEachHalfOfAPairAlone() {
            refused(
                    () -> Identifiers.hostId("SKU", "a\uD83D"),
                    "SKU must not hold control, format or unpaired surrogate characters, but had U+D83D at index 1");
            refused(
                    () -> Identifiers.hostId("SKU", "\uDE00a"),
                    "SKU must not hold control, format or unpaired surrogate characters, but had U+DE00 at index 0");
            refused(
                    () -> Identifiers.hostId("SKU", "\uDE00\uD83D"),
                    "SKU must not hold control, format or unpaired surrogate characters, but had U+DE00 at index 0");
            refused(
                    () -> Identifiers.hostId("SKU", "\uD83D\uD83D\uDE00"),
                    "SKU must not hold control, format or unpaired surrogate characters, but had U+D83D at index 0");
        }

        @Test
        void forbiddenCharactersAreFoundAfterAPairToo() {
            refused(
                    () -> Identifiers.hostId("SKU", "\uD83D\uDE00\n"),
                    "SKU must not hold control, format or unpaired surrogate characters, but had U+000A at index 2");
        }

        @Test
        void forbiddenCharactersIncludeTheJoinerOfAFamilyOfEmojiForItCannotBeSeen() {
            refused(
                    () -> Identifiers.hostId("SKU", "\uD83D\uDC68\u200D\uD83D\uDC69"),
                    "SKU must not hold control, format or unpaired surrogate characters, but had U+200D at index 2");
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
        assertThat(Identifiers.shown("x".repeat(81))).isEqualTo("x".repeat(80) + "…");
    }
}
