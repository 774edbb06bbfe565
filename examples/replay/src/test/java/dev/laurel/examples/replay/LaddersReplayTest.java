package dev.laurel.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.TierGrant;
import dev.laurel.examples.replay.member.MemberPage;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history of a program with several ladders, of which files name each. */
@Tag("Q1")
class LaddersReplayTest {
    private static final LoyaltyProgram PROGRAM = TwoLadders.program();
    private static final String HISTORY = """
            {"type":"opening","id":"o1","customer":"c1","at":"2029-01-01T00:00:00Z","lots":[],"tiers":{"club":{"tier":"patron","until":"2031-01-01T00:00:00Z"},"status":{"tier":"gold"}}}
            {"type":"purchase","id":"p1","customer":"c2","at":"2029-02-01T00:00:00Z","currency":"USD","lines":[{"id":"1","sku":"S","quantity":"1","net":"500.00"}]}
            {"type":"purchase","id":"p1","customer":"c3","at":"2029-02-01T00:00:00Z","currency":"USD","lines":[{"id":"1","sku":"S","quantity":"1","net":"499.00"}]}
            """;

    @TempDir
    private Path directory;

    private Replayed replayed() throws ReplayException, InterruptedException, IOException {
        return Replayed.of(PROGRAM, 1, directory, HISTORY);
    }

    @Test
    void accountsNameTheTierOfEachLadder() throws ReplayException, InterruptedException, IOException {
        assertThat(replayed().accounts())
                .extracting(line -> line.replaceAll(",\"balances\".*", ""))
                .containsExactly(
                        "{\"customer\":\"c1\",\"at\":\"2030-01-01T00:00:00Z\",\"tiers\":{"
                                + "\"club\":{\"tier\":\"patron\",\"until\":\"2031-01-01T00:00:00Z\"},"
                                + "\"status\":{\"tier\":\"gold\",\"until\":\"2031-01-01T00:00:00Z\"}}",
                        "{\"customer\":\"c2\",\"at\":\"2030-01-01T00:00:00Z\",\"tiers\":{"
                                + "\"club\":{\"tier\":\"guest\",\"until\":null},"
                                + "\"status\":{\"tier\":\"gold\",\"until\":\"2031-01-01T00:00:00Z\"}}",
                        "{\"customer\":\"c3\",\"at\":\"2030-01-01T00:00:00Z\",\"tiers\":{"
                                + "\"club\":{\"tier\":\"guest\",\"until\":null},"
                                + "\"status\":{\"tier\":\"green\",\"until\":null}}");
        assertThat(replayed().verification().isRight()).isTrue();
    }

    @Test
    void summaryCountsTheMembersOfEachTierByLadder() throws ReplayException, InterruptedException, IOException {
        Summary summary = replayed().totals().summary("…");
        Path file = directory.resolve("summary.json");
        SummaryFile.write(file, summary);

        assertThat(Files.readString(file))
                .contains(
                        "\"tiers\":{\"club\":{\"guest\":2,\"patron\":1},\"status\":{\"green\":1,\"gold\":2,\"platinum\":0}},");
        assertThat(SummaryTable.of(summary, 0, Duration.ofSeconds(1), 0))
                .containsPattern("\\| members status gold +\\| +2 \\|")
                .containsPattern("\\| members club patron +\\| +1 \\|");
    }

    private static LoyaltyService lived() {
        LoyaltyService service = LoyaltyService.of(LoyaltyEngine.of(PROGRAM), new InMemoryAccountStore());
        Currency usd = PROGRAM.money();
        service.submit(new Purchase("p1", "ada", at("2025-02-01"), Basket.ofTotal(Money.of(usd, "120.50"))))
                .orThrow();
        service.submit(new Purchase("p2", "ada", at("2025-03-01"), Basket.ofTotal(Money.of(usd, "400"))))
                .orThrow();
        service.submit(new TierGrant("t1", "ada", at("2025-04-01"), "patron", at("2026-04-01")))
                .orThrow();
        return service;
    }

    private static Instant at(String date) {
        return Instant.parse(date + "T00:00:00Z");
    }

    @Test
    @Tag("Q7")
    void membersPageShowsEachLadderWithWhatIsFoundNeededAndMissing() {
        assertThat(MemberPage.of(lived(), "ada", at("2025-05-01"))).contains("""

                Tier of status
                  gold, through 31 December 2026
                  for platinum through 31 December 2025: all of USD 520.50 of USD 1000.00 spent in the calendar year (spend) [USD 479.50 missing] and 2 of 3 purchases in the calendar year (visits) [1 missing]
                  nothing more to keep gold

                Tier of club
                  patron, through 31 March 2026

                """);
        assertThat(MemberPage.of(lived(), "ada", at("2026-02-01")))
                .contains(
                        "  to keep gold through 31 December 2026: any of USD 0.00 of USD 500.00 spent in the calendar year (spend)"
                                + " [USD 500.00 missing] or 0 of 3 purchases in the calendar year (visits) [3 missing]\n");
    }

    @Test
    void storyNamesTheLadderOfATier() {
        StringWriter text = new StringWriter();
        LoyaltyService service = lived();
        CustomerResult result =
                new CustomerResult("ada", null, service.entries("ada"), List.of(), List.of(), 3, 0, service);
        new Story(service.engine(), new PrintWriter(text, true))
                .tell(result, ImmutableList.copyOf(service.journal("ada")));

        assertThat(text.toString())
                .contains("  tier gold of status at 2025-03-01T00:00:00Z until 2027-01-01T00:00:00Z")
                .contains("  tier patron of club at 2025-04-01T00:00:00Z until 2026-04-01T00:00:00Z");
    }
}
