package dev.laurel.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories of programs whose tiers go by points that are earned, of a year of membership and of the last twelve months. */
class TiersReplayTest {
    private static final String FLIGHTS = """
            {"type":"enroll","id":"e1","customer":"ada","at":"2026-03-15T10:00:00Z"}
            {"type":"purchase","id":"p1","customer":"ada","at":"2026-04-01T10:00:00Z","currency":"USD","lines":[{"id":"1","sku":"F1","quantity":"1","net":"12000.00","attributes":{"cabin":"business"}}]}
            {"type":"purchase","id":"p2","customer":"ben","at":"2026-04-01T10:00:00Z","currency":"USD","lines":[{"id":"1","sku":"F1","quantity":"1","net":"100.00"}]}
            {"type":"grant-tier","id":"t1","customer":"ben","at":"2026-04-02T10:00:00Z","tier":"gold","until":"2027-04-02T10:00:00Z"}
            {"type":"redeem","id":"x1","customer":"ada","at":"2026-05-01T10:00:00Z","reward":"flight-10k"}
            {"type":"transfer","id":"m1","customer":"ada","to":"ben","at":"2026-05-02T10:00:00Z","currency":"miles","points":5000}
            """;
    private static final String COFFEES = """
            {"type":"opening","id":"o1","customer":"cy","at":"2026-01-10T20:00:00Z","lots":[{"currency":"stars","points":1000,"earned":"2025-12-15T20:00:00Z","expires":null}]}
            {"type":"purchase","id":"p1","customer":"cy","at":"2026-06-30T19:00:00Z","currency":"USD","lines":[{"id":"1","sku":"C1","quantity":"1","net":"500.00"}]}
            {"type":"return","id":"r1","customer":"cy","purchase":"p1","at":"2026-07-01T19:00:00Z"}
            """;

    @TempDir
    private Path directory;

    private String accounts(String program, String history, String until) throws IOException {
        Path out = directory.resolve("accounts.jsonl");
        Path events = Files.writeString(directory.resolve("history.jsonl"), history);
        Tool.Run run =
                Tool.run("--program", program, "--events", events, "--accounts", out, "--until", until, "--verify");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("all right");
        return Files.readString(out).replaceAll(",\"pending\":[^}]*", "").replaceAll(",\"digest\":[^}]*", "");
    }

    @Test
    @Tag("Q4")
    void flightsGiveATierThatFallsStepByStep() throws IOException {
        assertThat(accounts("airline", FLIGHTS, "2026-06-01T00:00:00Z")).isEqualTo("""
                {"customer":"ada","at":"2026-06-01T00:00:00Z","tier":"platinum","tierUntil":"2028-03-15T00:00:00Z",\
                "balances":{"miles":{"opened":0,"available":105000},"status":{"opened":0,"available":12000}}}
                {"customer":"ben","at":"2026-06-01T00:00:00Z","tier":"gold","tierUntil":"2027-04-02T10:00:00Z",\
                "balances":{"miles":{"opened":0,"available":5500},"status":{"opened":0,"available":100}}}
                """);
        assertThat(accounts("airline", FLIGHTS, "2028-06-01T00:00:00Z"))
                .contains(
                        "\"customer\":\"ada\",\"at\":\"2028-06-01T00:00:00Z\",\"tier\":\"gold\",\"tierUntil\":\"2029-03-15T00:00:00Z\"")
                .contains("\"customer\":\"ben\",\"at\":\"2028-06-01T00:00:00Z\",\"tier\":\"blue\",\"tierUntil\":null");
    }

    @Test
    @Tag("Q5")
    @Tag("TV-208")
    void starsThatATierKeptAreGoneWhereAReturnTakesIt() throws IOException {
        assertThat(accounts("stars", COFFEES, "2026-07-01T18:00:00Z")).isEqualTo("""
                {"customer":"cy","at":"2026-07-01T18:00:00Z","tier":"gold","tierUntil":"2027-06-30T07:00:00Z",\
                "balances":{"stars":{"opened":1000,"available":1500}}}
                """);
        assertThat(accounts("stars", COFFEES, "2026-07-02T00:00:00Z")).isEqualTo("""
                {"customer":"cy","at":"2026-07-02T00:00:00Z","tier":"green","tierUntil":null,\
                "balances":{"stars":{"opened":1000,"available":0}}}
                """);
    }

    @Test
    @Tag("Q7")
    void pageOfAMemberSaysWhatIsMissingOfPointsThatAreEarned() throws IOException {
        Path events = Files.writeString(directory.resolve("history.jsonl"), FLIGHTS + """
                {"type":"purchase","id":"p3","customer":"ben","at":"2026-06-01T10:00:00Z","currency":"USD","lines":[{"id":"1","sku":"F1","quantity":"1","net":"3000.00"}]}
                """);
        assertThat(Tool.run("--program", "airline", "--events", events, "--member", "ben")
                        .out())
                .contains("""

                Tier
                  gold, until 2 April 2027, 10:00
                  for platinum through 31 March 2027: 3,100 of 12,000 status earned in the membership year (status-earned) [8,900 missing]
                """);
    }
}
