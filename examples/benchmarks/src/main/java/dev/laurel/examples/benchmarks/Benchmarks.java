package dev.laurel.examples.benchmarks;

import picocli.CommandLine;

/** What Laurel costs, and what that depends on; to be read as ratios of one run. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Runs what the arguments say, and ends the JVM with its exit code: 1 if contenders do not agree, 2 if the arguments are wrong. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new CompareCommand()).execute(args));
    }
}
