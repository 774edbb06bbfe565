package dev.laurel.examples.replay;

import java.time.Instant;

/**
 * What is read of a line before the line itself is: enough to put it where it belongs.
 *
 * @param customer the customer as written
 * @param at when it happened
 * @param row the number of the row in a table, from 1; 0 for lines that no number is asked of
 */
record Heading(String customer, Instant at, long row) {}
