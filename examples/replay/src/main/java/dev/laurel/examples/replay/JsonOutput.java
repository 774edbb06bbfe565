package dev.laurel.examples.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file of JSON, UTF-8, one value a line, LF on every system: equal runs write equal bytes. */
final class JsonOutput implements AutoCloseable {
    private static final JsonFactory JSON =
            new JsonFactoryBuilder().rootValueSeparator((String) null).build();

    private final JsonGenerator generator;

    private JsonOutput(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Writes a file, gzipped if its name ends in .gz. */
    static JsonOutput to(Path file) throws IOException {
        return new JsonOutput(JSON.createGenerator(TextFile.writer(file)));
    }

    /** Writes to what somebody else closes. */
    static JsonOutput to(Writer open) throws IOException {
        return new JsonOutput(JSON.createGenerator(open).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET));
    }

    /** What writes the values. */
    JsonGenerator generator() {
        return generator;
    }

    void endLine() throws IOException {
        generator.writeRaw('\n');
    }

    /** Writes an instant as ISO 8601, or null. */
    void writeInstant(String name, @Nullable Instant instant) throws IOException {
        generator.writeStringField(name, instant == null ? null : instant.toString());
    }

    @Override
    public void close() throws IOException {
        generator.close();
    }
}
