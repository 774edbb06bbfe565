package dev.laurel.examples.replay;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Shows the summary to a person. */
final class SummaryTable {
    private final TwoColumns columns = new TwoColumns();

    private SummaryTable() {}

    /**
     * The table.
     *
     * @param badLines how many lines were passed over
     * @param elapsed how long it took to read and run the events
     * @param heapBytes the heap in use afterwards
     */
    static String of(Summary summary, long badLines, Duration elapsed, long heapBytes) {
        SummaryTable table = new SummaryTable();
        table.columns.add("customers", summary.customers());
        table.columns.add("events", summary.events());
        table.columns.add("refused", summary.refused());
        table.columns.add("repeated", summary.repeated());
        table.columns.add("bad lines", badLines);
        if (summary.unpaid() > 0) {
            table.columns.add("orders left unpaid", summary.unpaid());
        }
        summary.points().forEach(table::addPoints);
        table.columns.add("lots ever opened", summary.lots());
        summary.tiers()
                .forEach((ladder, members) ->
                        table.addMembers(summary.hasSeveralLadders() ? ladder + " " : "", members));
        table.columns.add("digest", summary.digest());
        double seconds = elapsed.toNanos() / 1e9;
        table.columns.add("seconds", String.format(Locale.ROOT, "%.2f", seconds));
        table.columns.add("events per second", Math.round(summary.events() / seconds));
        table.columns.add("heap used", String.format(Locale.ROOT, "%,d MB", heapBytes >> 20));
        return table.columns.text();
    }

    private void addMembers(String ladder, Map<String, Long> members) {
        members.forEach((tier, count) -> columns.add("members " + ladder + tier, count));
    }

    private void addPoints(String currency, PointTotals totals) {
        columns.add(currency + " earned", totals.earned());
        columns.add(currency + " redeemed", totals.redeemed());
        columns.add(currency + " expired", totals.expired());
        columns.add(currency + " clawed back", totals.clawedBack());
        columns.add(currency + " outstanding", totals.outstanding());
        columns.add(currency + " debt", totals.debt());
    }
}
