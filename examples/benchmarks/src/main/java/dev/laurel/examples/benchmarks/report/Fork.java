package dev.laurel.examples.benchmarks.report;

import dev.laurel.examples.benchmarks.contender.Entrant;
import dev.laurel.examples.benchmarks.shop.Shop;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JVM of its own for each contender and number of campaigns, so that what the compiler learned from one is never used for another.
 */
public final class Fork {
    /** What each JVM is started with. */
    static final List<String> OPTIONS = List.of("-Xms2g", "-Xmx2g", "-XX:+UseParallelGC");

    private Fork() {}

    /** Measures in this JVM. The arguments are contender, campaigns, orders and seconds. */
    public static void main(String[] args) {
        Shop shop = Shop.of(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        Meter meter = new Meter(Entrant.valueOf(args[0]), shop, Integer.parseInt(args[3]));
        System.out.println(meter.measure().toLine());
    }

    /**
     * Measures in a new JVM.
     *
     * @throws IOException if it cannot be started, or ends without a measurement
     */
    static Measurement measure(Entrant entrant, int campaigns, Extent extent) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(entrant, campaigns, extent))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            Optional<String> line = output.lines().filter(Measurement::isLine).findFirst();
            int code = process.waitFor();
            if (code != 0 || line.isEmpty()) {
                throw new IOException("the JVM for '" + entrant.label()
                        + "' must end with a measurement, but ended with code " + code);
            }
            return Measurement.parse(line.get());
        } finally {
            process.destroy();
        }
    }

    private static List<String> command(Entrant entrant, int campaigns, Extent extent) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Fork.class.getName()));
        command.addAll(List.of(
                entrant.name(),
                Integer.toString(campaigns),
                Integer.toString(extent.orders()),
                Integer.toString(extent.seconds())));
        return command;
    }
}
