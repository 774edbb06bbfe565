package dev.laurel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs after the unit tests, since it reads their reports. */
class PropertiesRanIT {

    @TempDir
    private Path directory;

    @Test
    void everyPropertiesClassRanInThisBuild() {
        assertThat(PropertiesRan.inThisModule()).isPositive();
        assertThat(PropertiesRan.notRunInThisBuild())
                .as("*Properties classes without a run in this build (-DskipITs when only some tests are wanted)")
                .isEmpty();
    }

    @Test
    void aClassWithoutAReportIsNoticed() throws IOException {
        givenPropertiesClass();
        assertThat(PropertiesRan.notRun(directory, directory, Instant.EPOCH)).containsExactly("a.FewProperties");
    }

    @Test
    void aBuildWithoutAnyReportIsNoticed() throws IOException {
        givenPropertiesClass();
        assertThat(PropertiesRan.notRun(directory, directory.resolve("missing"), Instant.EPOCH))
                .containsExactly("a.FewProperties");
    }

    @Test
    void aClassWhosePropertiesWereSkippedIsNoticed() throws IOException {
        givenPropertiesClass();
        givenReport("a.FewProperties", 2, 2);
        assertThat(PropertiesRan.notRun(directory, directory, Instant.EPOCH)).containsExactly("a.FewProperties");
    }

    @Test
    void theReportOfAnEarlierBuildDoesNotCount() throws IOException {
        givenPropertiesClass();
        givenReport("a.FewProperties", 2, 0);
        assertThat(PropertiesRan.notRun(directory, directory, Instant.parse("2999-01-01T00:00:00Z")))
                .containsExactly("a.FewProperties");
    }

    @Test
    void aClassThatRanIsNotReported() throws IOException {
        givenPropertiesClass();
        givenReport("a.FewProperties", 2, 1);
        assertThat(PropertiesRan.notRun(directory, directory, Instant.EPOCH)).isEmpty();
    }

    @Test
    void aClassWhoseGroupsRanIsNotReported() throws IOException {
        givenPropertiesClass();
        givenReport("a.FewProperties$OfMoney", 2, 0);
        assertThat(PropertiesRan.notRun(directory, directory, Instant.EPOCH)).isEmpty();
    }

    private void givenPropertiesClass() throws IOException {
        Files.createFile(Files.createDirectory(directory.resolve("a")).resolve("FewProperties.class"));
    }

    private void givenReport(String name, int tests, int skipped) throws IOException {
        String suite = "<testsuite name=\"%s\" time=\"0.1\" tests=\"%d\" errors=\"0\" skipped=\"%d\" failures=\"0\">";
        Files.writeString(directory.resolve("TEST-" + name + ".xml"), suite.formatted(name, tests, skipped));
    }
}
