package dev.laurel.service;

import java.time.Instant;

/**
 * An account for which time is to be written down, see {@link AccountStore#due}.
 *
 * @param customer the host's id of the customer
 * @param at from when on
 */
public record DueAccount(String customer, Instant at) {}
