package dev.laurel.account;

/**
 * What the terms of a program let be known of an account's future, so that no event looks for it again: until when nothing happens by
 * itself, and until when all that is counted matters. It is no part of what accounts are equal by, and is not written down.
 *
 * @param by stands for the terms, by identity
 * @param quietUntil nothing happens by itself before this instant, in microseconds since 1970; it may be earlier than what does
 * @param countsUntil the first day of the account's present on which something counted may not matter any more; days count from 1970
 * @param countsUntilEarliest the first day of the earliest event that would still be accepted by which that may be
 */
public record Outlook(Object by, long quietUntil, long countsUntil, long countsUntilEarliest) {}
