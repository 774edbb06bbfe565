package dev.laurel.examples.replay;

import dev.laurel.examples.replay.sample.SampleHistory;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;

/** Writes a made-up history as the tool reads it: JSON Lines, UTF-8, LF on every system, gzipped if the name says so. */
final class SampleFile {
    private SampleFile() {}

    static void write(Path file, SampleHistory history) throws IOException {
        try (Writer text = TextFile.writer(file)) {
            for (String line : history) {
                text.write(line);
                text.write('\n');
            }
        }
    }
}
