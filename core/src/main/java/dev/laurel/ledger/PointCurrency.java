package dev.laurel.ledger;

import dev.laurel.id.Identifiers;

/**
 * A kind of points, such as stars, miles or stamps. Points are whole and never convert into points of another currency.
 *
 * @param id kebab-case and permanent: it is written into entries
 */
public record PointCurrency(String id) {
    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if it is not kebab-case
     */
    public PointCurrency {
        Identifiers.declaredId("id of a point currency", id);
    }

    /** A point currency of this id. */
    public static PointCurrency of(String id) {
        return new PointCurrency(id);
    }

    /**
     * So many points of this currency.
     *
     * @throws IllegalArgumentException if the count is not positive
     */
    public Points points(long count) {
        return new Points(this, count);
    }
}
