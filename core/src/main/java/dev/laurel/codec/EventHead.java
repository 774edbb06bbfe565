package dev.laurel.codec;

import java.time.Instant;

/**
 * What every event begins with.
 *
 * @param id its id, or empty if that follows from the rest
 * @param customer the host's id of the customer
 * @param at when it happened
 */
record EventHead(String id, String customer, Instant at) {}
