package dev.laurel.examples.replay;

import dev.laurel.time.Timestamps;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The events in the lines of a history. */
final class EventLines {
    private final HistorySource source;
    private final LineReader reader;
    private final BadLines badLines;
    private @Nullable Instant latest;

    EventLines(HistorySource source, LineReader reader, BadLines badLines) {
        this.source = source;
        this.reader = reader;
        this.badLines = badLines;
    }

    /**
     * Reads the history once, and gives a runner its events.
     *
     * @param progress told how much of the history was read each time
     */
    void readInto(Runner runner, LongConsumer progress) throws ReplayException, InterruptedException {
        long line = 0;
        try (Lines lines = source.open(progress)) {
            while (lines.next()) {
                line = lines.number();
                Optional<Arrival> arrival = arrivalOf(lines);
                if (arrival.isPresent()) {
                    remember(arrival.get().at());
                    runner.take(arrival.get());
                }
            }
        } catch (IOException e) {
            throw new ReplayException(source.name() + ":" + (line + 1) + ": cannot be read: " + e, e);
        }
    }

    private Optional<Arrival> arrivalOf(Lines lines) throws ReplayException {
        try {
            return reader.read(lines.text());
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
