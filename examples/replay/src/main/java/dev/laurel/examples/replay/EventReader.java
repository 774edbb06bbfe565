package dev.laurel.examples.replay;

/** Makes events of lines, and lets them run. */
final class EventReader {
    private final LineReader reader;
    private final BadLines badLines;

    EventReader(LineReader reader, BadLines badLines) {
        this.reader = reader;
        this.badLines = badLines;
    }

    /** Fails for the bad line that ends the run, if there is one. */
    void requireNoEnd() throws ReplayException {
        badLines.requireNoEnd();
    }

    /** Reads a line, unless the run ends before it, and gives a fold its event. */
    void readInto(Fold fold, HeadedLine line) {
        if (!badLines.endBefore(line.number())) {
            try {
                reader.read(line.heading(), line.line()).ifPresent(fold::take);
            } catch (BadInputException e) {
                badLines.add(line.number(), e);
            }
        }
    }
}
