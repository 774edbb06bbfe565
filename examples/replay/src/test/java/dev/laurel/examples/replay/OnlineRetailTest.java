package dev.laurel.examples.replay;

import static dev.laurel.dsl.Laurel.GBP;
import static dev.laurel.dsl.Laurel.gbp;
import static dev.laurel.dsl.Laurel.neverExpiring;
import static dev.laurel.dsl.Laurel.pointCurrency;
import static dev.laurel.dsl.Laurel.program;
import static dev.laurel.dsl.Laurel.rule;
import static dev.laurel.dsl.Laurel.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.program.LoyaltyProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
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
    void becomesTheEventsThatWereWorkedOutIndependently() throws IOException {
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
    void takesBackThePointsThatWereWorkedOutIndependently() throws Exception {
        PointCurrency points = pointCurrency("points");
        LoyaltyProgram program = program("pounds", "1")
                .zone(ZoneId.of("Europe/London"))
                .money(GBP)
                .points(points, neverExpiring())
                .returnsWithin(years(3))
                .earn(rule("base").onPurchase().earns(points.points(1).per(gbp(1))))
                .build();
        List<CustomerResult> results = Replayed.results(Replayed.serviceOf(program), 1, events);

        Summary summary = Summary.of(program, results);

        assertThat(summary.customers()).isEqualTo(4_339);
        assertThat(summary.events()).isEqualTo(22_230);
        assertThat(summary.refused()).isZero();
        assertThat(summary.points()).containsEntry("points", new PointTotals(8_902_670, 0, 0, 464_225, 8_438_445, 0));
        assertThat(summary.lots()).isEqualTo(18_525);
    }
}
