package dev.laurel.examples.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * A history in a file.
 *
 * @param file the file, plain or gzipped
 */
record FileSource(Path file) implements HistorySource {
    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public Lines open(LongConsumer progress) throws IOException {
        return TextLines.open(file, progress);
    }

    @Override
    public Progress progress() throws ReplayException {
        return Progress.of(file);
    }
}
