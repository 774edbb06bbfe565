package dev.laurel.examples.benchmarks;

import dev.laurel.examples.benchmarks.growth.Growth;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows how costs grow with what an account or a program holds. */
@Command(
        name = "growth",
        description = "Shows what an event costs by open lots, holds, counters, history and campaigns, as Markdown.")
final class GrowthCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it before anything is called.
    private boolean help;

    @Option(names = "--short", description = "A second for each.")
    private boolean isShort;

    @Override
    public Integer call() throws RunnerException {
        Optional.ofNullable(spec).orElseThrow().commandLine().getOut().println(Growth.run(isShort));
        return 0;
    }
}
