package dev.laurel.examples.replay;

import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.examples.programs.Programs;
import dev.laurel.examples.replay.scratch.Scratch;
import dev.laurel.id.Identifiers;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.time.Timestamps;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: options, and what is done with them in which order. */
@Command(
        name = "replay",
        description = "Replays a history of events through a loyalty program.",
        subcommands = ConvertOnlineRetailCommand.class)
final class ReplayCommand implements Callable<Integer> {
    private static final int MAX_THREADS = 256;
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it before anything is called.
    private boolean help;

    @Option(names = "--list", description = "Prints the ids of the programs.")
    private boolean list;

    @Option(
            names = "--terms",
            paramLabel = "ID",
            description = "Prints the terms of a program, as Markdown, in its last version or in that of ID@VERSION.")
    private @Nullable String terms;

    @Option(
            names = "--program",
            paramLabel = "ID",
            description = "The program, in all its versions or in that of ID@VERSION alone.")
    private @Nullable String program;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "The history: JSON Lines or CSV, UTF-8, plain or gzipped.")
    private @Nullable Path events;

    @Option(names = "--format", paramLabel = "json|csv", description = "Its format (default: by its name).")
    private @Nullable String format;

    @Mixin
    private CsvOptions csv = new CsvOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private SampleOptions sample = new SampleOptions();

    @Option(
            names = "--until",
            paramLabel = "INSTANT|DATE",
            description =
                    "How far to go, that instant included; without an offset in the program's zone, a date alone is"
                            + " its start (default: the latest event).")
    private @Nullable String until;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many threads run events (default: ${DEFAULT-VALUE}).")
    private int threads = 1;

    @Option(names = "--keep-going", description = "Reports bad lines at the end instead of ending at the first.")
    private boolean keepGoing;

    @Override
    public Integer call() throws ReplayException, InterruptedException {
        if (list) {
            Programs.ids().forEach(out()::println);
            return 0;
        }
        if (terms != null) {
            out().print(engineOf(terms).program().terms());
            return 0;
        }
        try {
            sample.requireUse(events);
            if (sample.isToBeWritten()) {
                out().println(sample.write(
                        program == null ? null : engineOf(program).program()));
            } else {
                return replay();
            }
        } catch (BadInputException e) {
            throw wrong(e.reason());
        }
        return 0;
    }

    /** Returns the exit code. */
    private int replay() throws BadInputException, ReplayException, InterruptedException {
        LoyaltyEngine engine = engineOf(program);
        // All versions have its zone and money.
        LoyaltyProgram chosen = engine.program();
        Path file = sample.isAsked() ? null : eventFile();
        if (threads < 1 || threads > MAX_THREADS) {
            throw wrong("--threads must be from 1 to " + MAX_THREADS + ", but was " + threads);
        }
        Optional<Instant> end = endIn(chosen.zone());
        LineReader reader = reader(engine, file, end.orElse(Instant.MAX));
        return replay(engine, file == null ? sample.source(chosen) : new FileSource(file), reader, end);
    }

    private int replay(LoyaltyEngine engine, HistorySource source, LineReader reader, Optional<Instant> end)
            throws ReplayException, InterruptedException {
        BadLines badLines = new BadLines(source.name(), keepGoing);
        EventLines lines = new EventLines(source, reader, badLines, keepGoing && end.isEmpty());
        Limits limits = Limits.ofHeap(threads);
        long started = System.nanoTime();
        try (Scratch scratch = new Scratch(TEMPORARY, limits.spoolBytes())) {
            EventReader events = new EventReader(reader, badLines);
            Replaying replaying = new Replaying(engine, events, output.wanted(), limits, scratch);
            Results results;
            try (Progress progress = source.progress()) {
                results = replaying.run(lines, threads, end, progress);
            }
            Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
            Runtime runtime = Runtime.getRuntime();
            long heap = runtime.totalMemory() - runtime.freeMemory();
            Summary summary = output.write(results);
            badLines.report(err());
            output.tellStory(results, engine, out());
            out().println(SummaryTable.of(summary, badLines.count(), elapsed, heap));
            boolean right = output.tellVerification(results, out(), err());
            output.showMember(results, out());
            return right ? 0 : 1;
        }
    }

    private LoyaltyEngine engineOf(@Nullable String id) {
        String known = "known are " + String.join(", ", Programs.ids());
        if (id == null) {
            throw wrong("--program is missing; " + known);
        }
        return Programs.versions(id)
                .map(LoyaltyEngine::ofVersions)
                .orElseThrow(() -> wrong("program '" + Identifiers.shown(id) + "' is unknown; " + known));
    }

    private Path eventFile() throws BadInputException {
        if (events == null) {
            throw wrong("--events is missing; --sample makes a history up");
        }
        if (!Files.isReadable(events) || Files.isDirectory(events)) {
            throw wrong("--events must be a file that can be read, but was '" + events + "'");
        }
        output.requireOther(events);
        return events;
    }

    private LineReader reader(LoyaltyEngine engine, @Nullable Path file, Instant last) throws BadInputException {
        LoyaltyProgram chosen = engine.program();
        return isCsv(file)
                ? csv.reader(chosen.zone(), chosen.money(), last)
                : new JsonLineReader(JsonEvents.of(engine.programs()), last);
    }

    /** Whether the history is a table; one that is in no file is made up, and none. */
    private boolean isCsv(@Nullable Path file) throws BadInputException {
        if (format != null) {
            if (!format.equals("json") && !format.equals("csv")) {
                throw new BadInputException(
                        "--format must be json or csv, but was '" + Identifiers.shown(format) + "'");
            }
            if (file == null && format.equals("csv")) {
                throw new BadInputException("--sample makes JSON Lines, but --format was 'csv'");
            }
            return format.equals("csv");
        }
        if (file == null) {
            return false;
        }
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.gz$", "");
        if (name.matches(".*\\.(csv|tsv)")) {
            return true;
        }
        if (name.matches(".*\\.(jsonl|ndjson|json)")) {
            return false;
        }
        throw new BadInputException("--format is missing, and the name of '" + file + "' does not tell it");
    }

    private Optional<Instant> endIn(ZoneId zone) throws BadInputException {
        if (until == null) {
            return Optional.empty();
        }
        Instant parsed = Moments.iso(zone).parse("--until", until);
        try {
            return Optional.of(Timestamps.checked("--until", parsed));
        } catch (IllegalArgumentException e) {
            throw new BadInputException(String.valueOf(e.getMessage()));
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
