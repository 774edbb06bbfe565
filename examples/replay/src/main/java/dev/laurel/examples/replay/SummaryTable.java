package dev.laurel.examples.replay;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows the summary to a person. */
final class SummaryTable {
    private final List<Row> rows = new ArrayList<>();

    private record Row(String name, String value) {}

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
        table.add("customers", summary.customers());
        table.add("events", summary.events());
        table.add("refused", summary.refused());
        table.add("repeated", summary.repeated());
        table.add("bad lines", badLines);
        summary.points().forEach(table::addPoints);
        table.add("lots ever opened", summary.lots());
        summary.tiers().forEach((tier, members) -> table.add("members " + tier, members));
        table.add("digest", summary.digest());
        double seconds = elapsed.toNanos() / 1e9;
        table.add("seconds", String.format(Locale.ROOT, "%.2f", seconds));
        table.add("events per second", Math.round(summary.events() / seconds));
        table.add("heap used", String.format(Locale.ROOT, "%,d MB", heapBytes >> 20));
        return table.text();
    }

    private void addPoints(String currency, PointTotals totals) {
        add(currency + " earned", totals.earned());
        add(currency + " redeemed", totals.redeemed());
        add(currency + " expired", totals.expired());
        add(currency + " clawed back", totals.clawedBack());
        add(currency + " outstanding", totals.outstanding());
        add(currency + " debt", totals.debt());
    }

    private void add(String name, long value) {
        add(name, String.format(Locale.ROOT, "%,d", value));
    }

    private void add(String name, String value) {
        rows.add(new Row(name, value));
    }

    private String text() {
        return AsciiTable.builder()
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
                .lineSeparator("\n")
                .data(
                        rows,
                        List.of(
                                new Column().dataAlign(HorizontalAlign.LEFT).with(Row::name),
                                // Wide enough for a digest, which must not be broken in two.
                                new Column()
                                        .dataAlign(HorizontalAlign.RIGHT)
                                        .maxWidth(80)
                                        .with(Row::value)))
                .asString();
    }
}
