package dev.laurel.examples.replay.retail;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a conversion came to.
 *
 * @param rows the rows of the table
 * @param invoices the invoices that were converted
 * @param invoicesOfTwoTimes those of them whose rows were entered at different times
 * @param purchases the events of purchases
 * @param rowsOfPriceZero the rows of purchases that cost nothing
 * @param returns the events of returns
 * @param cancellationsInVain the invoices C that match nothing at all
 * @param unitsReturned the units given back
 * @param unitsUnmatched the units on invoices C that match nothing
 * @param skipped the rows that were left out, by reason
 */
public record RetailCounts(
        long rows,
        long invoices,
        long invoicesOfTwoTimes,
        long purchases,
        long rowsOfPriceZero,
        long returns,
        long cancellationsInVain,
        long unitsReturned,
        long unitsUnmatched,
        Map<SkipReason, Long> skipped) {
    /** Takes a copy of the reasons. */
    public RetailCounts {
        Map<SkipReason, Long> copy = new EnumMap<>(SkipReason.class);
        copy.putAll(skipped);
        skipped = Collections.unmodifiableMap(copy);
    }
}
