package dev.laurel.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.codec.AccountBytes;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A store that writes of each account only what an event changed has the account all the same, after every event of any history. */
@Tag("D2")
@Tag("slow")
class AccountBytesHistoriesTest {
    private static final int HISTORIES = 150;

    /** What a store has of an account. */
    private static final class Stored {
        private byte[] header = new byte[0];
        private final Map<String, byte[]> chunks = new TreeMap<>();
        private int written;
        private int kept;

        Account change(Account before, Account after) {
            AccountBytes change = AccountBytes.ofChange(before, after);
            header = change.header();
            assertThat(chunks.keySet()).containsAll(change.removed());
            chunks.keySet().removeAll(change.removed());
            kept += chunks.size();
            chunks.putAll(change.chunks());
            written += change.chunks().size();
            AccountBytes all = AccountBytes.of(after);
            assertThat(header).isEqualTo(all.header());
            assertThat(chunks).containsExactlyEntriesOf(all.chunks());
            Account decoded = AccountBytes.decode(header, chunks);
            assertThat(decoded).isEqualTo(after);
            return decoded;
        }
    }

    @Test
    void whatAStoreHasIsTheAccountAfterEveryChangeThatItWrote() {
        int written = 0;
        int kept = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            RandomHistory history = new RandomHistory(seed);
            LoyaltyEngine engine = LoyaltyEngine.of(history.program());
            List<LoyaltyEvent> events = new ArrayList<>(history.events());
            if (seed % 2 == 0) {
                Instant first = events.get(0).occurredAt();
                events.add(0, ManyLots.opening(history.program(), first.minus(Duration.ofHours(1))));
            }
            KeptReceipts receipts = new KeptReceipts();
            Stored stored = new Stored();
            Account account = engine.newAccount(RandomHistory.CUSTOMER);
            account = stored.change(null, account);
            for (LoyaltyEvent event : events) {
                Decision decision = receipts.next(engine, account, event);
                if (decision.isAccepted()) {
                    Account decoded = stored.change(account, decision.account());
                    account = history.chance(50) ? decoded : decision.account();
                }
            }
            written += stored.written;
            kept += stored.kept;
        }
        assertThat(written).as("chunks that were written").isGreaterThan(500);
        assertThat(kept).as("chunks that were not written again").isGreaterThan(3 * written);
    }
}
