package dev.laurel.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The invoices of Online Retail, which are not ours to ship: run with {@code -Dlaurel.data=DIRECTORY}. */
class OnlineRetailTest {
    @TempDir
    private static Path directory;

    private static Path events = Path.of("");

    private static Tool.Run conversion = new Tool.Run(0, "", "");

    @BeforeAll
    static void convert() {
        String data = System.getProperty("laurel.data");
        if (data == null) {
            System.out.println("Online Retail skipped: -Dlaurel.data=DIRECTORY does not say where it is");
        }
        assumeTrue(data != null, "skipped: needs Online Retail in the directory that -Dlaurel.data names");
        Path table = Path.of(data, "online_retail", "online_retail_customers_nodesc.csv.gz");
        assumeTrue(Files.exists(table), () -> "skipped: there is no file " + table);
        events = directory.resolve("events.jsonl");
        conversion = Tool.run("convert-online-retail", table, "--out", events);
    }

    @Test
    void onlineRetailBecomesTheEventsThatWereWorkedOutIndependently() throws IOException {
        assertThat(conversion.out()).isEqualTo("""
                +-------------------------------------------+---------+
                | rows                                      | 406,829 |
                | bad lines                                 |       0 |
                | invoices                                  |  22,190 |
                | invoices of two times, posted at the last |      31 |
                | purchases                                 |  18,536 |
                | rows of purchases at price 0              |      40 |
                | returns                                   |   3,694 |
                | invoices C that match nothing             |     632 |
                | units returned                            | 248,287 |
                | units unmatched                           |  26,521 |
                | rows skipped                              |       0 |
                +-------------------------------------------+---------+
                """);
        assertThat(MoreFiles.asByteSource(events).hash(Hashing.sha256()))
                .hasToString("1b9d00659e2cfaa2b7e38e193184b4360e5ca87165d1b97f2c5d16f7be74b462");
    }

    /** What is kept of a purchase is the whole pounds of what was not given back, however many returns that took. */
    @Test
    @Tag("V3")
    @Tag("K6")
    void theReturnsOfOnlineRetailTakeBackThePointsThatWereWorkedOutIndependently() throws IOException {
        Path summary = directory.resolve("summary.json");

        Tool.Run run = Tool.run(
                "--program",
                "one-per-pound",
                "--events",
                events,
                "--summary-json",
                summary,
                "--verify",
                "--threads",
                2);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).endsWith("\nverified 4,339 accounts, 22,206 entries: all right\n");
        JsonNode json = new ObjectMapper().readTree(summary.toFile());
        assertThat(json.get("customers").asLong()).isEqualTo(4_339);
        assertThat(json.get("events").asLong()).isEqualTo(22_230);
        assertThat(json.get("refused").asLong()).isZero();
        assertThat(json.get("earned").get("points").asLong()).isEqualTo(8_902_670);
        assertThat(json.get("clawedBack").get("points").asLong()).isEqualTo(464_225);
        assertThat(json.get("outstanding").get("points").asLong()).isEqualTo(8_438_445);
        assertThat(json.get("debt").get("points").asLong()).isZero();
        assertThat(json.get("lots").asLong()).isEqualTo(18_525);
    }
}
