package dev.laurel.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadLinesTest {
    private static final String GOOD = """
            {"type":"purchase","id":"p1","customer":"c1","at":"2025-01-02T12:00:00Z","currency":"USD",\
            "lines":[{"id":"1","sku":"S1","quantity":"1","net":"5.00"}]}""";

    @TempDir
    private Path directory;

    private static Tool.Run replay(Path events, String... more) {
        Object[] arguments = new Object[4 + more.length];
        arguments[0] = "--program";
        arguments[1] = "cdnow-yearly";
        arguments[2] = "--events";
        arguments[3] = events;
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Tool.run(arguments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        '"purchase"'     | '"sale"'         | type 'sale' is unknown; known are activity, adjust, cancel, capture, claim, close, enroll, erase, grant-tier, hold, opening, profile, purchase, redeem, release, reopen, return and transfer
        '"customer"'     | '"custommer"'    | customer is missing
        '"sku":"S1"'     | '"skew":"S1"'    | lines[0].sku is missing
        '"lines"'        | '"colour":1,"lines"' | field colour is unknown
        '"net"'          | '"nett":"1","net"' | field lines[0].nett is unknown
        '"net":"5.00"'   | '"net":5.00'     | lines[0].net must be a decimal in quotes such as "12.50"
        '"net":"5.00"'   | '"net":"5,00"'   | lines[0].net must be a decimal such as '12.50', but was '5,00'
        '"net":"5.00"'   | '"net":"5e2"'    | lines[0].net must be a decimal such as '12.50', but was '5e2'
        '"net":"5.00"'   | '"net":null'     | lines[0].net is missing
        '"USD"'          | '"dollars"'      | currency must be a code of ISO 4217 such as 'USD', but was 'dollars'
        '2025-01-02T'    | '2025-02-30T'    | at must be an instant such as '2026-01-31T12:00:00Z', but was '2025-02-30T12:00:00Z'
        '"p1"'           | '1'              | id must be a text in quotes
        '"p1"'           | '"\\ud800"'      | id must be Unicode, but holds half a surrogate pair
        '"id":"p1"'      | '"id":"p1","id":"p2"' | line must be well-formed JSON, but: Duplicate field 'id'
        '"lines":['      | '"lines":[7,'    | lines[0] must be an object
        '}]}'            | '}]} {}'         | line must be well-formed JSON, but: Trailing token
        """)
    void badLinesEndTheRunWithFileLineAndReason(String part, String replacement, String reason) throws IOException {
        String bad = GOOD.replace(unquoted(part), unquoted(replacement));
        Path events = Files.writeString(directory.resolve("history.jsonl"), GOOD + "\n\n" + bad + "\n");
        Path ledger = directory.resolve("ledger.jsonl");

        Tool.Run run = replay(events, "--ledger", ledger.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("replay: " + events + ":3: " + reason);
        assertThat(run.out()).isEmpty();
        assertThat(ledger).doesNotExist();
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1);
    }

    @Test
    void theReportOfABadLineDoesNotRepeatABirthday() throws IOException {
        Path events = Files.writeString(directory.resolve("history.jsonl"), """
                {"type":"enroll","id":"e1","customer":"c1","at":"2025-01-02T12:00:00Z","birthday":"--02-31"}
                """);

        assertThat(replay(events).err()).isEqualTo("replay: " + events + ":1: birthday must be a day that exists\n");
    }

    @Test
    void badLinesAreReportedTogetherWhereTheRunKeepsGoing() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("not JSON\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes((GOOD + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {'"', (byte) 0xff, '"', '\n'});
        bytes.writeBytes("[]".getBytes(StandardCharsets.UTF_8));
        Path events = Files.write(directory.resolve("history.jsonl"), bytes.toByteArray());

        Tool.Run run = replay(events, "--keep-going");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err().lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith(events + ":1: line must be well-formed JSON, but: "),
                        second -> assertThat(second).isEqualTo(events + ":3: line must be UTF-8, but is not"),
                        third -> assertThat(third).isEqualTo(events + ":4: line must be a JSON object"));
        assertThat(run.out())
                .containsPattern("\\| bad lines +\\| +3 \\|")
                .containsPattern("\\| points earned +\\| +5 \\|");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        `{"id":tré}`    | Unrecognized token 'tré': was
        `{"é":1,"é":2}` | Duplicate field 'é'
        `\u2003{}`      | Unexpected character ('\u2003' (code 8195 / 0x2003)): expected
        `\uFEFF{}`      | Unexpected character ('\\uFEFF' (code 65279 / 0xfeff)): expected
        """)
    void theReportOfABadLineNamesCharactersAndNotTheirBytes(String line, String reason) throws IOException {
        Path events = Files.writeString(directory.resolve("history.jsonl"), GOOD + "\n" + line + "\n");

        assertThat(replay(events).err())
                .startsWith("replay: " + events + ":2: line must be well-formed JSON, but: " + reason);
    }

    @Test
    void badLinesAreReportedUpToALimit() throws IOException {
        Path events = Files.writeString(directory.resolve("history.jsonl"), "?\n".repeat(1_002));

        assertThat(replay(events, "--keep-going").err().lines())
                .hasSize(1_001)
                .last()
                .asString()
                .isEqualTo(events + ": and 2 bad lines more");
    }

    @Test
    void badLinesIncludeARowOfATableThatIsNoPurchase() throws IOException {
        Path events = Files.writeString(directory.resolve("history.csv"), """
                customer,date,net
                c1,2025-01-02,5.00
                c1,2025-01-32,5.00
                c1,2025-01-03,five
                c1,2025-01-03
                ,2025-01-03,5.00
                c1,2025-01-03,"5.00
                c1,2025-01-03,6.00
                """);

        Tool.Run run = replay(events, "--keep-going");

        assertThat(run.err().lines())
                .startsWith(
                        events + ":3: date must be a date or an instant such as '2026-01-31' or '2026-01-31T12:00:00Z',"
                                + " but was '2025-01-32'",
                        events + ":4: net must be a decimal such as '12.50', but was 'five'",
                        events + ":5: row must have as many fields as the header, 3, but had 2",
                        events + ":6: customer is missing")
                .hasSize(5)
                .last()
                .asString()
                .startsWith(events + ":7: row must be well-formed CSV, but: ");
        assertThat(run.out()).containsPattern("\\| points earned +\\| +11 \\|");
    }

    @Test
    void aBadHeaderEndsTheRunInAnyCase() throws IOException {
        Path events = Files.writeString(directory.resolve("history.csv"), "client,date,net\nc1,2025-01-02,5.00\n");

        Tool.Run run = replay(events, "--keep-going");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("replay: " + events + ":1: header has no column 'customer' for customer, only client, date,"
                        + " net; map it with --columns customer=HEADER\n");
    }

    @Test
    void aCompressedFileThatIsCutOffIsNoBadLineButEndsTheRun() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write((GOOD + "\n").getBytes(StandardCharsets.UTF_8));
        }
        byte[] all = bytes.toByteArray();
        Path events = Files.write(directory.resolve("history.jsonl.gz"), java.util.Arrays.copyOf(all, all.length - 12));

        Tool.Run run = replay(events, "--keep-going");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("replay: " + events + ":").contains(": cannot be read: java.io.EOFException");
    }
}
