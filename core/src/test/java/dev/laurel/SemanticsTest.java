package dev.laurel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;

import com.google.common.base.CaseFormat;
import com.google.common.collect.Multimaps;
import com.google.common.collect.SortedSetMultimap;
import com.google.common.collect.TreeMultimap;
import dev.laurel.decision.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * SEMANTICS.md says of each clause whether it is built, tests say which clauses they prove, and {@link Refusal} which codes
 * there are: all three must agree.
 */
class SemanticsTest {
    private static final Path ROOT = Path.of("..");

    /** The last clause of each family. Ids stay, so numbers only ever grow. */
    private static final List<String> LAST_OF_EACH_FAMILY =
            List.of("D7", "T4", "N4", "E7", "L9", "A12", "Q7", "R5", "V5", "G4", "P4", "X3", "F3");

    /** Tags of other families, such as TV-01 or I22, do not look like this. */
    private static final String ID = "[DTNELAQRVGPXF]\\d+";

    private static final Pattern IDS = Pattern.compile("\\b" + ID + "\\b");
    private static final Pattern HEADING = Pattern.compile("^### (.+)$", Pattern.MULTILINE);
    private static final Pattern CLAUSE = Pattern.compile(
            "^### (" + ID + ")\\. .+\n\n\\*(Built|In part|Not yet)(; missing: [^*]+)?\\.\\*$", Pattern.MULTILINE);
    private static final Pattern TAG = Pattern.compile("@Tag\\(\\s*\"(" + ID + ")\"\\s*\\)");
    private static final Pattern CODE =
            Pattern.compile("^\\| `([A-Z_]+)` \\| (yes|not yet) \\| .+ \\|$", Pattern.MULTILINE);

    private record Clause(String id, String status, boolean saysWhatIsMissing) {}

    private static String page() {
        return read(Path.of("SEMANTICS.md"));
    }

    private static String section(String heading) {
        String[] parts = page().split("(?m)^## " + heading + "$", -1);
        assertThat(parts).as("the page and its section '%s'", heading).hasSize(2);
        return parts[1].split("(?m)^## ", 2)[0];
    }

    private static List<Clause> clauses() {
        return CLAUSE.matcher(page())
                .results()
                .map(clause -> new Clause(clause.group(1), clause.group(2), clause.group(3) != null))
                .toList();
    }

    private static List<String> ids(List<Clause> clauses) {
        return clauses.stream().map(Clause::id).toList();
    }

    /** The clauses that tests name, each with the files in which they do. */
    private static SortedSetMultimap<String, String> tested() throws IOException {
        SortedSetMultimap<String, String> files = TreeMultimap.create();
        TestSources.byFile()
                .forEach((path, text) -> TAG.matcher(text)
                        .results()
                        .forEach(tag ->
                                files.put(tag.group(1), path.getFileName().toString())));
        return files;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nested
    class Clauses {
        @Test
        void allClausesAreThereInTheirOrder() {
            List<String> all = LAST_OF_EACH_FAMILY.stream()
                    .flatMap(last -> IntStream.rangeClosed(1, Integer.parseInt(last.substring(1)))
                            .mapToObj(number -> last.substring(0, 1) + number))
                    .toList();
            assertThat(ids(clauses())).isEqualTo(all);
        }

        @Test
        void everyClauseHasANameAndAStatus() {
            List<String> headings = HEADING.matcher(page())
                    .results()
                    .map(heading -> heading.group(1).split("\\. ", 2)[0])
                    .toList();
            assertThat(ids(clauses())).isEqualTo(headings);
        }

        @Test
        void clausesSayWhatIsMissingExactlyIfTheyAreBuiltInPart() {
            assertThat(clauses())
                    .allSatisfy(clause -> assertThat(clause.saysWhatIsMissing())
                            .isEqualTo(clause.status().equals("In part")));
        }
    }

    @Nested
    class Tests {
        @Test
        void testsAreFoundInAllModules() throws IOException {
            assertThat(TestSources.directories())
                    .contains(
                            ROOT.resolve("core/src/test/java"),
                            ROOT.resolve("core/testkit/src/test/java"),
                            ROOT.resolve("rules-dsl/src/test/java"),
                            ROOT.resolve("examples/programs/src/test/java"));
        }

        @Test
        void testsNameOnlyClausesThatThePageHas() throws IOException {
            List<String> known = ids(clauses());
            assertThat(Multimaps.filterKeys(tested(), id -> !known.contains(id)).asMap())
                    .as("clauses that SEMANTICS.md does not have, and the tests that name them")
                    .isEmpty();
        }

        @Test
        void testsProveEachClauseThatIsBuiltOrBuiltInPart() throws IOException {
            List<Clause> claimed = clauses().stream()
                    .filter(clause -> !clause.status().equals("Not yet"))
                    .toList();
            List<String> unproved = new ArrayList<>(ids(claimed));
            unproved.removeAll(tested().keySet());
            assertThat(unproved)
                    .as("clauses that SEMANTICS.md calls built, at least in part, and that no test names")
                    .isEmpty();
        }

        @Test
        void testsAreMissingExactlyForTheClausesOfWhichThePageSaysSo() throws IOException {
            List<String> without = new ArrayList<>(ids(clauses()));
            without.removeAll(tested().keySet());
            List<String> listed = IDS.matcher(section("Clauses without a test"))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(listed)
                    .as("clauses that SEMANTICS.md lists as without a test")
                    .isEqualTo(without);
        }
    }

    @Nested
    class RefusalCodes {
        /** Types that say with other facts what another says, and so have its code. */
        private static final Map<Class<?>, String> SHARED =
                Map.of(Refusal.ExceedsWorth.class, "EXCEEDS_REDEMPTION", Refusal.TooManyPoints.class, "OVERFLOW");

        @Test
        void refusalCodesAreTheNamesOfTheirTypes() {
            assertThat(Refusal.class.getPermittedSubclasses())
                    .isNotEmpty()
                    .allSatisfy(type -> assertThat(((Refusal) mock(type, CALLS_REAL_METHODS)).code())
                            .isEqualTo(codeOf(type)));
        }

        @Test
        void refusalCodesThatAreThereAreThoseThatThePageMarks() {
            List<String> marked = CODE.matcher(section("Refusal codes"))
                    .results()
                    .filter(row -> row.group(2).equals("yes"))
                    .map(row -> row.group(1))
                    .toList();
            assertThat(marked)
                    .as("codes that SEMANTICS.md marks as there")
                    .containsExactlyInAnyOrderElementsOf(Stream.of(Refusal.class.getPermittedSubclasses())
                            .map(RefusalCodes::codeOf)
                            .distinct()
                            .toList());
        }

        private static String codeOf(Class<?> type) {
            String shared = SHARED.get(type);
            return shared != null
                    ? shared
                    : CaseFormat.UPPER_CAMEL.to(CaseFormat.UPPER_UNDERSCORE, type.getSimpleName());
        }
    }
}
