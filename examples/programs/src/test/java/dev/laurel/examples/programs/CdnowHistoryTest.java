package dev.laurel.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Decision;
import dev.laurel.dsl.Laurel;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.money.Money;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The purchase history of CDNOW, which is not ours to ship: run with {@code -Dlaurel.data=DIRECTORY}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CdnowHistoryTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant END =
            LocalDate.of(1998, 7, 1).atStartOfDay(ZONE).toInstant();

    private final SortedMap<String, List<Purchase>> history = new TreeMap<>();

    @BeforeAll
    void readHistory() throws IOException {
        String data = System.getProperty("laurel.data");
        if (data == null) {
            System.out.println("CDNOW history skipped: -Dlaurel.data=DIRECTORY does not say where it is");
        }
        assumeTrue(data != null, "needs the CDNOW history in the directory that -Dlaurel.data names");
        Path file = Path.of(data, "cdnow", "CDNOW_master.txt.gz");
        try (BufferedReader rows = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            List<String> lines = rows.lines().skip(1).map(String::strip).toList();
            for (int i = 0; i < lines.size(); i++) {
                add("row-" + i, List.of(lines.get(i).split(" +", -1)));
            }
        }
        history.values().forEach(purchases -> purchases.sort(Comparator.comparing(Purchase::occurredAt)));
    }

    private void add(String id, List<String> columns) {
        Instant at = LocalDate.parse(columns.get(1), DateTimeFormatter.BASIC_ISO_DATE)
                .atTime(12, 0)
                .atZone(ZONE)
                .toInstant();
        history.computeIfAbsent(columns.get(0), customer -> new ArrayList<>())
                .add(new Purchase(id, columns.get(0), at, Basket.ofTotal(Money.of(Laurel.USD, columns.get(3)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cdnow-yearly", "cdnow-kept"})
    @Tag("D4")
    @Tag("L3")
    void theHistoryOfCdnowIsTheSameWithThePassageOfTimeWrittenDownAtRandomInstants(String program) {
        LoyaltyEngine engine = LoyaltyEngine.of(Programs.program(program).orElseThrow());
        long swept = 0;
        for (Map.Entry<String, List<Purchase>> customer : history.entrySet()) {
            Random random = new Random(customer.getKey().hashCode());
            Account lazy = engine.newAccount(customer.getKey());
            Account eager = lazy;
            List<LedgerEntry> entries = new ArrayList<>();
            List<LedgerEntry> eagerEntries = new ArrayList<>();
            Instant last = customer.getValue().get(0).occurredAt();
            for (Purchase purchase : customer.getValue()) {
                for (int i = random.nextInt(3); i > 0; i--) {
                    eager = advanced(engine, eager, between(random, last, purchase.occurredAt()), eagerEntries);
                    swept++;
                }
                eager = accepted(engine.evaluate(eager, purchase), eagerEntries);
                lazy = accepted(engine.evaluate(lazy, purchase), entries);
                last = purchase.occurredAt();
            }
            for (int i = 0; i < 3; i++) {
                eager = advanced(engine, eager, between(random, last, END), eagerEntries);
            }
            eager = advanced(engine, eager, END, eagerEntries);
            lazy = advanced(engine, lazy, END, entries);
            assertThat(Codec.ACCOUNTS.digest(eager)).isEqualTo(Codec.ACCOUNTS.digest(lazy));
            assertThat(eagerEntries).isEqualTo(entries);
            assertThat(lazy.verify(entries)).isEmpty();
        }
        assertThat(swept).isGreaterThan(50_000);
    }

    private static Instant between(Random random, Instant from, Instant to) {
        return from.plus(
                (ChronoUnit.SECONDS.between(from, to) + 1) * random.nextInt(1_000) / 1_000, ChronoUnit.SECONDS);
    }

    private static Account advanced(LoyaltyEngine engine, Account account, Instant to, List<LedgerEntry> entries) {
        return accepted(engine.advance(account, to), entries);
    }

    private static Account accepted(Decision decision, List<LedgerEntry> entries) {
        entries.addAll(decision.orThrow().entries());
        return decision.account();
    }
}
