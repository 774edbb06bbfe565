package dev.laurel.reward;

import static java.util.Objects.requireNonNull;

import dev.laurel.ledger.Points;

/**
 * Points.
 *
 * @param points how many, of which currency
 */
public record Bonus(Points points) implements Gift {
    /** Checks that there are points. */
    public Bonus {
        requireNonNull(points, "points");
    }

    @Override
    public String id() {
        return points.currency().id();
    }

    @Override
    public String describe() {
        return points.toString();
    }
}
