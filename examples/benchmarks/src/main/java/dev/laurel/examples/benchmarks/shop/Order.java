package dev.laurel.examples.benchmarks.shop;

import java.time.Instant;
import java.util.List;

/**
 * What a member bought at once.
 *
 * @param index its place in time among all orders of the shop, from 0
 * @param id the order's id
 * @param member the index of the member
 * @param at when
 * @param lines what, one line or more
 */
public record Order(int index, String id, int member, Instant at, List<Line> lines) {
    /** Takes a copy of the lines. */
    public Order {
        lines = List.copyOf(lines);
    }
}
