package dev.laurel.engine.plan;

/**
 * Where a tier stands in a program.
 *
 * @param ladder the place of its ladder among the program's
 * @param rank its place on that, from 0 for the lowest
 * @param bit its place among the tiers of all ladders
 */
public record TierPlace(int ladder, int rank, int bit) {}
