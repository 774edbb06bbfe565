package dev.laurel.examples.replay;

import java.util.Optional;

/** Makes events of the lines of a file, which it is given one after the other. */
interface LineReader {
    /** What the line says, or nothing for a header, a blank line, and an event that is later than the run reads. */
    Optional<Arrival> read(String line) throws BadInputException;
}
