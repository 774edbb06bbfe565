package dev.laurel.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.event.LoyaltyEvent;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.testkit.SeededHistory;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What checks another must be right by itself: no engine is asked here. */
@Tag("slow")
class PlainLedgerTest {
    private static final int HISTORIES = 300;

    /** What only moves points within a wallet. */
    private static final Set<EntryKind> MOVING = EnumSet.of(EntryKind.HOLD, EntryKind.RELEASE, EntryKind.DEBT_PAID);

    /** By currency, what the entries add up to. */
    private final Map<String, Long> sums = new HashMap<>();

    @Test
    @Tag("L2")
    @Tag("I1")
    @Tag("I5")
    void thePlainLedgerLosesNoPointsAndMakesNoneUp() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            // Of one customer alone: what arrives is written down by the event of another.
            SeededHistory history = SeededHistory.of(seed).onlyOf("c1");
            PlainLedger ledger = new PlainLedger(history.versions());
            sums.clear();
            for (LoyaltyEvent event : history.events()) {
                PlainLedger.Answer answer = ledger.submit(event);
                if (!answer.isRepeat()) {
                    answer.entries().forEach(this::add);
                }
                check("seed " + seed + " at " + event.id(), ledger.account(event.customer()));
            }
        }
    }

    private void add(PlainEntry entry) {
        sums.merge(entry.currency(), MOVING.contains(entry.kind()) ? 0 : entry.points(), Long::sum);
    }

    private void check(String where, PlainAccount account) {
        for (PlainWallet wallet : account.wallets.values()) {
            Balance balance = wallet.balance();
            assertThat(balance.isConserved()).as(where).isTrue();
            assertThat(Math.min(balance.available(), balance.debt())).as(where).isZero();
            long onHold = account.spendings.values().stream()
                    .filter(spending -> spending.currency.equals(wallet.currency))
                    .mapToLong(PlainSpending::pointsOnHold)
                    .sum();
            assertThat(balance.held()).as(where).isEqualTo(onHold);
            assertThat(balance.available() + balance.pending() + balance.held() - balance.debt())
                    .as(where)
                    .isEqualTo(sums.getOrDefault(wallet.currency, 0L));
        }
    }
}
