package dev.laurel.examples.replay;

import static dev.laurel.dsl.Laurel.USD;
import static dev.laurel.dsl.Laurel.expiring;
import static dev.laurel.dsl.Laurel.never;
import static dev.laurel.dsl.Laurel.pointCurrency;
import static dev.laurel.dsl.Laurel.program;
import static dev.laurel.dsl.Laurel.rule;
import static dev.laurel.dsl.Laurel.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.program.LoyaltyProgram;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs whose members may give each other points, so that the order of events matters over all of them. */
@Tag("L9")
class TransfersReplayTest {
    private static final PointCurrency MILES = pointCurrency("miles");
    private static final LoyaltyProgram PROGRAM = program("club", "1")
            .zone(ZoneId.of("UTC"))
            .money(USD)
            .points(MILES, expiring(never()).transferable())
            .earn(rule("base").onPurchase().earns(MILES.points(1).per(usd(1))))
            .build();

    @TempDir
    private Path directory;

    private static String purchase(String customer, String id, String at, int dollars) {
        return "{\"type\":\"purchase\",\"id\":\"" + id + "\",\"customer\":\"" + customer + "\",\"at\":\"" + at
                + "\",\"currency\":\"USD\",\"lines\":[{\"id\":\"1\",\"sku\":\"S\",\"quantity\":\"1\",\"net\":\""
                + dollars + "\"}]}\n";
    }

    private static String joins(String customer) {
        return "{\"type\":\"enroll\",\"id\":\"e1\",\"customer\":\"" + customer
                + "\",\"at\":\"2026-01-01T00:00:00Z\"}\n";
    }

    private static String transfer(String from, String id, String at, String to, int points) {
        return "{\"type\":\"transfer\",\"id\":\"" + id + "\",\"customer\":\"" + from + "\",\"at\":\"" + at
                + "\",\"to\":\"" + to + "\",\"currency\":\"miles\",\"points\":" + points + "}\n";
    }

    /** What each hands on it has only got just before, so a thread for each would find nothing there. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void transfersRunInTheOrderOfTheFileOverAllCustomers(int threads) throws Exception {
        int people = 40;
        StringBuilder lines = new StringBuilder(purchase("c0", "p1", "2026-01-01T00:00:00Z", 100));
        for (int i = 0; i < people; i++) {
            lines.append(joins("c" + (i + 1)));
            lines.append(transfer("c" + i, "m1", "2026-01-01T00:00:00Z", "c" + (i + 1), 100));
        }

        Replayed replayed = Replayed.of(PROGRAM, threads, directory, lines.toString());

        assertThat(replayed.totals().summary("").refused()).isZero();
        assertThat(replayed.accounts())
                .filteredOn(account -> account.contains("\"customer\":\"c" + people + "\""))
                .singleElement()
                .asString()
                .contains("\"available\":100,");
        assertThat(replayed.verification().text()).isEqualTo("verified 41 accounts, 81 entries: all right");
    }

    @Test
    void transfersAreWrittenToTheLedgersOfBothAndToTheAccountOfWhoNeverBought() throws Exception {
        Replayed replayed = Replayed.of(
                PROGRAM,
                1,
                directory,
                purchase("ada", "p1", "2026-01-01T00:00:00Z", 100)
                        + joins("bob")
                        + transfer("ada", "m1", "2026-01-02T00:00:00Z", "bob", 30));

        assertThat(replayed.ledger())
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"ada\",\"seq\":1,\"kind\":\"EARN\""),
                        second -> assertThat(second)
                                .contains("\"ada\",\"seq\":2,\"kind\":\"SEND\"", "\"points\":-30,")
                                .contains("\"lots\":[{\"lot\":1,\"points\":30}]", "\"cause\":\"m1\""),
                        third -> assertThat(third)
                                .contains("\"bob\",\"seq\":1,\"kind\":\"RECEIVE\"", "\"points\":30,")
                                .contains("\"effective\":\"2026-01-02T00:00:00Z\"")
                                .contains("\"earned\":\"2026-01-01T00:00:00Z\""));
        JsonNode bob = new ObjectMapper().readTree(replayed.accounts().get(1));
        assertThat(bob.path("balances").path("miles"))
                .hasToString("{\"opened\":0,\"available\":30,\"pending\":0,\"held\":0,\"debt\":0,\"earned\":0,"
                        + "\"redeemed\":0,\"expired\":0,\"clawedBack\":0,\"adjustedUp\":0,\"adjustedDown\":0,"
                        + "\"received\":30,\"sent\":0}");
        Summary summary = replayed.totals().summary("");
        assertThat(summary.customers()).isEqualTo(2);
        assertThat(summary.events()).isEqualTo(3);
    }

    @Test
    void transfersThatNobodyElseCanReceiveAreRefused() throws Exception {
        Replayed replayed = Replayed.of(
                PROGRAM,
                1,
                directory,
                purchase("ada", "p1", "2026-01-01T00:00:00Z", 100)
                        + transfer("ada", "m1", "2026-01-02T00:00:00Z", "ada", 30));

        assertThat(replayed.ledger())
                .last()
                .asString()
                .startsWith("{\"customer\":\"ada\",\"refused\":\"m1\",\"code\":\"NOT_ALLOWED\"");
    }
}
