package dev.laurel.examples.replay.sample;

import java.time.Instant;

/**
 * Something that happened to a customer.
 *
 * @param kind of what kind
 * @param id its id, unique among those of the customer
 * @param customer the customer
 * @param at when
 * @param written when it was written down, which is later where a till was cut off
 * @param details what else is known of it
 */
record Event(EventKind kind, String id, Person customer, Instant at, Instant written, Details details) {}
