package dev.laurel.examples.replay;

import dev.laurel.time.Timestamps;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The lines of a history that tell events, in their order. */
final class EventLines {
    private final HistorySource source;
    private final LineReader reader;
    private final BadLines badLines;
    private final boolean readsWhole;
    private @Nullable Instant latest;

    /** Takes the lines. */
    @FunctionalInterface
    interface Sink {
        void take(HeadedLine line) throws ReplayException;
    }

    /**
     * The lines of one history.
     *
     * @param readsWhole whether each line is read as a whole, so that a bad one says nothing of the latest event
     */
    EventLines(HistorySource source, LineReader reader, BadLines badLines, boolean readsWhole) {
        this.source = source;
        this.reader = reader;
        this.badLines = badLines;
        this.readsWhole = readsWhole;
    }

    /**
     * Reads the history once, up to a bad line that ends the run.
     *
     * @param progress told how much of the history was read each time
     */
    void readInto(Sink sink, LongConsumer progress) throws ReplayException {
        long line = 0;
        try (Lines lines = source.open(progress)) {
            while (lines.next() && !badLines.endBefore(lines.number())) {
                line = lines.number();
                Optional<HeadedLine> headed = headed(lines);
                if (headed.isPresent()) {
                    remember(headed.get().heading().at());
                    sink.take(headed.get());
                }
            }
        } catch (IOException e) {
            throw new ReplayException(source.name() + ":" + (line + 1) + ": cannot be read: " + e, e);
        }
    }

    private Optional<HeadedLine> headed(Lines lines) {
        try {
            LineBytes line = lines.line();
            Optional<Heading> heading = reader.heading(line);
            return heading.isEmpty()
                            || (readsWhole && reader.read(heading.get(), line).isEmpty())
                    ? Optional.empty()
                    : Optional.of(new HeadedLine(lines.number(), heading.get(), line));
        } catch (BadInputException e) {
            badLines.add(lines.number(), e);
            return Optional.empty();
        }
    }

    /** An instant that no event may carry is refused with its event, and must not decide until when the run goes. */
    private void remember(Instant at) {
        boolean possible = !at.isBefore(Timestamps.MIN) && !at.isAfter(Timestamps.MAX);
        if (possible && (latest == null || at.isAfter(latest))) {
            latest = at;
        }
    }

    /** The latest instant of an event that was read, if there was one. */
    Optional<Instant> latest() {
        return Optional.ofNullable(latest);
    }
}
