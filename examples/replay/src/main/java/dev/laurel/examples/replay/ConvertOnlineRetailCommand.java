package dev.laurel.examples.replay;

import dev.laurel.examples.replay.retail.RetailConversion;
import dev.laurel.examples.replay.retail.RetailCounts;
import dev.laurel.examples.replay.retail.RetailRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns the Online Retail history into one that the tool replays. */
@Command(
        name = "convert-online-retail",
        description =
                "Turns the table of the Online Retail history (UCI Machine Learning Repository 352) into purchases and"
                        + " returns as JSON Lines.")
final class ConvertOnlineRetailCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it before anything is called.
    private boolean help;

    @Parameters(
            paramLabel = "IN",
            description =
                    "The table: CSV, UTF-8, plain or gzipped, with the columns Row, InvoiceNo, StockCode, Quantity,"
                            + " InvoiceDate, UnitPrice and CustomerID.")
    private Path in = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "OUT",
            description = "Where the events go, gzipped if the name ends in .gz, with a summary on the standard output"
                    + " (default: the events on the standard output, the summary on the other).")
    private @Nullable Path out;

    @Option(names = "--keep-going", description = "Reports bad lines at the end instead of ending at the first.")
    private boolean keepGoing;

    @Override
    public Integer call() throws ReplayException {
        if (!Files.isReadable(in) || Files.isDirectory(in)) {
            throw wrong("IN must be a file that can be read, but was '" + in + "'");
        }
        if (out != null
                && out.toAbsolutePath().normalize().equals(in.toAbsolutePath().normalize())) {
            throw wrong("'" + out + "' is the table itself, and would be overwritten");
        }
        RetailConversion conversion = new RetailConversion();
        BadLines badLines = new BadLines(in.toString(), keepGoing);
        readInto(conversion, badLines);
        RetailCounts counts = write(conversion);
        badLines.report(err());
        (out == null ? err() : out()).println(RetailTable.of(counts, badLines.count()));
        return 0;
    }

    private void readInto(RetailConversion conversion, BadLines badLines) throws ReplayException {
        RetailRowReader reader = new RetailRowReader();
        long line = 0;
        try (Progress progress = Progress.of(in);
                Lines lines = TextLines.open(in, progress)) {
            while (lines.next()) {
                line = lines.number();
                try {
                    take(reader.read(lines.line().text()), conversion);
                } catch (BadInputException e) {
                    badLines.add(line, e);
                    badLines.requireNoEnd();
                }
            }
        } catch (IOException e) {
            throw new ReplayException(in + ":" + (line + 1) + ": cannot be read: " + e, e);
        }
    }

    private static void take(Optional<RetailRow> row, RetailConversion conversion) throws BadInputException {
        try {
            row.ifPresent(conversion::add);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(String.valueOf(e.getMessage()));
        }
    }

    private RetailCounts write(RetailConversion conversion) throws ReplayException {
        try (JsonOutput json = out == null ? JsonOutput.to(out()) : JsonOutput.to(out)) {
            return conversion.writeTo(json.generator());
        } catch (IOException e) {
            throw new ReplayException("cannot write: " + e, e);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(commandSpec().commandLine(), message);
    }

    private PrintWriter out() {
        return commandSpec().commandLine().getOut();
    }

    private PrintWriter err() {
        return commandSpec().commandLine().getErr();
    }

    private CommandSpec commandSpec() {
        return Optional.ofNullable(spec).orElseThrow();
    }
}
