package dev.laurel.examples.benchmarks.shop;

import java.time.Month;

/**
 * Somebody who takes part.
 *
 * @param index the member's place among all members, from 0
 * @param id the member's id
 * @param birthMonth the month of the birthday
 */
public record Member(int index, String id, Month birthMonth) {}
