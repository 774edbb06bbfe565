package dev.laurel.examples.replay;

import dev.laurel.examples.replay.retail.RetailCounts;

/** Shows what a conversion came to. */
final class RetailTable {
    private RetailTable() {}

    /**
     * The table.
     *
     * @param badLines how many lines were passed over
     */
    static String of(RetailCounts counts, long badLines) {
        TwoColumns table = new TwoColumns();
        table.add("rows", counts.rows());
        table.add("bad lines", badLines);
        table.add("invoices", counts.invoices());
        table.add("invoices of two times, posted at the last", counts.invoicesOfTwoTimes());
        table.add("purchases", counts.purchases());
        table.add("rows of purchases at price 0", counts.rowsOfPriceZero());
        table.add("returns", counts.returns());
        table.add("invoices C that match nothing", counts.cancellationsInVain());
        table.add("units returned", counts.unitsReturned());
        table.add("units unmatched", counts.unitsUnmatched());
        table.add(
                "rows skipped",
                counts.skipped().values().stream().mapToLong(rows -> rows).sum());
        counts.skipped().forEach((reason, rows) -> table.add("rows " + reason.description(), rows));
        return table.text();
    }
}
