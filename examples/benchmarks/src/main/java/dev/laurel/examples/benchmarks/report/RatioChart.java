package dev.laurel.examples.benchmarks.report;

import dev.laurel.examples.benchmarks.contender.Entrant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** A comparison as a chart: CPU an order against hand with a ledger, by the number of campaigns, both logarithmic. */
public final class RatioChart {
    private final List<Measurement> measurements;
    private final Map<Integer, Long> ones;

    private RatioChart(List<Measurement> measurements) {
        this.measurements = measurements;
        ones = measurements.stream()
                .filter(measurement -> measurement.entrant() == Entrant.HAND_WITH_LEDGER)
                .collect(Collectors.toMap(Measurement::campaigns, Measurement::cpu));
    }

    /**
     * Writes the chart of a comparison as SVG.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Comparison comparison, Path file) throws IOException {
        XYChart chart = new RatioChart(comparison.measurements()).chart();
        VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
    }

    private XYChart chart() {
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(560)
                .title("CPU an order, hand with a ledger = 1")
                .xAxisTitle("campaigns")
                .yAxisTitle("times hand with a ledger")
                .build();
        chart.getStyler()
                .setXAxisLogarithmic(true)
                .setYAxisLogarithmic(true)
                .setLegendPosition(LegendPosition.OutsideE);
        Arrays.stream(Entrant.values()).forEach(entrant -> addTo(chart, entrant));
        return chart;
    }

    private void addTo(XYChart chart, Entrant entrant) {
        List<Measurement> points = measurements.stream()
                .filter(measurement -> measurement.entrant() == entrant && ones.containsKey(measurement.campaigns()))
                .toList();
        if (!points.isEmpty()) {
            chart.addSeries(
                    entrant.label(),
                    points.stream().map(Measurement::campaigns).toList(),
                    points.stream().map(this::ratio).toList());
        }
    }

    private double ratio(Measurement measurement) {
        return (double) measurement.cpu() / ones.getOrDefault(measurement.campaigns(), 1L);
    }
}
