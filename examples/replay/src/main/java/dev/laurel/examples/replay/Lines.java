package dev.laurel.examples.replay;

import java.io.Closeable;
import java.io.IOException;

/** The lines of a history, one after the other. */
interface Lines extends Closeable {
    /** Moves to the next line, if there is one. */
    boolean next() throws IOException;

    /** The number of the line, from 1. */
    long number();

    /** The line, without its end, good until the next. */
    LineBytes line() throws BadInputException;
}
