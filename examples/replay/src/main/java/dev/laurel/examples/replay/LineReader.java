package dev.laurel.examples.replay;

import java.util.Optional;

/**
 * Makes events of the lines of a history. Headings are read of one line after the other by one thread; after that the lines can be read
 * in any order by any number of threads.
 */
interface LineReader {
    /** What a line tells at a glance, or nothing for a blank one and for the header of a table. */
    Optional<Heading> heading(LineBytes line) throws BadInputException;

    /** The event that a line tells, or nothing if it is later than the run reads. */
    Optional<Arrival> read(Heading heading, LineBytes line) throws BadInputException;
}
