package dev.laurel.examples.benchmarks.report;

import dev.laurel.examples.benchmarks.contender.Entrant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A comparison as Markdown: a table of ratios for each number of campaigns. */
public final class Report {
    private static final List<String> HEADS =
            List.of("contender", "CPU", "wall", "median", "p99", "bytes an order", "first build, ms", "build, ms");

    private final List<Measurement> measurements;

    private Report(List<Measurement> measurements) {
        this.measurements = measurements;
    }

    /** The tables of a comparison, and what does not agree. */
    public static String of(Comparison comparison) {
        Report report = new Report(comparison.measurements());
        StringBuilder text = new StringBuilder();
        report.measurements.stream()
                .map(Measurement::campaigns)
                .distinct()
                .forEach(campaigns -> text.append(report.section(campaigns)).append('\n'));
        comparison
                .differences()
                .forEach(difference ->
                        text.append("**Not measured:** ").append(difference).append('\n'));
        return text.toString();
    }

    private String section(int campaigns) {
        MarkdownTable table = new MarkdownTable(HEADS);
        Optional<Measurement> baseline = baseline(campaigns);
        measurements.stream()
                .filter(measurement -> measurement.campaigns() == campaigns)
                .forEach(measurement -> table.add(row(measurement, baseline)));
        return "### " + campaigns + " campaigns\n\n"
                + baseline.map(Report::inWords).orElse("") + table.text();
    }

    private Optional<Measurement> baseline(int campaigns) {
        return measurements.stream()
                .filter(measurement -> measurement.campaigns() == campaigns)
                .filter(measurement -> measurement.entrant() == Entrant.HAND_WITH_LEDGER)
                .findFirst();
    }

    private static String inWords(Measurement baseline) {
        return String.format(
                Locale.ROOT,
                "1 is %s: %,d ns of CPU, %,d ns wall, median %,d ns, p99 %,d ns.\n\n",
                baseline.entrant().label(),
                baseline.cpu(),
                baseline.wall(),
                baseline.median(),
                baseline.p99());
    }

    private static List<String> row(Measurement measurement, Optional<Measurement> baseline) {
        List<String> cells = new ArrayList<>();
        cells.add(measurement.entrant().label());
        cells.add(ratio(measurement.cpu(), baseline.map(Measurement::cpu)));
        cells.add(ratio(measurement.wall(), baseline.map(Measurement::wall)));
        cells.add(ratio(measurement.median(), baseline.map(Measurement::median)));
        cells.add(ratio(measurement.p99(), baseline.map(Measurement::p99)));
        cells.add(String.format(
                Locale.ROOT,
                "%,d (%s)",
                measurement.bytes(),
                ratio(measurement.bytes(), baseline.map(Measurement::bytes))));
        cells.add(millis(measurement.firstBuild()));
        cells.add(millis(measurement.build()));
        return cells;
    }

    /** Two digits that count; without the one that it is measured against there is no ratio. */
    private static String ratio(long value, Optional<Long> one) {
        return one.map(divisor -> Ratios.inWords((double) value / divisor)).orElse("–");
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, micros < 10_000 ? "%.1f" : "%.0f", micros / 1e3);
    }
}
