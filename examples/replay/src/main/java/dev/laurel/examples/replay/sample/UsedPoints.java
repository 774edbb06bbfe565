package dev.laurel.examples.replay.sample;

/**
 * Points that were given for a reward.
 *
 * @param redemption the id of the event that took them, a redemption or a capture
 * @param points how many
 */
record UsedPoints(String redemption, int points) {}
