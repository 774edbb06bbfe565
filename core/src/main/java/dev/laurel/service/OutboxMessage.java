package dev.laurel.service;

import dev.laurel.decision.PostedEvent;

/**
 * Something that was committed and that nobody has yet said to be delivered.
 *
 * @param id its number in the outbox
 * @param key the account
 * @param posted the event, as it is in the journal by now: an erasure leaves of it what it leaves there
 */
public record OutboxMessage(long id, AccountKey key, PostedEvent posted) {}
