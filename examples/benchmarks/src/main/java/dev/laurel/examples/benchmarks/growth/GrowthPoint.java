package dev.laurel.examples.benchmarks.growth;

import dev.laurel.examples.benchmarks.report.Ratios;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What an event costs at one size.
 *
 * @param benchmark the simple name of the benchmark's class
 * @param event the event
 * @param size how much there is; for a benchmark without a size, on how many threads it runs
 * @param cpu nanoseconds of CPU
 * @param bytes bytes allocated
 */
record GrowthPoint(String benchmark, String event, long size, double cpu, double bytes) {
    static GrowthPoint of(RunResult result) {
        BenchmarkParams params = result.getParams();
        String[] names = params.getBenchmark().split("\\.", -1);
        boolean hasSize = !params.getParamsKeys().isEmpty();
        return new GrowthPoint(
                names[names.length - 2],
                hasSize ? names[names.length - 1] : "purchase, CPU of each thread",
                hasSize
                        ? Long.parseLong(params.getParam(
                                params.getParamsKeys().iterator().next()))
                        : params.getThreads(),
                score(result, "cpuNanos") / score(result, "operations"),
                score(result, "gc.alloc.rate.norm"));
    }

    /** Some releases of JMH put a dot before the names of what profilers measure. */
    private static double score(RunResult result, String name) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(name))
                .map(entry -> ((Result<?>) entry.getValue()).getScore())
                .findFirst()
                .orElseThrow();
    }

    /** Such as {@code 1.20, 3,341 B}; the least is told in nanoseconds. */
    String against(GrowthPoint least) {
        String ratio = size == least.size()
                ? String.format(Locale.ROOT, "1 = %,.0f ns", cpu)
                : Ratios.inWords(cpu / least.cpu);
        return String.format(Locale.ROOT, "%s, %,.0f B", ratio, bytes);
    }
}
