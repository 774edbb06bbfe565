package dev.laurel.examples.replay;

import dev.laurel.decision.Refusal;

/**
 * An event that was not accepted.
 *
 * @param id its id as written
 * @param refusal why
 */
record RefusedEvent(String id, Refusal refusal) {}
