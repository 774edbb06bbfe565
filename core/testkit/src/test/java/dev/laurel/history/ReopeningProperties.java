package dev.laurel.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Account;
import dev.laurel.account.Redating;
import dev.laurel.account.Wallet;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Closure;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Reopening;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.LedgerEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** An account that was closed and opened again beside one that was never closed. */
@Tag("E1")
@Tag("slow")
class ReopeningProperties {
    private static final int TRIES = 500;
    private static final int OFTEN = 15;
    private static final int DAYS = 100;

    /** One side of the comparison. */
    private static final class Side {
        private final LoyaltyEngine engine;
        private final KeptReceipts receipts;
        private final List<LedgerEntry> entries;
        private Account account;

        Side(LoyaltyEngine engine, Account account, KeptReceipts receipts, List<LedgerEntry> entries) {
            this.engine = engine;
            this.account = account;
            this.receipts = receipts;
            this.entries = new ArrayList<>(entries);
        }

        Decision next(LoyaltyEvent event) {
            return taken(receipts.next(engine, account, event));
        }

        void advance(Instant to) {
            Decision unused = taken(engine.advance(account, to));
        }

        private Decision taken(Decision decision) {
            account = decision.account();
            entries.addAll(decision.entries());
            return decision;
        }
    }

    @Property(tries = TRIES)
    void aReopenedAccountIsWhatItWouldBeHadItNeverBeenClosed(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        LoyaltyEngine engine = LoyaltyEngine.of(history.program());
        Side real = new Side(engine, engine.newAccount(RandomHistory.CUSTOMER), new KeptReceipts(), List.of());
        List<LoyaltyEvent> events = history.events();
        for (int i = 0; i < events.size(); i++) {
            Decision unused = real.next(events.get(i));
            if (real.account.isOpen() && !real.account.isClosed() && history.chance(OFTEN)) {
                check(history, real, i, events.subList(i + 1, events.size()));
            }
        }
    }

    private static void check(RandomHistory history, Side real, int number, List<LoyaltyEvent> rest) {
        Side closed = new Side(real.engine, real.account, real.receipts.copy(), real.entries);
        Side open = new Side(real.engine, real.account, real.receipts.copy(), real.entries);
        Instant asOf = real.account.asOf();
        Instant from = history.instantBetween(asOf, asOf.plus(DAYS, ChronoUnit.DAYS));
        Instant limit = from.atZone(history.program().zone())
                .plus(history.program().lateLimit())
                .toInstant();
        Instant to = history.instantBetween(from, limit);
        assertThat(closed.next(new Closure("closed" + number, RandomHistory.CUSTOMER, from))
                        .refusal())
                .isEmpty();
        assertThat(closed.account.wallets()).allSatisfy(ReopeningProperties::hasNothingLeft);
        closed.advance(history.instantBetween(from, to));
        assertThat(closed.next(new Reopening("reopened" + number, RandomHistory.CUSTOMER, to))
                        .refusal())
                .isEmpty();
        open.advance(to);
        // Both are heard of, so that both refuse what comes late, and forget what is long over.
        ProfileChange heard =
                ProfileChange.ofAttributes("heard" + number, RandomHistory.CUSTOMER, to, Map.of("newsletter", "no"));
        assertThat(closed.next(heard).refusal()).isEmpty();
        assertThat(open.next(heard).refusal()).isEmpty();
        assertAlike(closed.account, open.account);
        assertThat(closed.account.verify(closed.entries)).isEmpty();
        goOn(closed, open, rest);
    }

    private static void hasNothingLeft(Wallet wallet) {
        Balance balance = wallet.balance();
        assertThat(balance.available() + balance.pending() + balance.held()).isZero();
        assertThat(wallet.lots()).isEmpty();
    }

    private static void assertAlike(Account reopened, Account open) {
        assertThat(reopened.asOf()).isEqualTo(open.asOf());
        assertThat(reopened.milestones()).isEqualTo(open.milestones());
        assertThat(reopened.profile()).isEqualTo(open.profile());
        assertThat(reopened.lotsOpened()).isEqualTo(open.lotsOpened());
        assertThat(reopened.wallets().stream().map(ReopeningProperties::told).toList())
                .isEqualTo(
                        open.wallets().stream().map(ReopeningProperties::told).toList());
        assertThat(reopened.holds()).isEqualTo(open.holds());
        assertThat(reopened.standings()).isEqualTo(open.standings());
        assertThat(reopened.counters()).isEqualTo(open.counters());
        assertThat(reopened.claimed()).isEqualTo(open.claimed());
    }

    /** All but after which entry the timer ran out, or dates changed: a reopened account has more entries. */
    private static List<Object> told(Wallet wallet) {
        return Arrays.asList(
                wallet.balance(),
                ImmutableList.copyOf(wallet.lots()),
                wallet.runsOut(),
                wallet.expired(),
                wallet.suspendedSince(),
                wallet.redatings().stream()
                        .map(ReopeningProperties::withoutEntry)
                        .toList(),
                wallet.shortfalls());
    }

    private static Redating withoutEntry(Redating redating) {
        return redating instanceof Redating.Resumed resumed
                ? new Redating.Resumed(resumed.from(), 0, resumed.lots(), resumed.expires())
                : redating;
    }

    /** What happens afterwards is the same too. */
    private static void goOn(Side reopened, Side open, List<LoyaltyEvent> rest) {
        for (LoyaltyEvent event : rest) {
            Optional<String> refused = reopened.next(event).refusal().map(Refusal::code);
            assertThat(refused).isEqualTo(open.next(event).refusal().map(Refusal::code));
            assertThat(balances(reopened.account)).isEqualTo(balances(open.account));
        }
        assertThat(reopened.account.verify(reopened.entries)).isEmpty();
    }

    private static List<Balance> balances(Account account) {
        return account.wallets().stream().map(Wallet::balance).toList();
    }
}
