package dev.laurel.examples.replay;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/**
 * Replays a history of events through a program, and shows what comes of it.
 *
 * <p>The same history gives the same output on every machine, at any number of threads, and in any order of the customers.
 */
public final class Replay {
    private Replay() {}

    /** Runs the tool and ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args, utf8(FileDescriptor.out), utf8(FileDescriptor.err)));
    }

    /**
     * Runs the tool.
     *
     * @param out where the summary goes
     * @param err where errors go
     * @return 0 if the history was replayed, 1 if it could not be or an account is not what its ledger says, 2 if the arguments are
     *     wrong
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        int exitCode = new CommandLine(new ReplayCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command))
                .execute(args);
        out.flush();
        err.flush();
        return exitCode;
    }

    private static int report(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        if (failure instanceof ReplayException) {
            err.println("replay: " + failure.getMessage());
        } else {
            // A mistake in the tool or below it, so whoever looks into it needs all there is.
            failure.printStackTrace(err);
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    /** Not the default charset, which would make the output differ from one machine to the next. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), false);
    }
}
