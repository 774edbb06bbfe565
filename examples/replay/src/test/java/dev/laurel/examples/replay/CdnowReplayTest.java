package dev.laurel.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The purchase history of CDNOW, which is not ours to ship: run with {@code -Dlaurel.data=DIRECTORY}. */
class CdnowReplayTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    private Path history;

    @BeforeEach
    void findHistory() {
        String data = System.getProperty("laurel.data");
        if (data == null) {
            System.out.println("CDNOW history skipped: -Dlaurel.data=DIRECTORY does not say where it is");
        }
        assumeTrue(data != null, "skipped: needs the CDNOW history in the directory that -Dlaurel.data names");
        history = Path.of(data, "cdnow", "CDNOW_master.txt.gz");
        assumeTrue(Files.exists(history), () -> "skipped: there is no file " + history);
    }

    private static Object[] arguments(Path file, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("--program", "cdnow-yearly", "--events", file));
        arguments.addAll(List.of("--format", "csv", "--delimiter", "whitespace"));
        arguments.addAll(List.of("--columns", "customer=customer_id,date=date,net=dollar_value"));
        arguments.addAll(List.of("--date-format", "yyyyMMdd", "--time", "12:00", "--currency", "USD"));
        arguments.addAll(Arrays.asList(more));
        return arguments.toArray();
    }

    @Test
    void theReplayOfCdnowGivesThePointsThatWereWorkedOutIndependently() throws IOException {
        Path summary = directory.resolve("summary.json");
        Path accounts = directory.resolve("accounts.jsonl");

        Tool.Run run = Tool.run(
                arguments(history, "--until", "1998-07-01", "--summary-json", summary, "--accounts", accounts));

        assertThat(run.err()).isEmpty();
        JsonNode json = JSON.readTree(summary.toFile());
        assertThat(json.get("customers").asLong()).isEqualTo(23_570);
        assertThat(json.get("events").asLong()).isEqualTo(69_659);
        assertThat(json.get("refused").asLong()).isZero();
        assertThat(json.get("earned").get("points").asLong()).isEqualTo(2_545_784);
        assertThat(json.get("expired").get("points").asLong()).isEqualTo(1_430_975);
        assertThat(json.get("outstanding").get("points").asLong()).isEqualTo(1_114_809);
        assertThat(json.get("lots").asLong()).isEqualTo(69_579);
        assertThat(digestOfBalances(accounts))
                .isEqualTo("5381c2a58ea1147f29b42c5b3b41aac3ca23a35eae39585fd0d94b605da3a1f9");
    }

    private static String digestOfBalances(Path accounts) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String line : Files.readAllLines(accounts)) {
            JsonNode account = JSON.readTree(line);
            JsonNode points = account.get("balances").get("points");
            // The ids have leading zeros, so their order as texts is that of the numbers.
            lines.append(Integer.parseInt(account.get("customer").asText()));
            for (String part : List.of("earned", "redeemed", "expired", "available")) {
                lines.append(',').append(points.get(part).asLong());
            }
            lines.append('\n');
        }
        return Hashing.sha256().hashString(lines, StandardCharsets.UTF_8).toString();
    }

    @Test
    void theReplayOfCdnowGivesTheTiersAtTheEndOfTheYear() throws IOException {
        Path summary = directory.resolve("summary.json");

        Tool.Run run = Tool.run(arguments(history, "--until", "1997-12-31T23:59:59.999999", "--summary-json", summary));

        assertThat(run.err()).isEmpty();
        assertThat(JSON.readTree(summary.toFile()).get("tiers"))
                .hasToString("{\"base\":22687,\"silver\":781,\"gold\":102}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theReplayOfCdnowGivesTheSameInAnyOrderOfCustomersOnAnyThreadsInAnyZoneAndLocale(int threads) throws Exception {
        Path accounts = directory.resolve("accounts.jsonl");
        Path accountsOfChild = directory.resolve("accounts-of-child.jsonl");
        Path shuffled = shuffled();
        Tool.Run run = Tool.run(arguments(history, "--accounts", accounts));

        Tool.Run child = Tool.runInChildJvm(
                directory,
                List.of("-Duser.timezone=Pacific/Apia", "-Duser.language=tr", "-Dfile.encoding=ISO-8859-9"),
                arguments(shuffled, "--threads", threads, "--accounts", accountsOfChild));

        assertThat(run.err()).isEmpty();
        // Only what may not be meant with the program.
        assertThat(child.err().lines()).allMatch(line -> line.contains("WARN dev.laurel.engine.LoyaltyEngine"));
        assertThat(accountsOfChild).hasSameBinaryContentAs(accounts);
    }

    private static String customerIn(String row) {
        String text = row.strip();
        return text.substring(0, text.indexOf(' '));
    }

    private Path shuffled() throws IOException {
        List<String> lines;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(history))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            rows.computeIfAbsent(customerIn(line), customer -> new ArrayList<>())
                    .add(line);
        }
        List<List<String>> customers = new ArrayList<>(rows.values());
        Collections.shuffle(customers, new Random(1997));
        List<String> shuffled = new ArrayList<>(List.of(lines.get(0)));
        customers.forEach(shuffled::addAll);
        return Files.write(directory.resolve("shuffled.txt"), shuffled);
    }
}
