package dev.laurel.examples.replay;

import static dev.laurel.dsl.Laurel.USD;
import static dev.laurel.dsl.Laurel.after;
import static dev.laurel.dsl.Laurel.days;
import static dev.laurel.dsl.Laurel.expiring;
import static dev.laurel.dsl.Laurel.item;
import static dev.laurel.dsl.Laurel.months;
import static dev.laurel.dsl.Laurel.pointCurrency;
import static dev.laurel.dsl.Laurel.program;
import static dev.laurel.dsl.Laurel.reward;
import static dev.laurel.dsl.Laurel.rule;
import static dev.laurel.dsl.Laurel.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.program.LoyaltyProgram;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in which points that come back last longer than they otherwise would. */
@Tag("R3")
class ExtensionReplayTest {
    private static final PointCurrency POINTS = pointCurrency("points");
    private static final LoyaltyProgram PROGRAM = program("club", "1")
            .zone(ZoneId.of("UTC"))
            .money(USD)
            .points(POINTS, expiring(after(months(12))).extendingWhatComesBack(days(30)))
            .earn(rule("base").onPurchase().earns(POINTS.points(1).per(usd(1))))
            .redeem(reward("mug").costing(500).gives(item("mug")))
            .build();

    private static final String HISTORY = """
            {"type":"opening","id":"o1","customer":"ada","at":"2026-12-01T10:00:00Z","lots":[\
            {"currency":"points","points":500,"earned":"2025-12-31T10:00:00Z"}]}
            {"type":"redeem","id":"x1","customer":"ada","at":"2026-12-02T10:00:00Z","reward":"mug"}
            {"type":"cancel","id":"y1","customer":"ada","at":"2027-01-05T10:00:00Z","redemption":"x1"}
            {"type":"redeem","id":"x2","customer":"ada","at":"2027-01-06T10:00:00Z","reward":"mug"}
            {"type":"cancel","id":"y2","customer":"ada","at":"2027-01-20T10:00:00Z","redemption":"x2"}
            """;

    @TempDir
    private Path directory;

    @Test
    @Tag("TV-209")
    void theLedgerSaysUntilWhenPointsThatCameBackLast() throws Exception {
        Replayed replayed = Replayed.of(PROGRAM, 1, directory, HISTORY);

        String extended = "\"lots\":[{\"lot\":1,\"points\":500,\"until\":\"2027-01-30T10:00:00Z\"}]";
        assertThat(replayed.ledger())
                .satisfiesExactly(
                        opened -> assertThat(opened).contains("\"lots\":[{\"lot\":1,\"points\":500}]"),
                        redeemed -> assertThat(redeemed).contains("\"lots\":[{\"lot\":1,\"points\":500}]"),
                        restored -> assertThat(restored).contains("\"kind\":\"RESTORE\"", extended),
                        again -> assertThat(again).contains("\"kind\":\"REDEEM\"", extended),
                        restoredAgain -> assertThat(restoredAgain).contains("\"kind\":\"RESTORE\"", extended),
                        expired -> assertThat(expired)
                                .contains("\"kind\":\"EXPIRE\"", extended)
                                .contains("\"effective\":\"2027-01-30T10:00:00Z\""));
        assertThat(replayed.verification().text()).isEqualTo("verified 1 accounts, 6 entries: all right");
    }
}
