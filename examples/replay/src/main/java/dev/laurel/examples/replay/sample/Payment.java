package dev.laurel.examples.replay.sample;

/**
 * A part of what is paid.
 *
 * @param method by what
 * @param cents how much, more than nothing
 */
record Payment(String method, long cents) {}
