package dev.laurel.examples.replay.scratch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
    @TempDir
    private Path directory;

    private long files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static String read(Spool spool) throws IOException {
        try (InputStream in = spool.open()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1_000})
    void aSpoolGivesWhatWasWrittenHoweverLittleItHolds(int bytesInMemory) throws IOException {
        try (Scratch scratch = new Scratch(directory, bytesInMemory)) {
            Spool spool = scratch.spool();
            StringBuilder expected = new StringBuilder();
            for (int i = 0; i < 100; i++) {
                String text = "x".repeat(i % 7) + i;
                spool.write(text.getBytes(UTF_8));
                spool.write('\n');
                expected.append(text).append('\n');
            }

            assertThat(read(spool)).isEqualTo(expected.toString());
            assertThat(spool.size()).isEqualTo(expected.length());
            assertThat(files()).isEqualTo(bytesInMemory == 1_000 ? 0 : 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16_384, 40_000, 100_000, 1_000_000})
    void aSpoolGivesWhatWasWrittenHoweverMuchItHolds(int bytesInMemory) throws IOException {
        try (Scratch scratch = new Scratch(directory, bytesInMemory)) {
            Spool spool = scratch.spool();
            StringBuilder expected = new StringBuilder();
            for (int i = 0; i < 20_000; i++) {
                String text = "x".repeat(i % 7) + i + (i % 5_000 == 0 ? "y".repeat(30_000) : "");
                spool.write(text.getBytes(UTF_8));
                expected.append(text);
            }

            assertThat(read(spool)).isEqualTo(expected.toString());
            assertThat(spool.size()).isEqualTo(expected.length());
            assertThat(files()).isEqualTo(bytesInMemory == 1_000_000 ? 0 : 1);

            spool.clear();
            spool.write("again".getBytes(UTF_8));

            assertThat(read(spool)).isEqualTo("again");
        }
    }

    @Test
    void aSpoolThatIsClearedIsEmptyAndGivesItsFileBack() throws IOException {
        try (Scratch scratch = new Scratch(directory, 2)) {
            Spool spool = scratch.spool();
            spool.write("abcdef".getBytes(UTF_8));

            spool.clear();

            assertThat(files()).isZero();
            assertThat(spool.size()).isZero();
            assertThat(read(spool)).isEmpty();
        }
    }

    @Test
    void aScratchThatIsClosedLeavesNothing() throws IOException {
        try (Scratch scratch = new Scratch(directory, 2)) {
            scratch.spool().write("abcdef".getBytes(UTF_8));
            scratch.spool().write("ghijkl".getBytes(UTF_8));
            assertThat(files()).isEqualTo(2);
        }

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aScratchThatIsClosedMakesNoFileAnyMore() {
        Scratch scratch = new Scratch(directory, 2);
        Spool spool = scratch.spool();

        scratch.close();

        assertThatThrownBy(() -> spool.write("abcdef".getBytes(UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessage("the run is over");
        assertThat(directory).isEmptyDirectory();
    }
}
