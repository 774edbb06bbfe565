package dev.laurel.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private static final String PURCHASE = """
            {"type":"purchase","id":"p1","customer":"c1","at":"2025-01-02T12:00:00Z","currency":"USD","channel":"web",\
            "lines":[{"id":"1","sku":"S1","categories":["cd"],"brand":"acme","quantity":"2","net":"50.00","tax":"4.00",\
            "discounted":true,"attributes":{"color":"red"}}],"shipping":"5.00",\
            "paidBy":[{"method":"points","amount":"10.00","foreign":true},{"method":"card","amount":"49.00"}]}
            """;

    @TempDir
    private Path directory;

    private String summary(Path events, String... more) throws IOException {
        Path out = directory.resolve("summary.json");
        List<Object> arguments = new ArrayList<>(List.of("--program", "cdnow-yearly", "--events", events));
        arguments.addAll(List.of("--summary-json", out));
        arguments.addAll(List.of(more));
        Tool.Run run = Tool.run(arguments.toArray());
        assertThat(run.err()).isEmpty();
        return Files.readString(out);
    }

    private List<String> ledger(Path events, String... more) throws IOException {
        Path out = directory.resolve("ledger.jsonl");
        List<String> arguments = new ArrayList<>(List.of("--ledger", out.toString()));
        arguments.addAll(List.of(more));
        assertThat(summary(events, arguments.toArray(String[]::new))).isNotEmpty();
        return Files.readAllLines(out);
    }

    @Test
    void aPurchaseMayHaveAllFieldsOfTheFormat() throws IOException {
        Path events = Files.writeString(directory.resolve("history.jsonl"), PURCHASE);

        // 10 of 59 are paid with points, so 49/59 of the 50 of the line earn: 41.5.
        assertThat(summary(events))
                .startsWith("{\"customers\":1,\"events\":1,\"refused\":0,\"earned\":{\"points\":41}");
    }

    @Test
    void everyTypeOfEventIsRead() throws IOException {
        Path events = Files.writeString(directory.resolve("history.jsonl"), """
                {"type":"opening","id":"o1","customer":"c1","at":"2025-01-01T05:00:00Z","lots":[\
                {"currency":"points","points":1000,"earned":"2024-11-02T15:00:00Z"}],"qualifying":"999.99"}
                {"type":"enroll","id":"e1","customer":"c1","at":"2025-01-02T15:00:00Z","birthday":"--02-29",\
                "referrer":"c0","attributes":{"newsletter":"yes"},"segments":["staff"]}
                {"type":"redeem","id":"x1","customer":"c1","at":"2025-02-01T10:00:00Z","reward":"five-hundred",\
                "points":500,"basket":{"currency":"USD","lines":[{"id":"1","sku":"S2","quantity":"1","net":"40.00"}]}}
                {"type":"purchase","id":"p1","customer":"c1","at":"2025-02-01T10:00:00Z","currency":"USD",\
                "lines":[{"id":"1","sku":"S1","quantity":"1","net":"0.01"}]}
                """);

        assertThat(summary(events))
                .startsWith("{\"customers\":1,\"events\":4,\"refused\":0,\"earned\":{\"points\":0},"
                        + "\"redeemed\":{\"points\":500},")
                .contains("\"outstanding\":{\"points\":500}")
                .contains("\"gold\":1}");
    }

    private static final String BOUGHT_AND_REDEEMED = """
            {"type":"purchase","id":"p1","customer":"c1","at":"2025-02-01T10:00:00Z","currency":"USD",\
            "lines":[{"id":"1","sku":"S1","quantity":"4","net":"400.00"},{"id":"2","sku":"S2","quantity":"1","net":"300.00"}]}
            {"type":"redeem","id":"x1","customer":"c1","at":"2025-02-02T10:00:00Z","reward":"five-hundred",\
            "basket":{"currency":"USD","lines":[{"id":"1","sku":"S2","quantity":"1","net":"40.00"}]}}
            """;

    @Test
    void aReturnNamesLinesByQuantityOrAmountOrIsOfAllThatIsLeft() throws IOException {
        Path events = Files.writeString(
                directory.resolve("history.jsonl"),
                BOUGHT_AND_REDEEMED.lines().findFirst().orElseThrow() + """

                {"type":"return","id":"r1","customer":"c1","at":"2025-02-03T10:00:00Z","purchase":"p1",\
                "lines":[{"id":"1","quantity":"1"},{"id":"2","amount":"50.00"}]}
                {"type":"return","id":"r2","customer":"c1","at":"2025-02-04T10:00:00Z","purchase":"p1"}
                {"type":"return","id":"r3","customer":"c1","at":"2025-02-05T10:00:00Z","purchase":"p2"}
                """);

        assertThat(ledger(events).subList(0, 3))
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"kind\":\"EARN\"", "\"points\":700,"),
                        second -> assertThat(second)
                                .contains("\"kind\":\"CLAWBACK\"", "\"points\":-150,", "\"cause\":\"r1\""),
                        third -> assertThat(third)
                                .contains("\"kind\":\"CLAWBACK\"", "\"points\":-550,", "\"cause\":\"r2\""));
        assertThat(summary(events)).startsWith("{\"customers\":1,\"events\":4,\"refused\":1,");
    }

    @Test
    void aReturnMayBeOfAnAmountWithTaxOrOverAllLinesAndOfShipping() throws IOException {
        Path events = Files.writeString(directory.resolve("history.jsonl"), """
                {"type":"purchase","id":"p1","customer":"c1","at":"2025-02-01T10:00:00Z","currency":"USD","lines":[\
                {"id":"1","sku":"S1","quantity":"1","net":"100.00","tax":"10.00"},\
                {"id":"2","sku":"S2","quantity":"1","net":"50.00"}],"shipping":"5.00"}
                {"type":"return","id":"r1","customer":"c1","at":"2025-02-02T10:00:00Z","purchase":"p1",\
                "lines":[{"id":"1","gross":"55.00"}],"shipping":true}
                {"type":"return","id":"r2","customer":"c1","at":"2025-02-03T10:00:00Z","purchase":"p1","amount":"20.00"}
                {"type":"return","id":"r3","customer":"c1","at":"2025-02-04T10:00:00Z","purchase":"p1",\
                "lines":[],"shipping":true}
                {"type":"return","id":"r4","customer":"c1","at":"2025-02-05T10:00:00Z","purchase":"p1","shipping":true}
                """);

        assertThat(ledger(events))
                .satisfiesExactly(
                        earned -> assertThat(earned).contains("\"kind\":\"EARN\"", "\"points\":150,"),
                        half -> assertThat(half).contains("\"points\":-50,", "\"cause\":\"r1\""),
                        amount -> assertThat(amount).contains("\"points\":-20,", "\"cause\":\"r2\""),
                        rest -> assertThat(rest).contains("\"points\":-80,", "\"cause\":\"r4\""),
                        refused -> assertThat(refused)
                                .startsWith("{\"customer\":\"c1\",\"refused\":\"r3\",\"code\":\"EXCEEDS_PURCHASE\""));
    }

    @Test
    void aCancellationIsOfAllPointsOrOfSome() throws IOException {
        Path events = Files.writeString(directory.resolve("history.jsonl"), """
                {"type":"purchase","id":"p1","customer":"c1","at":"2010-02-01T10:00:00Z","currency":"GBP",\
                "lines":[{"id":"1","sku":"S1","quantity":"1","net":"700.00"}]}
                {"type":"redeem","id":"x1","customer":"c1","at":"2010-02-02T10:00:00Z","reward":"points","points":500}
                {"type":"cancel","id":"y1","customer":"c1","at":"2010-02-03T10:00:00Z","redemption":"x1","points":100}
                {"type":"cancel","id":"y2","customer":"c1","at":"2010-02-03T11:00:00Z","redemption":"x1"}
                {"type":"cancel","id":"y3","customer":"c1","at":"2010-02-03T12:00:00Z","redemption":"x1"}
                """);

        Path out = directory.resolve("ledger.jsonl");
        assertThat(Tool.run("--program", "one-per-pound", "--events", events, "--ledger", out)
                        .err())
                .isEmpty();
        assertThat(Files.readAllLines(out).subList(2, 5))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("\"kind\":\"RESTORE\"", "\"points\":100,", "\"cause\":\"y1\""),
                        second -> assertThat(second)
                                .contains("\"kind\":\"RESTORE\"", "\"points\":400,", "\"cause\":\"y2\""),
                        refused -> assertThat(refused).contains("\"refused\":\"y3\",\"code\":\"ALREADY_CANCELLED\""));
    }

    @Test
    void aCancellationOfAFixedPriceIsOfAllOfIt() throws IOException {
        Path events = Files.writeString(directory.resolve("history.jsonl"), BOUGHT_AND_REDEEMED + """
                {"type":"cancel","id":"y1","customer":"c1","at":"2025-02-03T10:00:00Z","redemption":"x1","points":100}
                {"type":"cancel","id":"y2","customer":"c1","at":"2025-02-03T11:00:00Z","redemption":"x1"}
                """);

        assertThat(ledger(events).subList(2, 4))
                .satisfiesExactly(
                        all -> assertThat(all).contains("\"kind\":\"RESTORE\"", "\"points\":500,", "\"cause\":\"y2\""),
                        part -> assertThat(part).contains("\"refused\":\"y1\",\"code\":\"INVALID\""));
    }

    @Test
    void aFileMayBeGzippedWhateverItsNameAndHaveAByteOrderMarkAndCrLf() throws IOException {
        String text = "\uFEFF" + PURCHASE.replace("\n", "\r\n") + "\r\n" + PURCHASE.strip();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Path named = Files.write(directory.resolve("history.jsonl.gz"), bytes.toByteArray());
        Path unnamed = Files.write(directory.resolve("history"), bytes.toByteArray());

        assertThat(summary(named))
                .isEqualTo(summary(unnamed, "--format", "json"))
                .contains("\"events\":1,");
    }

    @Test
    void aHistoryMayComeThroughAPipe() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/dev/stdin")), "skipped: there is no file /dev/stdin here");

        Tool.Run run =
                Tool.runOnPipe(PURCHASE, "--program", "cdnow-yearly", "--events", "/dev/stdin", "--format", "json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).containsPattern("\\| points earned +\\| +41 \\|");
    }

    @Test
    void aTableHasItsColumnsInAnyOrderWithOthersAmongThem() throws IOException {
        Path events = Files.writeString(directory.resolve("history.csv"), """
                comment;day;total;client;nr;when
                "a;b";31.01.2025; 12.50 ;"c 1";r-7;13:30

                ;01.02.2025;1;"c 1";r-8;
                """.replace("\n", "\r\n"));

        assertThat(ledger(
                        events,
                        "--delimiter",
                        ";",
                        "--columns",
                        "customer=client,date=day,net=total,id=nr,time=when",
                        "--date-format",
                        "dd.MM.yyyy",
                        "--time",
                        "12:00"))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("\"customer\":\"c 1\"", "\"points\":12,", "\"cause\":\"r-7\"")
                                .contains("\"effective\":\"2025-01-31T18:30:00Z\""),
                        second -> assertThat(second)
                                .contains("\"cause\":\"r-8\"", "\"effective\":\"2025-02-01T17:00:00Z\""));
    }

    @Test
    void aTableWithoutIdsNumbersItsRows() throws IOException {
        Path events = Files.writeString(
                directory.resolve("history.txt"),
                "  customer  date  net\n\n c1\t2025-01-02  1.00 \n c1 2025-01-02 1.00\n");

        assertThat(ledger(events, "--format", "csv", "--delimiter", "whitespace"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"cause\":\"0000000001\""),
                        second -> assertThat(second).contains("\"cause\":\"0000000002\""));
    }

    @Test
    void aTableMayBeOfTabsAndOfAnotherCurrency() throws IOException {
        Path events =
                Files.writeString(directory.resolve("history.tsv"), "customer\tdate\tnet\nc1\t2025-01-02\t1.00\n");

        assertThat(ledger(events, "--delimiter", "tab", "--currency", "GBP"))
                .containsExactly("{\"customer\":\"c1\",\"refused\":\"0000000001\",\"code\":\"WRONG_CURRENCY\","
                        + "\"expected\":\"USD\",\"actual\":\"GBP\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        yyyyMMdd            | 20250228           | 2025-02-28T05:00:00Z
        dd-MMM-yyyy         | 28-feb-2025        | 2025-02-28T05:00:00Z
        uuuu/MM/dd HH:mm    | 2025/02/28 13:05   | 2025-02-28T18:05:00Z
        uuuu/MM/dd HH       | 2025/02/28 13      | 2025-02-28T18:00:00Z
        yyyy-MM-dd HH:mm XXX | 2025-02-28 13:05 +01:00 | 2025-02-28T12:05:00Z
        """)
    void datesAreReadInTheirFormatAndInTheZoneOfTheProgram(String format, String date, String instant)
            throws IOException {
        Path events = Files.writeString(directory.resolve("history.csv"), "customer,date,net\nc1," + date + ",1.00\n");

        assertThat(ledger(events, "--date-format", format))
                .singleElement()
                .asString()
                .contains("\"effective\":\"" + instant + "\"");
    }

    @Test
    void aDateThatDoesNotExistIsNotMovedToOneThatDoes() throws IOException {
        Path events = Files.writeString(directory.resolve("history.csv"), "customer,date,net\nc1,20250231,1.00\n");

        Tool.Run run = Tool.run("--program", "cdnow-yearly", "--events", events, "--date-format", "yyyyMMdd");

        assertThat(run.err())
                .isEqualTo(
                        "replay: " + events + ":2: date must be a date in the format 'yyyyMMdd', but was '20250231'\n");
    }
}
