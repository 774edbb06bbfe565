package dev.laurel.examples.replay;

import com.sun.management.OperatingSystemMXBean;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.examples.programs.Programs;
import dev.laurel.examples.replay.scratch.Scratch;
import dev.laurel.program.LoyaltyProgram;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Times a replay of purchases against {@link PlainLoop} over the same file, which must come to the same. To be run by hand, with the class
 * path of the tests: {@code ReplayMeasurement FILE ROUNDS}, of a file that {@link ManyPurchases} wrote. CPU is that of the whole JVM, garbage
 * collection included; rounds before the last warm up.
 */
final class ReplayMeasurement {
    private static final OperatingSystemMXBean JVM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final LoyaltyProgram PROGRAM =
            Programs.program("cdnow-yearly").orElseThrow();

    private ReplayMeasurement() {}

    /** Something that is timed. */
    @FunctionalInterface
    interface Contender {
        PlainLoop.Sums over(Path file) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        for (int round = 1; round <= Integer.parseInt(args[1]); round++) {
            PlainLoop.Sums expected = timed("plain loop", PlainLoop::over, file);
            require(expected, timed("replay, 1 thread", history -> replay(history, 1), file));
            require(expected, timed("replay, 2 threads", history -> replay(history, 2), file));
        }
    }

    private static PlainLoop.Sums timed(String name, Contender contender, Path file) throws Exception {
        long wall = System.nanoTime();
        long cpu = JVM.getProcessCpuTime();
        PlainLoop.Sums sums = contender.over(file);
        double cpuMicros = (JVM.getProcessCpuTime() - cpu) / 1e3 / sums.events();
        double wallMicros = (System.nanoTime() - wall) / 1e3 / sums.events();
        System.out.printf(
                Locale.ROOT, "%-18s %7.2f us CPU, %7.2f us an event, %s%n", name, cpuMicros, wallMicros, sums);
        return sums;
    }

    private static void require(PlainLoop.Sums expected, PlainLoop.Sums actual) {
        if (!actual.equals(expected)) {
            throw new IllegalStateException("the replay came to " + actual + ", but the loop to " + expected);
        }
    }

    private static PlainLoop.Sums replay(Path file, int threads)
            throws ReplayException, InterruptedException, IOException {
        BadLines badLines = new BadLines(file.toString(), false);
        LineReader reader = new JsonLineReader(JsonEvents.of(List.of(PROGRAM)), Instant.MAX);
        Limits limits = Limits.ofHeap(threads);
        try (Scratch scratch = new Scratch(Path.of(System.getProperty("java.io.tmpdir")), limits.spoolBytes())) {
            Results results = new Replaying(
                            LoyaltyEngine.of(PROGRAM),
                            new EventReader(reader, badLines),
                            new Wanted(false, false, false, Set.of()),
                            limits,
                            scratch)
                    .run(
                            new EventLines(new FileSource(file), reader, badLines, false),
                            threads,
                            Optional.empty(),
                            read -> {});
            return sums(results.totals().summary(""));
        }
    }

    private static PlainLoop.Sums sums(Summary summary) {
        Map<String, Long> members = summary.tiers().get("status");
        PointTotals points = summary.points().values().iterator().next();
        return new PlainLoop.Sums(
                summary.customers(),
                summary.events(),
                points.earned(),
                points.expired(),
                points.outstanding(),
                members.getOrDefault("silver", 0L),
                members.getOrDefault("gold", 0L));
    }
}
