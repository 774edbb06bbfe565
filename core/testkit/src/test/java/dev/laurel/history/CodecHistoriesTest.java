package dev.laurel.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Decision;
import dev.laurel.decision.PostedEvent;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Batch;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.history.Encodings.Encoding;
import dev.laurel.ledger.EntryKind;
import dev.laurel.money.Money;
import dev.laurel.receipt.Receipt;
import dev.laurel.service.BatchOutcome;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Outcome;
import dev.laurel.testkit.SeededHistory;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is written and read in the middle of any history is what it was, and goes on as if it had not been. */
@Tag("D2")
@Tag("slow")
class CodecHistoriesTest {
    private static final int HISTORIES = 200;

    @Test
    void everyValueIsReadAsWhatItWas() {
        for (Encoding<?> encoding : Encodings.ofHistories(HISTORIES)) {
            assertThat(encoding.codec().decode(encoding.bytes())).isEqualTo(encoding.value());
            assertThat(encoding.codec().isCanonical(encoding.bytes())).isTrue();
        }
    }

    @Test
    @Tag("L3")
    void aHistoryGoesOnFromWhatWasReadAsFromWhatWasWritten() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            RandomHistory history = new RandomHistory(seed);
            LoyaltyEngine engine = LoyaltyEngine.of(history.program());
            Account account = engine.newAccount(RandomHistory.CUSTOMER);
            Account stored = account;
            Map<String, Receipt> receipts = new LinkedHashMap<>();
            KeptReceipts kept = new KeptReceipts();
            for (LoyaltyEvent event : history.events()) {
                Decision decision = kept.next(engine, account, event);
                Decision fromStore =
                        engine.evaluate(copy(Codec.ACCOUNTS, stored), copy(Codec.EVENTS, event), receipts.values());
                for (Receipt receipt : fromStore.receipts()) {
                    receipts.put(receipt.event(), copy(Codec.RECEIPTS, receipt));
                }
                assertThat(fromStore.entries()).isEqualTo(decision.entries());
                assertThat(fromStore.refusal()).isEqualTo(decision.refusal());
                account = decision.account();
                stored = fromStore.account();
                assertThat(stored).isEqualTo(account);
            }
        }
    }

    @Test
    void everyEventOfAJournalIsReadAsWhatItWas() {
        Set<Class<?>> events = new HashSet<>();
        Set<EntryKind> kinds = EnumSet.noneOf(EntryKind.class);
        for (long seed = 0; seed < HISTORIES; seed++) {
            SeededHistory history = SeededHistory.of(seed);
            LoyaltyService service = LoyaltyService.of(
                            LoyaltyEngine.ofVersions(history.versions()), new InMemoryAccountStore())
                    .withClock(() -> Timestamps.MAX);
            for (LoyaltyEvent event : history.events()) {
                Outcome unused = service.submit(event);
            }
            for (String customer : history.customers()) {
                Instant last = service.member(customer, Timestamps.MIN).at();
                Money money = Money.of(history.program().money(), 1);
                BatchOutcome unused = service.submitBatch(
                        Batch.of("a-batch", new Purchase("in-a-batch", customer, last, Basket.ofTotal(money))));
                for (PostedEvent posted : service.journal(customer)) {
                    assertThat(copy(Codec.POSTED_EVENTS, posted)).isEqualTo(posted);
                    assertThat(copy(Codec.POSTED_EVENTS, posted.erased())).isEqualTo(posted.erased());
                    events.add(posted.event().getClass());
                    posted.entries().forEach(entry -> kinds.add(entry.kind()));
                }
            }
        }
        assertThat(events).containsExactlyInAnyOrder(LoyaltyEvent.class.getPermittedSubclasses());
        assertThat(kinds).containsExactlyInAnyOrder(EntryKind.values());
    }

    private static <T> T copy(Codec<T> codec, T value) {
        return codec.decode(codec.encode(value));
    }
}
