package dev.laurel.examples.replay;

import dev.laurel.examples.replay.sample.SampleHistory;
import java.util.Iterator;
import java.util.function.LongConsumer;

/**
 * A history that was made up, and needs no file.
 *
 * @param name how messages name it
 * @param history the history
 */
record SampleSource(String name, SampleHistory history) implements HistorySource {
    @Override
    public Lines open(LongConsumer progress) {
        return new SampleLines(history.iterator(), progress);
    }

    @Override
    public Progress progress() {
        return Progress.ofEvents(history.size());
    }

    private static final class SampleLines implements Lines {
        private final Iterator<String> lines;
        private final LongConsumer progress;
        private String text = "";
        private long number;

        SampleLines(Iterator<String> lines, LongConsumer progress) {
            this.lines = lines;
            this.progress = progress;
        }

        @Override
        public boolean next() {
            if (!lines.hasNext()) {
                return false;
            }
            text = lines.next();
            number++;
            progress.accept(1);
            return true;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public LineBytes line() {
            return LineBytes.of(text);
        }

        @Override
        public void close() {
            // There is nothing that was opened.
        }
    }
}
