package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

@Tag("P3")
class MarkdownProperties {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(\\p{Punct})");
    private static final Pattern MARK = Pattern.compile("[\\\\`*_\\[\\]{}<>#|~&$\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    @Property
    void anEscapedTextHasNoMarksAndIsReadAsTheTextItself(@ForAll String text) {
        String escaped = Markdown.escaped(text);
        assertThat(ESCAPE.matcher(escaped).replaceAll("")).doesNotContainPattern(MARK);
        assertThat(ESCAPE.matcher(escaped).replaceAll("$1"))
                .isEqualTo(text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", " "));
    }
}
