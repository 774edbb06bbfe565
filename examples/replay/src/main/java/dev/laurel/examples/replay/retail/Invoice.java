package dev.laurel.examples.replay.retail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rows of one invoice, in their order; there is always one. It is posted when its last row is entered. */
final class Invoice {
    private final List<RetailRow> rows = new ArrayList<>();
    private int position;

    /**
     * One more row.
     *
     * @param place its place among the rows of all invoices
     */
    void add(RetailRow row, int place) {
        rows.add(row);
        position = place;
    }

    List<RetailRow> rows() {
        return Collections.unmodifiableList(rows);
    }

    RetailRow first() {
        return rows.get(0);
    }

    /** The place of its last row among the rows of all invoices. */
    int position() {
        return position;
    }

    Instant postedAt() {
        return rows.get(rows.size() - 1).at();
    }

    boolean hasTwoTimes() {
        return rows.stream().map(RetailRow::at).distinct().count() > 1;
    }
}
