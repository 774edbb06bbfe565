package dev.laurel.examples.replay.retail;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns rows into events, in the order in which the invoices were posted, each at its last row.
 *
 * <p>An invoice is a purchase. A row of an invoice C gives back units that the same customer bought before of the same article
 * for the same price: those of the purchase posted last first, within a purchase those of its last row first. So each row gives
 * back at most what it holds, and an invoice C is one return of each purchase that it finds. Units that it does not find are
 * counted: they were bought before the history begins, or at another price.
 */
public final class RetailConversion {
    private final Map<String, Invoice> invoices = new LinkedHashMap<>();
    private final Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
    private int rows;

    /**
     * Takes the next row of the table.
     *
     * @throws IllegalArgumentException if its invoice is another customer's
     */
    public void add(RetailRow row) {
        rows++;
        SkipReason.of(row).ifPresentOrElse(reason -> skipped.merge(reason, 1L, Long::sum), () -> {
            Invoice invoice = invoices.computeIfAbsent(row.invoice(), number -> new Invoice());
            if (!invoice.rows().isEmpty() && !invoice.first().customer().equals(row.customer())) {
                throw new IllegalArgumentException("invoice " + row.invoice() + " is of customer "
                        + invoice.first().customer()
                        + " in row " + invoice.first().number() + ", but here of customer "
                        + row.customer());
            }
            invoice.add(row, rows);
        });
    }

    /** Writes the events of all rows taken, one a line. */
    public RetailCounts writeTo(JsonGenerator out) throws IOException {
        RetailJson json = new RetailJson(out);
        SoldUnits sold = new SoldUnits();
        long purchases = 0;
        long returns = 0;
        long inVain = 0;
        long returned = 0;
        long cancelled = 0;
        List<Invoice> posted = invoices.values().stream()
                .sorted(Comparator.comparingInt(Invoice::position))
                .toList();
        for (Invoice invoice : posted) {
            if (!invoice.first().isCancellation()) {
                json.writePurchase(invoice);
                sold.add(invoice);
                purchases++;
                continue;
            }
            Map<String, Map<Long, Long>> found = takeBack(invoice, sold);
            for (Map.Entry<String, Map<Long, Long>> purchase : found.entrySet()) {
                json.writeReturn(invoice, purchase.getKey(), purchase.getValue());
            }
            returns += found.size();
            inVain += found.isEmpty() ? 1 : 0;
            returned += found.values().stream()
                    .flatMap(quantities -> quantities.values().stream())
                    .mapToLong(quantity -> quantity)
                    .sum();
            cancelled -= invoice.rows().stream().mapToLong(RetailRow::quantity).sum();
        }
        return new RetailCounts(
                rows,
                posted.size(),
                posted.stream().filter(Invoice::hasTwoTimes).count(),
                purchases,
                rowsOfPriceZero(posted),
                returns,
                inVain,
                returned,
                cancelled - returned,
                skipped);
    }

    /** For each purchase, those found first first, how many units of which of its rows. */
    private static Map<String, Map<Long, Long>> takeBack(Invoice cancellation, SoldUnits sold) {
        Map<String, Map<Long, Long>> found = new LinkedHashMap<>();
        for (RetailRow row : cancellation.rows()) {
            for (SoldUnits.TakenBack taken : sold.takeBack(row)) {
                found.computeIfAbsent(taken.row().invoice(), purchase -> new TreeMap<>())
                        .merge(taken.row().number(), taken.quantity(), Long::sum);
            }
        }
        return found;
    }

    private static long rowsOfPriceZero(List<Invoice> posted) {
        return posted.stream()
                .filter(invoice -> !invoice.first().isCancellation())
                .flatMap(invoice -> invoice.rows().stream())
                .filter(row -> row.unitPrice().signum() == 0)
                .count();
    }
}
