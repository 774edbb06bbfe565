package dev.laurel.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Ordering;
import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.ledger.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** However often time is written down, evenly over a history, the account becomes the same. */
@Tag("D4")
@Tag("L4")
@Tag("L6")
@Tag("slow")
class SweepProperties {
    @Property(tries = 60)
    void anyNumberOfSweepsGivesTheSameDigest(@ForAll long seed) {
        List<LedgerEntry> without = new ArrayList<>();
        Account expected = run(new RandomHistory(seed), 0, without);
        assertThat(expected.verify(without)).isEmpty();
        for (int sweeps : new int[] {1, 10, 1_000}) {
            List<LedgerEntry> entries = new ArrayList<>();
            Account swept = run(new RandomHistory(seed), sweeps, entries);
            assertThat(entries).isEqualTo(without);
            assertThat(Codec.ACCOUNTS.digest(swept)).isEqualTo(Codec.ACCOUNTS.digest(expected));
        }
    }

    private static Account run(RandomHistory history, int sweeps, List<LedgerEntry> entries) {
        LoyaltyEngine engine = LoyaltyEngine.of(history.program());
        KeptReceipts receipts = new KeptReceipts();
        List<LoyaltyEvent> events = history.events();
        List<Instant> instants = events.stream().map(LoyaltyEvent::occurredAt).toList();
        Instant start = Ordering.natural().min(instants);
        Instant end = Ordering.natural().max(instants).plus(1_000, ChronoUnit.DAYS);
        Account account = engine.newAccount(RandomHistory.CUSTOMER);
        int swept = 0;
        for (int i = 0; i < events.size(); i++) {
            // A sweep must not make a later event late.
            Instant bound = Ordering.natural().min(instants.subList(i, instants.size()));
            while (swept < sweeps && !at(swept, sweeps, start, end).isAfter(bound)) {
                Decision sweep = engine.advance(account, at(swept++, sweeps, start, end));
                entries.addAll(sweep.entries());
                account = sweep.account();
            }
            Decision decision = receipts.next(engine, account, events.get(i));
            entries.addAll(decision.entries());
            account = decision.account();
        }
        while (swept <= sweeps) {
            Decision sweep = engine.advance(account, swept == sweeps ? end : at(swept, sweeps, start, end));
            entries.addAll(sweep.entries());
            account = sweep.account();
            swept++;
        }
        return account;
    }

    private static Instant at(int number, int sweeps, Instant start, Instant end) {
        return start.plus(Duration.between(start, end).dividedBy(sweeps).multipliedBy(number))
                .truncatedTo(ChronoUnit.MICROS);
    }
}
