package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P3")
class MarkdownTest {
    @Nested
    class Escaped {
        @ParameterizedTest
        @CsvSource(quoteCharacter = '"', textBlock = """
            a | b,                       a \\| b
            \\|,                         \\\\\\|
            `code`,                      \\`code\\`
            *bold* _italic_,             \\*bold\\* \\_italic\\_
            ![image](file:/x),           !\\[image\\](file:\\/x)
            <b>&lt;,                     \\<b\\>\\&lt;
            # heading,                   \\# heading
            ~~gone~~ $x$ {{ y }},        \\~\\~gone\\~\\~ \\$x\\$ \\{\\{ y \\}\\}
            https://example.org,         https:\\//example.org
            WWW.example.org,             WWW\\.example.org
            """)
        void anEscapedTextMeansNothingButItself(String text, String escaped) {
            assertThat(Markdown.escaped(text)).isEqualTo(escaped);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "the order is at least USD 20.00", "(a or b)", "raw. w. 1/2", "Größe 5 – für alle 🎁"})
        void anEscapedTextStaysReadable(String text) {
            assertThat(Markdown.escaped(text)).isEqualTo(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\n", "\r", "\t", "\u0085", "\u2028", "\u2029", "\u202E", "\u200B", "\uD800"})
        void anEscapedTextHasASpaceForWhatCannotBeSeen(String character) {
            assertThat(Markdown.escaped("a" + character + "b")).isEqualTo("a b");
        }
    }

    @Nested
    class Blocks {
        @Test
        void blocksStandApart() {
            Markdown markdown = new Markdown();
            markdown.heading(2, "Title");
            markdown.block(Markdown.item(0, "one") + "\n" + Markdown.item(1, "two"));
            assertThat(markdown.text()).isEqualTo("## Title\n\n- one\n  - two\n");
        }
    }

    @Nested
    class Table {
        @Test
        void aTableLeavesOutColumnsWithoutContent() {
            MarkdownTable table = new MarkdownTable("Name", "Never", "Sometimes");
            table.row("a", "", "");
            table.row("b", "", "c");
            assertThat(table.text()).isEqualTo("| Name | Sometimes |\n| --- | --- |\n| a | - |\n| b | c |");
        }
    }
}
