package dev.laurel.examples.replay.sample;

/**
 * A part of a line that is brought back.
 *
 * @param number the number of the line in its basket, from 1
 * @param quantity how many units, or 0 where only money is given back
 * @param cents how much is given back for them, without tax
 * @param withTax whether it is said with its tax, where only money is given back
 */
record ReturnedLine(int number, int quantity, long cents, boolean withTax) {}
