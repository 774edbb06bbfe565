package dev.laurel.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.ledger.LedgerEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D1")
@Tag("D2")
@Tag("I16")
@Tag("K27")
@Tag("slow")
class DeterminismTest {
    private static final int HISTORIES = 200;

    private final TimeZone zone = TimeZone.getDefault();
    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restoreDefaults() {
        TimeZone.setDefault(zone);
        Locale.setDefault(locale);
    }

    /** Everything that a history gives: entries, explanations, refusals and the last account. */
    private static List<Object> told(long seed) {
        RandomHistory history = new RandomHistory(seed);
        LoyaltyEngine engine = LoyaltyEngine.of(history.program());
        Account account = engine.newAccount(RandomHistory.CUSTOMER);
        List<Object> told = new ArrayList<>();
        KeptReceipts receipts = new KeptReceipts();
        told.add(engine.program().fingerprint());
        for (LoyaltyEvent event : history.events()) {
            Decision decision = receipts.next(engine, account, event);
            account = decision.account();
            List<LedgerEntry> entries = decision.entries();
            told.addAll(entries);
            told.add(decision.explanation().text());
            told.add(decision.refusal());
            decision.receipts().forEach(receipt -> told.add(Codec.RECEIPTS.digest(receipt)));
        }
        told.add(Codec.ACCOUNTS.digest(account));
        return told;
    }

    @Test
    void aHistoryGivesTheSameInEveryDefaultZoneAndLocale() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            List<Object> expected = told(seed);
            for (String id : List.of("Pacific/Apia", "Asia/Kolkata")) {
                TimeZone.setDefault(TimeZone.getTimeZone(id));
                Locale.setDefault(Locale.forLanguageTag("tr-TR"));
                assertThat(told(seed)).isEqualTo(expected);
            }
            restoreDefaults();
        }
    }

    @Test
    void aHistoryGivesTheSameOnManyThreads() {
        List<List<Object>> alone =
                IntStream.range(0, HISTORIES).mapToObj(DeterminismTest::told).toList();
        List<List<Object>> together = IntStream.range(0, HISTORIES)
                .parallel()
                .mapToObj(DeterminismTest::told)
                .toList();
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void evaluatingChangesNeitherTheAccountNorWhatTheSameEventGives() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            RandomHistory history = new RandomHistory(seed);
            LoyaltyEngine engine = LoyaltyEngine.of(history.program());
            Account account = engine.newAccount(RandomHistory.CUSTOMER);
            KeptReceipts receipts = new KeptReceipts();
            for (LoyaltyEvent event : history.events()) {
                String before = Codec.ACCOUNTS.digest(account);
                Decision first = receipts.ask(engine, account, event);
                Decision second = receipts.next(engine, account, event);
                assertThat(Codec.ACCOUNTS.digest(account)).isEqualTo(before);
                assertThat(second.account()).isEqualTo(first.account());
                assertThat(second.entries()).isEqualTo(first.entries());
                assertThat(second.receipts()).isEqualTo(first.receipts());
                account = first.account();
            }
        }
    }
}
