package dev.laurel.service;

import dev.laurel.account.Account;
import dev.laurel.account.Wallet;
import dev.laurel.decision.PostedEvent;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.receipt.Receipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps everything as it should be, and gives it back as it should not. */
final class DishonestStore extends ForwardingStore {
    final InMemoryAccountStore honest;
    UnaryOperator<Account> account = UnaryOperator.identity();
    UnaryOperator<List<PostedEvent>> journal = UnaryOperator.identity();
    UnaryOperator<Optional<Receipt>> receipt = UnaryOperator.identity();

    DishonestStore() {
        this(new InMemoryAccountStore());
    }

    private DishonestStore(InMemoryAccountStore honest) {
        super(honest);
        this.honest = honest;
    }

    @Override
    public AccountView read(AccountKey key, Named named, Intent intent) {
        AccountView view = honest.read(key, named, intent);
        Map<String, Receipt> receipts = new HashMap<>();
        for (String id : named.receipts()) {
            receipt.apply(Optional.ofNullable(view.receipts().get(id))).ifPresent(kept -> receipts.put(id, kept));
        }
        return new AccountView(
                view.stored()
                        .map(stored -> new StoredAccount(
                                account.apply(stored.account()), stored.revision(), stored.recordedAt())),
                view.events(),
                receipts);
    }

    @Override
    public List<PostedEvent> journal(AccountKey key, long after, int limit) {
        List<PostedEvent> all = journal.apply(honest.journal(key, 0, 1_000));
        return all.subList((int) Math.min(after, all.size()), (int) Math.min(after + limit, all.size()));
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
                        posted.versions(),
                        posted.entries().stream().map(change).toList(),
                        posted.tierChanges(),
                        posted.unpaid()));
    }

    void changeWallet(UnaryOperator<Wallet> change) {
        account = before -> Account.of(
                before.program(),
                before.versions(),
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
