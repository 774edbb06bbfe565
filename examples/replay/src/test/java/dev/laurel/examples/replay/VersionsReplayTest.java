package dev.laurel.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history over the versions of a program. */
@Tag("P2")
class VersionsReplayTest {
    private static final String HISTORY = """
            {"type":"purchase","id":"p1","customer":"c1","at":"2026-03-01T12:00:00Z","currency":"EUR","lines":[{"id":"1","sku":"S","quantity":"1","net":"520.00"}]}
            {"type":"purchase","id":"p2","customer":"c1","at":"2027-01-02T12:00:00Z","currency":"EUR","lines":[{"id":"1","sku":"S","quantity":"1","net":"10.00"}]}
            {"type":"purchase","id":"p3","customer":"c1","at":"2026-12-31T12:00:00Z","currency":"EUR","lines":[{"id":"1","sku":"S","quantity":"1","net":"10.00"}]}
            {"type":"return","id":"r1","customer":"c1","purchase":"p1","at":"2027-02-01T12:00:00Z"}
            """;

    @TempDir
    private Path directory;

    private Tool.Run replay(String program, Path ledger) throws IOException {
        Path history = Files.writeString(directory.resolve("history.jsonl"), HISTORY);
        return Tool.run("--program", program, "--events", history, "--ledger", ledger, "--verify");
    }

    private String entries(String program) throws IOException {
        Path ledger = directory.resolve("ledger.jsonl");
        Tool.Run run = replay(program, ledger);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("all right");
        return Files.readString(ledger)
                .replaceAll(
                        ".*\"kind\":\"(\\w+)\".*\"points\":(-?\\d+),\"lots.*\"program\":\"([^\"]+)\".*", "$1 $2 $3");
    }

    @Test
    void aHistoryIsReplayedByTheVersionsOfItsDates() throws IOException {
        assertThat(entries("corner-shop")).isEqualTo("""
                EARN 520 corner-shop@2026.1
                REDATE 0 corner-shop@2027.1
                EARN 20 corner-shop@2027.1
                EARN 10 corner-shop@2026.1
                CLAWBACK -520 corner-shop@2027.1
                """);
    }

    @Test
    void aHistoryIsReplayedByOneVersionAloneWhereThatIsAsked() throws IOException {
        assertThat(entries("corner-shop@2026.1")).isEqualTo("""
                EARN 520 corner-shop@2026.1
                EARN 10 corner-shop@2026.1
                EARN 10 corner-shop@2026.1
                CLAWBACK -520 corner-shop@2026.1
                """);
    }

    @Test
    void aVersionThatIsNotThereIsToldWithWhatIs() throws IOException {
        Tool.Run run = replay("corner-shop@2025.1", directory.resolve("ledger.jsonl"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("program 'corner-shop@2025.1' is unknown; known are airline, beauty-insider");
    }
}
