package dev.laurel.examples.replay;

import java.io.IOException;
import java.util.function.LongConsumer;

/** Where the lines of a history come from. */
interface HistorySource {
    /** How messages name it. */
    String name();

    /**
     * Its lines, from the first.
     *
     * @param progress told how much of it was read each time, in the unit of its progress
     */
    Lines open(LongConsumer progress) throws IOException;

    /** Shows how much of it was read. */
    Progress progress() throws ReplayException;
}
