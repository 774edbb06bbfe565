package dev.laurel.examples.benchmarks.report;

import dev.laurel.examples.benchmarks.contender.Entrant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a contender costs.
 *
 * @param entrant who
 * @param campaigns with how many campaigns
 * @param cpu nanoseconds of CPU of the thread for an order
 * @param wall nanoseconds of wall time for an order
 * @param median nanoseconds of wall time that half of the orders take at most
 * @param p99 nanoseconds of wall time that 99 of 100 orders take at most
 * @param bytes bytes allocated for an order
 * @param firstBuild microseconds to make the contender in a JVM that has done nothing yet
 * @param build microseconds to make it then, the fastest of several times
 * @param orders over how many orders, which are the first
 * @param points the points that these give
 */
record Measurement(
        Entrant entrant,
        int campaigns,
        long cpu,
        long wall,
        long median,
        long p99,
        long bytes,
        long firstBuild,
        long build,
        int orders,
        long points) {
    private static final String MARK = "measured ";

    /** As one line, to be read by the JVM that asked. */
    String toLine() {
        return Stream.of(cpu, wall, median, p99, bytes, firstBuild, build, orders, points)
                .map(Object::toString)
                .collect(Collectors.joining(" ", MARK + entrant + " " + campaigns + " ", ""));
    }

    /** Whether a line of output is one of these. */
    static boolean isLine(String line) {
        return line.startsWith(MARK);
    }

    /** What a line says. */
    static Measurement parse(String line) {
        String[] words = line.substring(MARK.length()).split(" ", -1);
        long[] numbers = Arrays.stream(words).skip(1).mapToLong(Long::parseLong).toArray();
        return new Measurement(
                Entrant.valueOf(words[0]),
                Math.toIntExact(numbers[0]),
                numbers[1],
                numbers[2],
                numbers[3],
                numbers[4],
                numbers[5],
                numbers[6],
                numbers[7],
                Math.toIntExact(numbers[8]),
                numbers[9]);
    }

    /** The one of several of one contender whose CPU is in the middle. */
    static Measurement middleOf(List<Measurement> rounds) {
        return rounds.stream()
                .sorted((one, other) -> Long.compare(one.cpu, other.cpu))
                .skip((rounds.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }
}
