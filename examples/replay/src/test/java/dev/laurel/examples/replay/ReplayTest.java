package dev.laurel.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
    @TempDir
    private Path directory;

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
    }

    private static Tool.Run replay(Path events, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("--program", "cdnow-yearly", "--events", events));
        arguments.addAll(List.of(more));
        return Tool.run(arguments.toArray());
    }

    /** What a run writes to a file, digests left out: they are the core's to test. */
    private String written(String option, Path events, Object... more) throws IOException {
        Path out = directory.resolve("out.json");
        List<Object> arguments = new ArrayList<>(List.of(option, out));
        arguments.addAll(List.of(more));
        Tool.Run run = replay(events, arguments.toArray());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return Files.readString(out).replaceAll("\"digest\":\"[0-9a-f]{64}\"", "\"digest\":\"…\"");
    }

    private static String purchase(String customer, String id, String at, String net) {
        return """
                {"type":"purchase","id":"%s","customer":"%s","at":"%s","currency":"USD",\
                "lines":[{"id":"1","sku":"S1","quantity":"1","net":"%s"}]}""".formatted(id, customer, at, net);
    }

    private static String redeem(String customer, String id, String at) {
        return """
                {"type":"redeem","id":"%s","customer":"%s","at":"%s","reward":"five-hundred"}""".formatted(id, customer, at);
    }

    @Nested
    class Outputs {
        @Test
        void ledgerIsSortedByCustomerThenSequenceWithRefusedEventsAfterTheEntries() throws IOException {
            Path events = file(
                    "history.jsonl",
                    redeem("c2", "x1", "2025-01-01T12:00:00Z"),
                    purchase("c2", "p1", "2025-01-02T12:00:00Z", "600.00"),
                    redeem("c2", "x2", "2025-01-03T12:00:00Z"),
                    purchase("c10", "p1", "2025-01-04T12:00:00Z", "9.99"));

            assertThat(written("--ledger", events)).isEqualTo("""
                    {"customer":"c10","seq":1,"kind":"EARN","currency":"points","points":9,"lots":[{"lot":1,"points":9}],\
                    "rule":"per-dollar","cause":"p1","program":"cdnow-yearly@1997.1","effective":"2025-01-04T12:00:00Z",\
                    "available":"2025-01-04T12:00:00Z","expires":"2026-01-04T05:00:00Z"}
                    {"customer":"c2","seq":1,"kind":"EARN","currency":"points","points":600,"lots":[{"lot":1,"points":600}],\
                    "rule":"per-dollar","cause":"p1","program":"cdnow-yearly@1997.1","effective":"2025-01-02T12:00:00Z",\
                    "available":"2025-01-02T12:00:00Z","expires":"2026-01-02T05:00:00Z"}
                    {"customer":"c2","seq":2,"kind":"REDEEM","currency":"points","points":-500,\
                    "lots":[{"lot":1,"points":500}],"rule":"five-hundred","cause":"x2","program":"cdnow-yearly@1997.1",\
                    "effective":"2025-01-03T12:00:00Z","available":null,"expires":null}
                    {"customer":"c2","refused":"x1","code":"INSUFFICIENT_POINTS","currency":"points","available":0,\
                    "required":500}
                    """);
        }

        @Test
        void ledgerSaysWhenPointsWereEarnedIfThatWasBeforeTheyTookEffect() throws IOException {
            Path events = file("history.jsonl", """
                    {"type":"opening","id":"o1","customer":"c1","at":"2025-02-01T05:00:00Z","lots":[\
                    {"currency":"points","points":320,"earned":"2024-11-02T15:00:00Z","expires":null}],\
                    "tier":"silver","tierUntil":"2026-01-01T05:00:00Z","qualifying":"410.00"}""");

            assertThat(written("--ledger", events)).isEqualTo("""
                    {"customer":"c1","seq":1,"kind":"OPEN","currency":"points","points":320,\
                    "lots":[{"lot":1,"points":320}],"rule":null,"cause":"o1","program":"cdnow-yearly@1997.1",\
                    "effective":"2025-02-01T05:00:00Z","earned":"2024-11-02T15:00:00Z",\
                    "available":"2025-02-01T05:00:00Z","expires":"2025-11-02T04:00:00Z"}
                    """);
            assertThat(written("--accounts", events)).isEqualTo("""
                    {"customer":"c1","at":"2025-02-01T05:00:00Z","tier":"silver","tierUntil":"2026-01-01T05:00:00Z",\
                    "balances":{"points":{"opened":320,"available":320,"pending":0,"held":0,"debt":0,"earned":0,\
                    "redeemed":0,"expired":0,"clawedBack":0,"adjustedUp":0,"adjustedDown":0,"received":0,"sent":0}},\
                    "digest":"…"}
                    """);
        }

        @Test
        void accountsAreThoseOfCustomersOfWhomAnEventWasAcceptedAllAtTheSameInstant() throws IOException {
            Path events = file(
                    "history.jsonl",
                    purchase("c2", "p1", "2025-01-02T12:00:00Z", "600.00"),
                    redeem("c3", "x1", "2025-01-03T12:00:00Z"),
                    redeem("c2", "x2", "2025-01-03T12:00:00Z"),
                    purchase("c1", "p1", "2025-01-04T12:00:00Z", "9.99"));

            assertThat(written("--accounts", events)).isEqualTo("""
                    {"customer":"c1","at":"2025-01-04T12:00:00Z","tier":"base","tierUntil":null,\
                    "balances":{"points":{"opened":0,"available":9,"pending":0,"held":0,"debt":0,"earned":9,\
                    "redeemed":0,"expired":0,"clawedBack":0,"adjustedUp":0,"adjustedDown":0,"received":0,"sent":0}},\
                    "digest":"…"}
                    {"customer":"c2","at":"2025-01-04T12:00:00Z","tier":"silver","tierUntil":"2026-01-01T05:00:00Z",\
                    "balances":{"points":{"opened":0,"available":100,"pending":0,"held":0,"debt":0,"earned":600,\
                    "redeemed":500,"expired":0,"clawedBack":0,"adjustedUp":0,"adjustedDown":0,"received":0,"sent":0}},\
                    "digest":"…"}
                    """);
        }

        @Test
        void summaryCountsRepeatedEventsOnce() throws IOException {
            Path events = file(
                    "history.jsonl",
                    purchase("c1", "p1", "2025-01-02T12:00:00Z", "600.00"),
                    purchase("c1", "p1", "2025-01-02T12:00:00Z", "600"),
                    purchase("c1", "p1", "2025-01-02T12:00:00Z", "601.00"),
                    redeem("c2", "x1", "2025-01-03T12:00:00Z"));

            assertThat(written("--summary-json", events)).isEqualTo("""
                    {"customers":1,"events":3,"refused":2,"earned":{"points":600},"redeemed":{"points":0},\
                    "expired":{"points":0},"clawedBack":{"points":0},"outstanding":{"points":600},"debt":{"points":0},\
                    "lots":1,"tiers":{"base":0,"silver":1,"gold":0},"digest":"…"}
                    """);
            assertThat(replay(events).out())
                    .containsPattern("\\| repeated +\\| +1 \\|")
                    .containsPattern("\\| points earned +\\| +600 \\|")
                    .containsPattern("\\| members silver +\\| +1 \\|");
        }

        @Test
        void explanationTellsTheRulesThatAppliedAndThoseThatDidNot() throws IOException {
            Path events = file(
                    "history.jsonl",
                    redeem("c1", "x1", "2025-01-01T12:00:00Z"),
                    purchase("c1", "p1", "2025-01-02T12:00:00Z", "400.00"),
                    purchase("c1", "p2", "2025-01-03T12:00:00Z", "35.99"));

            assertThat(replay(events, "--explain", "c1", "--until", "2026-01-02")
                            .out())
                    .startsWith("""
                            customer c1
                            2025-01-02T12:00:00Z purchase p1
                                per-dollar: +400 points (400 rounded down per purchase)
                                gold-rate: not applied, since tier gold is required, but found tier base
                                silver-rate: not applied, since tier silver is required, but found tier base
                              #1 EARN +400 points by per-dollar at 2025-01-02T12:00:00Z, expires 2026-01-02T05:00:00Z
                              tier silver at 2025-01-02T12:00:00Z until 2026-01-01T05:00:00Z
                            2025-01-03T12:00:00Z purchase p2
                            """)
                    .contains("""
                            afterwards
                              #4 EXPIRE -400 points at 2026-01-02T05:00:00Z
                            refused x1: INSUFFICIENT_POINTS, 500 points are needed, but 0 are available
                            """);
        }

        @Test
        void explanationOfACustomerWhoIsNotThereIsAnError() throws IOException {
            Path events = file("history.jsonl", purchase("c1", "p1", "2025-01-02T12:00:00Z", "1.00"));

            Tool.Run run = replay(events, "--explain", "C1");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).isEqualTo("replay: no event of customer 'C1' was read\n");
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 8})
        void outputsDoNotDependOnTheNumberOfThreads(int threads) throws IOException {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                String customer = "c" + i * 7919 % 613;
                String at = "2025-01-01T%02d:%02d:%02dZ".formatted(i / 3600, i / 60 % 60, i % 60);
                lines.add(i % 5 == 4 ? redeem(customer, "e" + i, at) : purchase(customer, "e" + i, at, i % 97 + ".50"));
            }
            Path events = file("history.jsonl", lines.toArray(String[]::new));

            assertThat(written("--ledger", events, "--threads", threads)).isEqualTo(written("--ledger", events));
            assertThat(written("--accounts", events, "--threads", threads)).isEqualTo(written("--accounts", events));
        }

        @Test
        void outputsAreTheSameFromAChildJvmInAnotherZoneAndLocale() throws Exception {
            Path events = file(
                    "history.jsonl",
                    purchase("İstanbul 1", "p1", "2025-01-02T12:00:00Z", "600.00"),
                    purchase("c1", "p1", "2025-01-04T12:00:00Z", "9.99"));
            Path accounts = directory.resolve("accounts.jsonl");
            Path accountsOfChild = directory.resolve("accounts-of-child.jsonl");

            Tool.Run run = replay(events, "--accounts", accounts);
            Tool.Run child = Tool.runInChildJvm(
                    directory,
                    List.of("-Duser.timezone=Pacific/Apia", "-Duser.language=tr", "-Dfile.encoding=US-ASCII"),
                    List.of("--program", "cdnow-yearly", "--events", events, "--accounts", accountsOfChild)
                            .toArray());

            assertThat(child.exitCode()).isZero();
            // Only what may not be meant with the program, once.
            assertThat(child.err().lines())
                    .singleElement()
                    .asString()
                    .contains("WARN dev.laurel.engine.LoyaltyEngine - Program cdnow-yearly@1997.1: program: does not"
                            + " exclude gift cards");
            assertThat(accountsOfChild).hasSameBinaryContentAs(accounts);
            assertThat(untimed(child)).isEqualTo(untimed(run));
        }

        private static String untimed(Tool.Run run) {
            return run.out().replaceAll("\\| (seconds|events per second|heap used) .*", "");
        }
    }

    @Nested
    class Until {
        @ParameterizedTest
        @CsvSource({
            // A lot of 2 January 2025 expires at the start of 2 January 2026, 05:00 UTC.
            "2026-01-02, 0",
            "2026-01-02T00:00:00, 0",
            "2026-01-02T05:00:00Z, 0",
            "2026-01-02T06:00:00+01:00, 0",
            "2026-01-01T23:59:59.999999, 600",
            "2026-01-02T04:59:59.999999Z, 600",
        })
        void anExpiryAtTheVeryInstantThatTheReplayEndsAtHasHappened(String until, long outstanding) throws IOException {
            Path events = file("history.jsonl", purchase("c1", "p1", "2025-01-02T12:00:00Z", "600.00"));

            assertThat(written("--summary-json", events, "--until", until))
                    .contains("\"outstanding\":{\"points\":" + outstanding + "}");
        }

        @Test
        void laterEventsAreNotRead() throws IOException {
            Path events = file(
                    "history.jsonl",
                    purchase("c1", "p1", "2025-01-02T12:00:00Z", "1.00"),
                    purchase("c1", "p2", "2025-01-02T12:00:01Z", "2.00"),
                    purchase("c2", "p3", "2025-01-02T12:00:02Z", "-4.00"));

            assertThat(written("--summary-json", events, "--until", "2025-01-02T12:00:01Z"))
                    .contains("\"customers\":1,\"events\":2,\"refused\":0,\"earned\":{\"points\":3}");
        }
    }

    @Nested
    class RefusedEvents {
        @Test
        void refusedEventsAreThoseWhoseValuesNoEventMayHave() throws IOException {
            Path events = file(
                    "history.jsonl",
                    purchase("c1", "p1", "2025-01-02T12:00:00Z", "-1.00"),
                    purchase("c1", "p\\u0007", "2025-01-02T12:00:00Z", "1.00"),
                    purchase("c1", "p2", "+12025-01-02T12:00:00Z", "1.00"),
                    """
                    {"type":"purchase","id":"p3","customer":"c1","at":"2025-01-02T12:00:00Z","currency":"GBP",\
                    "lines":[{"id":"1","sku":"S1","quantity":"1","net":"1.00"}]}""",
                    """
                    {"type":"purchase","id":"p4","customer":"c1","at":"2025-01-02T12:00:00Z","currency":"USD",\
                    "lines":[{"id":"1","sku":"S1","quantity":1,"net":1},{"id":"1","sku":"S2","quantity":1,"net":2}]}""");

            assertThat(written("--ledger", events)).isEqualTo("""
                    {"customer":"c1","refused":"p1","code":"INVALID",\
                    "message":"net of line '1' must not be negative, but was USD -1.00"}
                    {"customer":"c1","refused":"p\\u0007","code":"INVALID","message":"event id must not hold control,\
                     format, private-use, surrogate or unassigned characters of Unicode 15, but had U+0007 at index 1"}
                    {"customer":"c1","refused":"p2","code":"INVALID","message":"occurredAt must lie in the years 1 to 9999"}
                    {"customer":"c1","refused":"p3","code":"WRONG_CURRENCY","expected":"USD","actual":"GBP"}
                    {"customer":"c1","refused":"p4","code":"INVALID",\
                    "message":"line ids must be unique in a basket, but '1' occurs twice"}
                    """);
        }

        @Test
        void refusedEventsAreWithoutAnAccountToBeWrittenIfNothingElseHappened() throws IOException {
            Path events = file("history.jsonl", purchase("laurel:c1", "p1", "2025-01-02T12:00:00Z", "1.00"));

            assertThat(written("--accounts", events)).isEmpty();
            assertThat(written("--summary-json", events)).startsWith("{\"customers\":0,\"events\":1,\"refused\":1,");
        }
    }
}
