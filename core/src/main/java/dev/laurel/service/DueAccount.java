package dev.laurel.service;

import java.time.Instant;

/**
 * An account to which something happens by itself.
 *
 * @param customer the host's id of the customer
 * @param at when it does
 */
public record DueAccount(String customer, Instant at) {}
