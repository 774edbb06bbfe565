package dev.laurel.examples.replay;

import dev.laurel.examples.replay.sample.SampleHistory;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes a made-up history as the tool reads it: JSON Lines, UTF-8, LF on every system, gzipped if the name says so. */
final class SampleFile {
    private SampleFile() {}

    static void write(Path file, SampleHistory history) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                OutputStream bytes = file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out;
                BufferedWriter text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            for (String line : history) {
                text.write(line);
                text.write('\n');
            }
        }
    }
}
