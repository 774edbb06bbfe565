package dev.laurel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A test's name is read alone in a report, so it begins with its subject. */
class TestNamesTest {
    private static final Pattern TEST =
            Pattern.compile("\\n +@(?:Test|ParameterizedTest|Property|Example|RepeatedTest)\\b"
                    + "(?:(?!\\n +(?:@Test|@Property|@Nested|class |}))[\\s\\S])*?\\n +void (([a-z]+)\\w*)\\(");

    /** Words that begin no sentence with a subject, and are no subject themselves. */
    private static final Set<String> NO_SUBJECT = Set.of(
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
            "can",
            "cannot",
            "may",
            "must",
            "does",
            "do",
            "did",
            "takes",
            "take",
            "refuses",
            "refuse",
            "gives",
            "give",
            "needs",
            "need",
            "keeps",
            "keep",
            "says",
            "say",
            "tells",
            "tell",
            "leaves",
            "describes",
            "of",
            "with",
            "by",
            "to",
            "in",
            "as",
            "and",
            "or",
            "that",
            "which",
            "whose",
            "when",
            "where",
            "also",
            "then",
            "never",
            "always",
            "not");

    private static List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (String source : TestSources.all()) {
            TEST.matcher(source).results().forEach(test -> names.add(test.group(1)));
        }
        return names;
    }

    @Test
    void everyTestBeginsWithItsSubject() throws IOException {
        List<String> names = names();
        assertThat(names).hasSizeGreaterThan(1_500);
        assertThat(names.stream()
                        .filter(name -> NO_SUBJECT.contains(name.split("(?=[A-Z])", 2)[0]))
                        .toList())
                .as("tests whose names do not say what they are about")
                .isEmpty();
    }

    @Test
    void jqwikPassesOverNoPropertyBecauseOfATagOfJUnit() throws IOException {
        // It skips what has annotations of both, and says so in a warning that nobody reads.
        List<String> properties = TestSources.all().stream()
                .filter(source -> source.contains("\nimport net.jqwik.api.Property;"))
                .toList();
        assertThat(properties).hasSizeGreaterThan(20);
        assertThat(properties).noneMatch(source -> source.contains("\nimport org.junit.jupiter.api.Tag;"));
    }
}
