package dev.laurel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** TESTING.md says what the tags of invariants, known failures and published numbers stand for: it and the tests must agree. */
class LegendTest {
    private static final String ID = "(?:I|K|TV-)\\d+";
    private static final Pattern LINE = Pattern.compile("^\\| (" + ID + ") \\| (.+) \\|$", Pattern.MULTILINE);
    private static final Pattern TAG = Pattern.compile("@Tag\\(\\s*\"(" + ID + ")\"\\s*\\)");

    private static List<MatchResult> lines() throws IOException {
        return LINE.matcher(Files.readString(Path.of("TESTING.md"))).results().toList();
    }

    private static SortedSet<String> tags() throws IOException {
        SortedSet<String> tags = new TreeSet<>();
        for (String source : TestSources.all()) {
            TAG.matcher(source).results().forEach(tag -> tags.add(tag.group(1)));
        }
        return tags;
    }

    @Test
    void theLegendHasALineForEachTagThatATestHasAndNoOther() throws IOException {
        Set<String> explained = new TreeSet<>();
        lines().forEach(line -> explained.add(line.group(1)));
        assertThat(explained).hasSizeGreaterThan(80).isEqualTo(tags());
    }

    @Test
    void theLegendExplainsEachTagOnce() throws IOException {
        assertThat(lines().stream().map(line -> line.group(1))).doesNotHaveDuplicates();
        assertThat(lines().stream().map(line -> line.group(2))).doesNotHaveDuplicates();
    }
}
