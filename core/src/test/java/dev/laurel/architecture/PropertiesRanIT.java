package dev.laurel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves that the classes named {@code *Properties} ran: a test run that leaves them out looks just like one in which
 * they pass. Runs after the unit tests and reads their reports.
 */
class PropertiesRanIT {

    private static final Pattern COUNTS =
            Pattern.compile("<testsuite [^>]*?\\btests=\"(\\d+)\"[^>]*?\\bskipped=\"(\\d+)\"");

    @TempDir
    private Path directory;

    @Test
    void everyPropertiesClassRanInThisBuild() throws URISyntaxException {
        Path testClasses = Path.of(PropertiesRanIT.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Instant buildStart = Optional.ofNullable(System.getProperty("laurel.build.started"))
                .map(Instant::parse)
                .orElse(Instant.EPOCH);

        assertThat(propertiesClassesIn(testClasses)).isNotEmpty();
        assertThat(notRun(testClasses, testClasses.resolveSibling("surefire-reports"), buildStart))
                .as("*Properties classes without a run in this build (-DskipITs when only some tests are wanted)")
                .isEmpty();
    }

    @Test
    void aClassWithoutAReportIsNoticed() throws IOException {
        givenPropertiesClass();
        assertThat(notRun(directory, directory, Instant.EPOCH)).containsExactly("a.FewProperties");
    }

    @Test
    void aBuildWithoutAnyReportIsNoticed() throws IOException {
        givenPropertiesClass();
        assertThat(notRun(directory, directory.resolve("missing"), Instant.EPOCH))
                .containsExactly("a.FewProperties");
    }

    @Test
    void aClassWhosePropertiesWereSkippedIsNoticed() throws IOException {
        givenPropertiesClass();
        givenReport("a.FewProperties", 2, 2);
        assertThat(notRun(directory, directory, Instant.EPOCH)).containsExactly("a.FewProperties");
    }

    @Test
    void theReportOfAnEarlierBuildDoesNotCount() throws IOException {
        givenPropertiesClass();
        givenReport("a.FewProperties", 2, 0);
        assertThat(notRun(directory, directory, Instant.parse("2999-01-01T00:00:00Z")))
                .containsExactly("a.FewProperties");
    }

    @Test
    void aClassThatRanIsNotReported() throws IOException {
        givenPropertiesClass();
        givenReport("a.FewProperties", 2, 1);
        assertThat(notRun(directory, directory, Instant.EPOCH)).isEmpty();
    }

    @Test
    void aClassWhoseGroupsRanIsNotReported() throws IOException {
        givenPropertiesClass();
        givenReport("a.FewProperties$OfMoney", 2, 0);
        assertThat(notRun(directory, directory, Instant.EPOCH)).isEmpty();
    }

    private void givenPropertiesClass() throws IOException {
        Files.createFile(Files.createDirectory(directory.resolve("a")).resolve("FewProperties.class"));
    }

    private void givenReport(String name, int tests, int skipped) throws IOException {
        String suite = "<testsuite name=\"%s\" time=\"0.1\" tests=\"%d\" errors=\"0\" skipped=\"%d\" failures=\"0\">";
        Files.writeString(directory.resolve("TEST-" + name + ".xml"), suite.formatted(name, tests, skipped));
    }

    private static List<String> notRun(Path testClasses, Path reports, Instant buildStart) {
        return propertiesClassesIn(testClasses).stream()
                .filter(name -> testsRun(name, reports, buildStart) == 0)
                .toList();
    }

    private static List<String> propertiesClassesIn(Path testClasses) {
        try (Stream<Path> files = Files.walk(testClasses)) {
            return files.map(it -> testClasses.relativize(it).toString())
                    .filter(it -> it.endsWith("Properties.class") && !it.contains("$"))
                    .map(it -> it.substring(0, it.length() - ".class".length()).replaceAll("[/\\\\]", "."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int testsRun(String className, Path reports, Instant buildStart) {
        if (!Files.isDirectory(reports)) {
            return 0;
        }
        Pattern report = Pattern.compile("TEST-" + Pattern.quote(className) + "(\\$.*)?\\.xml");
        try (Stream<Path> files = Files.list(reports)) {
            return files.filter(
                            it -> report.matcher(it.getFileName().toString()).matches())
                    .filter(it -> !modified(it).isBefore(buildStart))
                    .mapToInt(PropertiesRanIT::testsRun)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int testsRun(Path report) {
        try {
            Matcher counts = COUNTS.matcher(Files.readString(report));
            return counts.find() ? Integer.parseInt(counts.group(1)) - Integer.parseInt(counts.group(2)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
