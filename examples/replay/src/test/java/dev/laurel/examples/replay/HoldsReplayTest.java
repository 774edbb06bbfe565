package dev.laurel.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories with holds, closures and erasures from the command line. */
class HoldsReplayTest {
    private static final String MEMBER = """
            {"type":"opening","id":"o1","customer":"ada","at":"2026-01-01T05:00:00Z","lots":[\
            {"currency":"points","points":2000,"earned":"2025-12-01T15:00:00Z"}]}
            """;

    @TempDir
    private Path directory;

    private Tool.Run replay(String lines, Object... more) throws IOException {
        Path events = Files.writeString(directory.resolve("history.jsonl"), MEMBER + lines);
        Object[] arguments = new Object[7 + more.length];
        System.arraycopy(
                new Object[] {
                    "--program",
                    "beauty-insider",
                    "--events",
                    events,
                    "--ledger",
                    directory.resolve("ledger"),
                    "--verify"
                },
                0,
                arguments,
                0,
                7);
        System.arraycopy(more, 0, arguments, 7, more.length);
        Tool.Run run = Tool.run(arguments);
        assertThat(run.err()).isEmpty();
        return run;
    }

    private List<String> ledger() throws IOException {
        return Files.readAllLines(directory.resolve("ledger"));
    }

    private static String hold(String id, String until) {
        return "{\"type\":\"hold\",\"id\":\"" + id + "\",\"customer\":\"ada\",\"at\":\"2026-02-01T10:00:00Z\","
                + "\"reward\":\"cash-10\",\"until\":\"" + until + "\",\"basket\":{\"currency\":\"USD\","
                + "\"lines\":[{\"id\":\"1\",\"sku\":\"S2\",\"quantity\":\"1\",\"net\":\"40.00\"}]}}\n";
    }

    @Test
    @Tag("L7")
    void holdsAreCapturedReleasedOrLapse() throws IOException {
        Tool.Run run = replay(hold("h1", "2026-02-02T10:00:00Z")
                + hold("h2", "2026-02-02T10:00:00Z")
                + hold("h3", "2026-02-02T10:00:00Z")
                + """
                {"type":"capture","id":"k1","customer":"ada","hold":"h1","at":"2026-02-01T11:00:00Z"}
                {"type":"release","id":"l1","customer":"ada","hold":"h2","at":"2026-02-01T12:00:00Z"}
                {"type":"release","id":"l2","customer":"ada","hold":"h1","at":"2026-02-01T13:00:00Z"}
                {"type":"cancel","id":"y1","customer":"ada","redemption":"k1","at":"2026-02-03T10:00:00Z"}
                """);

        assertThat(run.out())
                .contains("verified 1 accounts, 8 entries: all right")
                .containsPattern("points redeemed +\\| +0 \\|");
        assertThat(ledger())
                .satisfiesExactly(
                        opened -> assertThat(opened).contains("\"kind\":\"OPEN\""),
                        first -> assertThat(first)
                                .contains("\"kind\":\"HOLD\"", "\"points\":500,\"lots\":[{\"lot\":1,\"points\":500}]")
                                .contains("\"rule\":\"cash-10\",\"cause\":\"h1\",\"hold\":\"h1\""),
                        second -> assertThat(second).contains("\"kind\":\"HOLD\"", "\"hold\":\"h2\""),
                        third -> assertThat(third).contains("\"kind\":\"HOLD\"", "\"hold\":\"h3\""),
                        captured -> assertThat(captured)
                                .contains("\"kind\":\"CAPTURE\"", "\"points\":-500,", "\"cause\":\"k1\""),
                        released -> assertThat(released)
                                .contains("\"kind\":\"RELEASE\"", "\"points\":500,", "\"hold\":\"h2\""),
                        lapsed -> assertThat(lapsed)
                                .contains("\"kind\":\"RELEASE\"", "\"points\":500,", "\"hold\":\"h3\"")
                                .contains("\"effective\":\"2026-02-02T10:00:00Z\""),
                        restored -> assertThat(restored)
                                .contains("\"kind\":\"RESTORE\"", "\"points\":500,", "\"cause\":\"y1\""),
                        refused -> assertThat(refused)
                                .startsWith("{\"customer\":\"ada\",\"refused\":\"l2\",\"code\":\"ALREADY_RESOLVED\""));
    }

    @Test
    @Tag("L7")
    void aFixedPriceIsCapturedAsAWhole() throws IOException {
        Tool.Run run = replay(hold("h1", "2026-02-02T10:00:00Z") + """
                {"type":"capture","id":"k1","customer":"ada","hold":"h1","at":"2026-02-01T11:00:00Z","points":300}
                """);

        assertThat(run.exitCode()).isZero();
        assertThat(ledger())
                .last()
                .asString()
                .startsWith("{\"customer\":\"ada\",\"refused\":\"k1\",\"code\":\"INVALID\"");
    }

