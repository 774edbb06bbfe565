package dev.laurel.service;

import dev.laurel.account.Account;
import dev.laurel.account.Wallet;
import dev.laurel.decision.PostedEvent;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.receipt.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps everything as it should be, and gives it back as it should not. */
final class DishonestStore implements AccountStore {
    final InMemoryAccountStore honest = new InMemoryAccountStore();
    UnaryOperator<Account> account = UnaryOperator.identity();
    UnaryOperator<List<PostedEvent>> journal = UnaryOperator.identity();
    UnaryOperator<Optional<Receipt>> receipt = UnaryOperator.identity();

    @Override
    public Optional<StoredAccount> account(AccountKey key) {
        return honest.account(key)
                .map(stored ->
                        new StoredAccount(account.apply(stored.account()), stored.revision(), stored.recordedAt()));
    }

    @Override
    public Optional<PostedEvent> event(AccountKey key, String eventId) {
        return honest.event(key, eventId);
    }

    @Override
    public Optional<Receipt> receipt(AccountKey key, String event) {
        return receipt.apply(honest.receipt(key, event));
    }

    @Override
    public List<PostedEvent> journal(AccountKey key) {
        return journal.apply(honest.journal(key));
    }

    @Override
    public void commit(List<AccountCommit> commits) {
        honest.commit(commits);
    }

    void changeEvent(int place, UnaryOperator<PostedEvent> change) {
        journal = posted -> {
            List<PostedEvent> changed = new ArrayList<>(posted);
            changed.set(place, change.apply(posted.get(place)));
            return changed;
        };
    }

    void changeEntry(int place, UnaryOperator<LedgerEntry> change) {
        changeEvent(
                place,
                posted -> PostedEvent.of(
                        posted.event(),
                        posted.recordedAt(),
                        posted.entries().stream().map(change).toList(),
                        posted.tierChanges(),
                        posted.unpaid()));
    }

    void changeWallet(UnaryOperator<Wallet> change) {
        account = before -> Account.of(
                before.program(),
                before.profile(),
                before.asOf(),
                before.milestones(),
                before.sequence(),
                before.lotsOpened(),
                before.wallets().stream().map(change).toList(),
                before.holds(),
                before.standings(),
                before.counters(),
                before.claimed());
    }
}
