package dev.laurel.examples.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.examples.replay.scratch.Scratch;
import dev.laurel.program.LoyaltyProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes by 2030 of a history that is replayed through a program, which the command line need not know.
 *
 * @param totals what the customers come to
 * @param ledger the lines of the ledger
 * @param accounts the lines of the accounts
 * @param verification what the verification found
 */
record Replayed(Totals totals, List<String> ledger, List<String> accounts, Verification verification) {
    private static final Instant END = Instant.parse("2030-01-01T00:00:00Z");
    private static final Wanted ALL = new Wanted(true, true, true, Set.of());

    /** Replays lines, which are put into a file of that directory. */
    static Replayed of(LoyaltyProgram program, int threads, Path directory, String lines)
            throws ReplayException, InterruptedException, IOException {
        Path history = Files.writeString(directory.resolve("history.jsonl"), lines);
        LineReader reader = new JsonLineReader(JsonEvents.of(List.of(program)), Instant.MAX);
        BadLines badLines = new BadLines("history", false);
        Limits limits = Limits.ofHeap(threads);
        try (Scratch scratch = new Scratch(directory, limits.spoolBytes())) {
            EventReader events = new EventReader(reader, badLines);
            Results results = new Replaying(LoyaltyEngine.of(program), events, ALL, limits, scratch)
                    .run(
                            new EventLines(new FileSource(history), reader, badLines, false),
                            threads,
                            Optional.of(END),
                            read -> {});
            return of(results);
        }
    }

    private static Replayed of(Results results) throws IOException {
        List<String> ledger = new ArrayList<>();
        List<String> accounts = new ArrayList<>();
        results.drainTo(written -> {
            new String(written.ledger(), UTF_8).lines().forEach(ledger::add);
            new String(written.account(), UTF_8).lines().forEach(accounts::add);
        });
        return new Replayed(results.totals(), ledger, accounts, results.verification());
    }
}