    /** Orders on two holds: the first is released, the second lapses after the last event. */
    @Test
    @Tag("A6")
    void ordersOfHoldsThatEndInVainAreToldAsUnpaid() throws IOException {
        Path events = Files.writeString(directory.resolve("pounds.jsonl"), """
                {"type":"purchase","id":"p0","customer":"bea","at":"2010-01-01T10:00:00Z","currency":"GBP",\
                "lines":[{"id":"1","sku":"S","quantity":1,"net":"1000.00"}]}
                {"type":"hold","id":"h1","customer":"bea","at":"2010-02-01T10:00:00Z","reward":"points","points":300,\
                "until":"2010-02-01T12:00:00Z"}
                {"type":"hold","id":"h2","customer":"bea","at":"2010-02-01T10:00:00Z","reward":"points","points":100,\
                "until":"2010-02-01T12:00:00Z"}
                {"type":"purchase","id":"p1","customer":"bea","at":"2010-02-01T10:01:00Z","currency":"GBP",\
                "lines":[{"id":"1","sku":"S","quantity":1,"net":"10.00"}],\
                "paidBy":[{"method":"points","amount":"2.00","redemption":"h1"}]}
                {"type":"purchase","id":"p2","customer":"bea","at":"2010-02-01T10:02:00Z","currency":"GBP",\
                "lines":[{"id":"1","sku":"S","quantity":1,"net":"10.00"}],\
                "paidBy":[{"method":"points","amount":"1.00","redemption":"h1"},\
                {"method":"points","amount":"1.00","redemption":"h2"}]}
                {"type":"release","id":"l1","customer":"bea","hold":"h1","at":"2010-02-01T11:00:00Z"}
                """);

        Tool.Run run = Tool.run(
                "--program",
                "one-per-pound",
                "--events",
                events,
                "--until",
                "2010-02-02",
                "--ledger",
                directory.resolve("ledger"),
                "--explain",
                "bea");

        assertThat(run.out()).containsPattern("orders left unpaid +\\| +3 \\|").contains("""
                        unpaid p1, p2: hold h1 ended at 2010-02-01T11:00:00Z
                        unpaid p2: hold h2 ended at 2010-02-01T12:00:00Z
                        """);
        assertThat(ledger().subList(7, 9))
                .containsExactly(
                        "{\"customer\":\"bea\",\"unpaid\":[\"p1\",\"p2\"],\"hold\":\"h1\",\"at\":\"2010-02-01T11:00:00Z\"}",
                        "{\"customer\":\"bea\",\"unpaid\":[\"p2\"],\"hold\":\"h2\",\"at\":\"2010-02-01T12:00:00Z\"}");
    }

    @Test
    @Tag("L7")
    void aMembersPageShowsWhatIsSetAside() throws IOException {
        Tool.Run run = replay(hold("h1", "2026-02-02T10:00:00Z"), "--until", "2026-02-01T11:00:00Z", "--member", "ada");

        assertThat(run.out())
                .contains("  1,500 points, 0 pending, 500 set aside\n")
                .contains("  500 points are set aside for cash-10 until 2 February 2026, 05:00, h1\n")
                .contains("  1 February 2026     500  points  set aside for cash-10, h1\n");
    }

    @Test
    @Tag("E1")
    void aClosedAccountAcceptsNothing() throws IOException {
        Tool.Run run = replay("""
                {"type":"close","id":"z1","customer":"ada","at":"2026-02-01T10:00:00Z"}
                {"type":"activity","id":"a1","customer":"ada","name":"review","at":"2026-02-02T10:00:00Z"}
                """);

        assertThat(run.out()).containsPattern("points expired +\\| +2,000 \\|");
        assertThat(ledger())
                .satisfiesExactly(
                        opened -> assertThat(opened).contains("\"kind\":\"OPEN\""),
                        closed -> assertThat(closed)
                                .contains("\"kind\":\"EXPIRE\"", "\"points\":-2000,", "\"cause\":\"z1\""),
                        refused -> assertThat(refused).contains("\"refused\":\"a1\",\"code\":\"ACCOUNT_CLOSED\""));
    }

    @Test
    @Tag("F2")
    void theEntriesOfAnErasedCustomerAreTold() throws IOException {
        Tool.Run run = replay("""
                {"type":"enroll","id":"e1","customer":"ada","at":"2026-01-02T15:00:00Z","birthday":"--06-15"}
                {"type":"erase","id":"z1","customer":"ada","at":"2026-02-01T10:00:00Z"}
                """, "--explain", "ada", "--member", "ada");

        assertThat(run.out())
                .startsWith("""
                        customer ada
                        2026-01-01T05:00:00Z erased event o1
                          #1 OPEN +2000 points at 2026-01-01T05:00:00Z
                        """)
                .contains("2026-01-02T15:00:00Z erased event e1\n2026-02-01T10:00:00Z erasure z1\n")
                .contains("verified 1 accounts, 1 entries: all right")
                .doesNotContain("06-15");
    }
}
