package dev.laurel.examples.benchmarks.growth;

import dev.laurel.account.Account;
import dev.laurel.codec.AccountBytes;
import dev.laurel.codec.Codec;
import dev.laurel.examples.benchmarks.report.MarkdownTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of this package with JMH, and shows in Markdown how costs grow. */
public final class Growth {
    private static final List<Integer> LOTS = List.of(10, 100, 1_000, 10_000);

    private static final int PURCHASES = 64;

    private Growth() {}

    /**
     * Runs all of them.
     *
     * @param isShort whether a second for each must do
     * @return a table for each kind of thing that there can be more of
     * @throws RunnerException if JMH cannot run them
     */
    public static String run(boolean isShort) throws RunnerException {
        StringBuilder text = new StringBuilder();
        byClass(new Runner(options(isShort).build()).run())
                .forEach((name, points) -> text.append("### By ")
                        .append(words(name))
                        .append("\n\n")
                        .append(table(points))
                        .append('\n'));
        return text.append("### Bytes of an account\n\n").append(bytes()).toString();
    }

    private static ChainedOptionsBuilder options(boolean isShort) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(Growth.class.getPackageName())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        TimeValue half = TimeValue.milliseconds(500);
        return isShort
                ? options.warmupIterations(2)
                        .warmupTime(half)
                        .measurementIterations(2)
                        .measurementTime(half)
                : options;
    }

    private static Map<String, List<GrowthPoint>> byClass(Collection<RunResult> results) {
        Map<String, List<GrowthPoint>> points = new TreeMap<>();
        for (RunResult result : results) {
            GrowthPoint point = GrowthPoint.of(result);
            points.computeIfAbsent(point.benchmark(), any -> new ArrayList<>()).add(point);
        }
        return points;
    }

    /** Such as {@code lots} for {@code LotsBenchmark}. */
    private static String words(String benchmark) {
        return benchmark
                .replace("Benchmark", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static String table(List<GrowthPoint> points) {
        Map<String, List<GrowthPoint>> rows = new LinkedHashMap<>();
        points.stream()
                .sorted((one, other) -> Long.compare(one.size(), other.size()))
                .forEach(point -> rows.computeIfAbsent(point.event(), any -> new ArrayList<>())
                        .add(point));
        List<String> heads = new ArrayList<>(List.of("event"));
        rows.values().iterator().next().forEach(point -> heads.add(String.format(Locale.ROOT, "%,d", point.size())));
        MarkdownTable table = new MarkdownTable(heads);
        rows.forEach((event, row) -> table.add(cells(event, row)));
        return table.text();
    }

    private static List<String> cells(String event, List<GrowthPoint> row) {
        List<String> cells = new ArrayList<>(List.of(event));
        row.forEach(point -> cells.add(point.against(row.get(0))));
        return cells;
    }

    private static String bytes() {
        MarkdownTable table = new MarkdownTable(
                List.of("open lots", "bytes", "bytes a lot", "chunks", "bytes written of a purchase", "at most"));
        for (int lots : LOTS) {
            OneMember member = OneMember.holding(lots, PURCHASES);
            Account account = member.account();
            int length = Codec.ACCOUNTS.encode(account).length;
            int chunks = AccountBytes.of(account).chunks().size();
            int written = 0;
            int most = 0;
            for (int purchase = 0; purchase < PURCHASES; purchase++) {
                Account before = member.account();
                member.experience(member.purchase(lots + purchase));
                int bytes = written(AccountBytes.ofChange(before, member.account()));
                written += bytes;
                most = Math.max(most, bytes);
            }
            table.add(List.of(
                    number(lots),
                    number(length),
                    String.format(Locale.ROOT, "%.1f", (double) length / lots),
                    number(chunks),
                    number(written / PURCHASES),
                    number(most)));
        }
        return table.text();
    }

    private static int written(AccountBytes change) {
        return change.header().length
                + change.chunks().values().stream()
                        .mapToInt(chunk -> chunk.length)
                        .sum();
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
