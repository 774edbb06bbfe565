package dev.laurel.examples.replay;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Text files as the tool also reads them: UTF-8, gzipped if the name ends in .gz. */
final class TextFile {
    private TextFile() {}

    static Writer writer(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(bytes(file), StandardCharsets.UTF_8));
    }

    /** Takes the bytes of the text. */
    static OutputStream bytes(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        try {
            return new BufferedOutputStream(file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out);
        } catch (IOException e) {
            out.close();
            throw e;
        }
    }
}
