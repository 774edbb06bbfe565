package dev.laurel.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.examples.programs.Programs;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.program.LoyaltyProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("L3")
class VerificationTest {
    private static final String HISTORY = """
            {"type":"purchase","id":"p1","customer":"c1","at":"2026-01-02T12:00:00Z","currency":"USD","lines":[{"id":"1","sku":"S","quantity":"1","net":"40.00"}]}
            {"type":"purchase","id":"p2","customer":"c1","at":"2026-01-03T12:00:00Z","currency":"USD","lines":[{"id":"1","sku":"S","quantity":"1","net":"2.00"}]}
            {"type":"return","id":"r1","customer":"c1","purchase":"p1","at":"2026-01-04T12:00:00Z"}
            {"type":"return","id":"r1","customer":"c2","purchase":"p1","at":"2026-01-04T12:00:00Z"}
            """;

    @TempDir
    private Path directory;

    private Path history() throws IOException {
        return Files.writeString(directory.resolve("history.jsonl"), HISTORY);
    }

    @Test
    void theVerificationFindsNothingWrongWithWhatWasReplayed() throws IOException {
        Tool.Run run = Tool.run("--program", "beauty-insider", "--events", history(), "--verify");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).endsWith("+\nverified 1 accounts, 3 entries: all right\n");
    }

    @Test
    void theVerificationSaysNothingUnlessAsked() throws IOException {
        assertThat(Tool.run("--program", "beauty-insider", "--events", history())
                        .out())
                .doesNotContain("verified");
    }

    private static CustomerResult replayed() throws BadInputException {
        LoyaltyProgram program = Programs.program("beauty-insider").orElseThrow();
        LineReader reader = new JsonLineReader(JsonEvents.of(List.of(program)), Instant.MAX);
        Fold fold = new ServiceFold(LoyaltyEngine.of(program));
        for (String line : HISTORY.lines().limit(3).toList()) {
            fold.take(reader.read(reader.heading(LineBytes.of(line)).orElseThrow(), LineBytes.of(line))
                    .orElseThrow());
        }
        return fold.resultsAt(Instant.parse("2030-01-01T00:00:00Z")).get(0);
    }

    @Test
    void theVerificationTellsTheFirstWrongEntry() throws Exception {
        CustomerResult right = replayed();
        List<LedgerEntry> entries = new ArrayList<>(right.entries());
        entries.remove(1);

        Verification verification = new Verification();
        verification.add(new CustomerResult(
                right.customer(),
                right.finalAccount(),
                entries,
                right.unpaid(),
                right.refused(),
                right.accepted(),
                right.repeated(),
                right.service()));

        assertThat(verification.isRight()).isFalse();
        assertThat(verification.differences()).first().asString().startsWith("customer c1: entry 3 ");
        assertThat(verification.text()).matches("verified 1 accounts, 3 entries: [0-9] differences");
    }
}
