package dev.laurel.examples.replay;

import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Histories replayed through programs that the command line does not know. */
final class Replayed {
    private static final Instant END = Instant.parse("2030-01-01T00:00:00Z");

    private Replayed() {}

    static LoyaltyService serviceOf(LoyaltyProgram program) {
        return LoyaltyService.of(LoyaltyEngine.of(program), new InMemoryAccountStore());
    }

    /** What becomes of the events of a file by 2030, if none of its lines is bad. */
    static List<CustomerResult> results(LoyaltyService service, int threads, Path events)
            throws ReplayException, InterruptedException {
        LineReader reader =
                new JsonLineReader(new JsonEvents(service.engine().program().money()), Instant.MAX);
        try (Runner runner = Runner.onThreads(threads, service)) {
            new EventLines(new FileSource(events), reader, new BadLines("history", false)).readInto(runner, read -> {});
            return runner.resultsAt(END);
        }
    }

    /** The same of lines, which are put into a file of that directory. */
    static List<CustomerResult> results(LoyaltyService service, int threads, Path directory, String lines)
            throws ReplayException, InterruptedException, IOException {
        return results(service, threads, Files.writeString(directory.resolve("history.jsonl"), lines));
    }
}
