package dev.laurel.examples.benchmarks;

import dev.laurel.examples.benchmarks.contender.Entrant;
import dev.laurel.examples.benchmarks.report.Comparison;
import dev.laurel.examples.benchmarks.report.Extent;
import dev.laurel.examples.benchmarks.report.RatioChart;
import dev.laurel.examples.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares the contenders: what they cost, as Markdown and as a chart. */
@Command(
        name = "benchmarks",
        description = "Compares Laurel with code by hand and with rule engines, over the same orders.",
        subcommands = {GrowthCommand.class, JmhCommand.class})
final class CompareCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it before anything is called.
    private boolean help;

    @Option(names = "--short", description = "Fewer orders, one JVM each: ends within ten minutes on two cores.")
    private boolean isShort;

    @Option(
            names = "--campaigns",
            paramLabel = "N",
            split = ",",
            defaultValue = "5,50,500,5000",
            description = "The numbers of campaigns (default: ${DEFAULT-VALUE}).")
    private List<Integer> campaigns = List.of();

    @Option(
            names = "--only",
            paramLabel = "CONTENDER",
            split = ",",
            description = "Who is compared with hand with a ledger, of ${COMPLETION-CANDIDATES} (default: all).")
    private List<Entrant> only = List.of();

    @Option(
            names = "--chart",
            paramLabel = "FILE",
            defaultValue = "benchmarks.svg",
            description = "Where the chart goes (default: ${DEFAULT-VALUE}).")
    private Path chart = Path.of("");

    /** Exit code 1 if a contender does not agree. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandSpec command = Optional.ofNullable(spec).orElseThrow();
        PrintWriter out = command.commandLine().getOut();
        Comparison comparison = new Comparison(
                entrants(),
                isShort ? Extent.SHORT : Extent.FULL,
                command.commandLine().getErr());
        for (int count : campaigns) {
            comparison.run(count);
        }
        out.print(Report.of(comparison));
        RatioChart.write(comparison, chart);
        out.println("Chart: " + chart);
        return comparison.differences().isEmpty() ? 0 : 1;
    }

    private EnumSet<Entrant> entrants() {
        if (only.isEmpty()) {
            return EnumSet.allOf(Entrant.class);
        }
        EnumSet<Entrant> chosen = EnumSet.copyOf(only);
        chosen.add(Entrant.HAND_WITH_LEDGER);
        return chosen;
    }
}
