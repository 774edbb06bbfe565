package dev.laurel.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Histories give the same in JVMs of their own that differ in zone, locale, character set, hash seeds and number of threads.
 * {@code -Dlaurel.histories=1000} tells more of them than the build does.
 */
@Tag("D2")
@Tag("I16")
@Tag("K27")
class ManyMachinesIT {
    private static final String HISTORIES = String.valueOf(Long.getLong("laurel.histories", 200));

    /** How a JVM is set up. */
    private record Machine(String zone, String language, String country, String charset, int threads) {
        List<String> options() {
            return List.of(
                    // It takes less time, and nothing else depends on it.
                    "-XX:+UseSerialGC",
                    "-Duser.timezone=" + zone,
                    "-Duser.language=" + language,
                    "-Duser.country=" + country,
                    "-Dfile.encoding=" + charset);
        }
    }

    private static List<Machine> machines() {
        int[] threads = {1, 2, 8};
        List<Machine> machines = new ArrayList<>();
        for (String zone : List.of("America/New_York", "Pacific/Apia")) {
            for (String locale : List.of("en-US", "tr-TR")) {
                for (String charset : List.of("UTF-8", "ISO-8859-9")) {
                    String[] parts = locale.split("-", -1);
                    machines.add(new Machine(zone, parts[0], parts[1], charset, threads[machines.size() % 3]));
                }
            }
        }
        return machines;
    }

    private static Process started(Machine machine) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine.options());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), HistoriesTold.class.getName()));
        command.addAll(List.of(HISTORIES, String.valueOf(machine.threads())));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String told(Process machine) throws IOException, InterruptedException {
        String said = new String(machine.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(machine.waitFor()).as(said).isZero();
        return said.strip();
    }

    @Test
    void allMachinesTellTheSameOfTheSameHistories() throws IOException, InterruptedException {
        List<String> told = new ArrayList<>();
        for (List<Machine> together : Lists.partition(machines(), 2)) {
            List<Process> running = new ArrayList<>();
            for (Machine machine : together) {
                running.add(started(machine));
            }
            for (Process machine : running) {
                told.add(told(machine));
            }
        }
        assertThat(told).hasSize(8).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(told).containsOnly(told.get(0));
    }
}
