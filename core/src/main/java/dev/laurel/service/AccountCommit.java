package dev.laurel.service;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.laurel.account.Account;
import dev.laurel.codec.AccountBytes;
import dev.laurel.decision.PostedEvent;
import dev.laurel.event.BatchRecord;
import dev.laurel.receipt.Receipt;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is to be stored of one account: all that a store needs to know of it, so that no store has to know events. The service makes it.
 */
public final class AccountCommit {
    private final AccountKey key;
    private final Optional<StoredAccount> before;
    private final Account account;
    private final List<PostedEvent> posted;
    private final Supplier<List<Receipt>> receipts;
    private final Set<String> dropped;
    private final List<PostedEvent> overwritten;
    private final Supplier<Optional<Instant>> nextChangeAt;
    private final List<RegisteredVersion> versions;
    private final boolean isSnapshot;

    /** Made when somebody reads them; whoever makes them makes the same. */
    private @Nullable List<Receipt> receiptsRead;

    private AccountCommit(
            AccountKey key,
            Optional<StoredAccount> before,
            Account account,
            List<PostedEvent> posted,
            Supplier<List<Receipt>> receipts,
            Set<String> dropped,
            List<PostedEvent> overwritten,
            Supplier<Optional<Instant>> nextChangeAt,
            List<RegisteredVersion> versions,
            boolean isSnapshot) {
        this.key = key;
        this.before = before;
        this.account = account;
        this.posted = posted;
        this.receipts = receipts;
        this.dropped = dropped;
        this.overwritten = overwritten;
        this.nextChangeAt = nextChangeAt;
        this.versions = versions;
        this.isSnapshot = isSnapshot;
    }

    /**
     * Events that nothing but receipts are left of.
     *
     * @param before the account that it builds on, if there is one
     * @param account the account after the events
     * @param posted the events, at least one, in their order
     * @param receipts gives the receipts that are new or changed; asked when somebody wants to know, always with the same answer
     * @param nextChangeAt tells when something will next happen to the account by itself; asked when somebody wants to know, always
     *     with the same answer
     * @throws IllegalArgumentException if there is no event
     */
    public static AccountCommit of(
            AccountKey key,
            Optional<StoredAccount> before,
            Account account,
            List<PostedEvent> posted,
            Supplier<List<Receipt>> receipts,
            Supplier<Optional<Instant>> nextChangeAt) {
        checkArgument(!posted.isEmpty(), "a commit must have an event");
        return new AccountCommit(
                requireNonNull(key, "key"),
                requireNonNull(before, "before"),
                requireNonNull(account, "account"),
                ImmutableList.copyOf(posted),
                requireNonNull(receipts, "receipts"),
                ImmutableSet.of(),
                ImmutableList.of(),
                Suppliers.memoize(requireNonNull(nextChangeAt, "nextChangeAt")::get),
                ImmutableList.of(),
                false);
    }

    /** A copy that also registers versions of the program, where the store does not have them yet. */
    public AccountCommit registering(List<RegisteredVersion> versions) {
        return new AccountCommit(
                key,
                before,
                account,
                posted,
                receipts,
                dropped,
                overwritten,
                nextChangeAt,
                ImmutableList.copyOf(versions),
                isSnapshot);
    }

    /** A copy whose account is also kept as a {@linkplain AccountStore#snapshots snapshot}. */
    public AccountCommit keepingSnapshot() {
        return new AccountCommit(
                key, before, account, posted, receipts, dropped, overwritten, nextChangeAt, versions, true);
    }

    /**
     * A copy that also removes what is personal.
     *
     * @param dropped the ids of events whose receipts go; not all of them need to have one
     * @param overwritten all events of the journal so far, as an erasure leaves them, from position 1 on
     */
    public AccountCommit erasing(Set<String> dropped, List<PostedEvent> overwritten) {
        return new AccountCommit(
                key,
                before,
                account,
                posted,
                receipts,
                ImmutableSet.copyOf(dropped),
                ImmutableList.copyOf(overwritten),
                nextChangeAt,
                versions,
                isSnapshot);
    }

    /**
     * What one call is to store, in an order that is the same for all commits of the same accounts: who locks in it never waits for somebody
     * who waits for him.
     *
     * @throws IllegalArgumentException if there is no commit, or two of the same account
     */
    public static List<AccountCommit> ordered(List<AccountCommit> commits) {
        checkArgument(!commits.isEmpty(), "a commit must be of at least one account");
        if (commits.size() == 1) {
            return commits;
        }
        List<AccountCommit> ordered = ImmutableList.sortedCopyOf(Comparator.comparing(AccountCommit::key), commits);
        for (int i = 1; i < ordered.size(); i++) {
            checkArgument(
                    !ordered.get(i - 1).key.equals(ordered.get(i).key),
                    "a commit must not be of the same account twice");
        }
        return ordered;
    }

    /** Where the account is found. */
    public AccountKey key() {
        return key;
    }

    /** The account that it builds on, if there is one. Its revision must still be the present one. */
    public Optional<StoredAccount> before() {
        return before;
    }

    /** The revision that it builds on, 0 for a new account. */
    public long expectedRevision() {
        return before.isPresent() ? before.get().revision() : 0;
    }

    /** The account as it is to be stored, with the revision that it then has: one more for each event. */
    public StoredAccount stored() {
        return new StoredAccount(
                account,
                expectedRevision() + posted.size(),
                posted.get(posted.size() - 1).recordedAt());
    }

    /** The account after the events. */
    public Account account() {
        return account;
    }

    /**
     * The bytes of the account that are others than those of the account before: the header, and the chunks that the events changed. For a
     * store that keeps an account in these pieces.
     */
    public AccountBytes change() {
        return AccountBytes.ofChange(before.map(StoredAccount::account).orElse(null), account);
    }

    /** The events, in their order; the first has the position after the revision that it builds on. */
    public List<PostedEvent> posted() {
        return posted;
    }

    /**
     * The events that go into the outbox, by their positions in the journal: all but the records of batches, which say nothing beside their
     * events.
     */
    public SortedMap<Long, PostedEvent> messages() {
        SortedMap<Long, PostedEvent> messages = new TreeMap<>();
        for (int i = 0; i < posted.size(); i++) {
            if (!(posted.get(i).event() instanceof BatchRecord)) {
                messages.put(expectedRevision() + i + 1, posted.get(i));
            }
        }
        return messages;
    }

    /** The receipts that are new, or that take the place of the one of the same event. */
    public List<Receipt> receipts() {
        List<Receipt> read = receiptsRead;
        if (read == null) {
            read = ImmutableList.copyOf(receipts.get());
            receiptsRead = read;
        }
        return read;
    }

    /** The ids of events whose receipts go, before those of this commit come; not all of them need to have one. */
    public Set<String> dropped() {
        return dropped;
    }

    /**
     * Events that take the place of those that are in the journal, from position 1 on, and in the outbox. Empty, or all so far: then it is
     * an erasure.
     */
    public List<PostedEvent> overwritten() {
        return overwritten;
    }

    /** The versions of the program that the store may not have yet, since they have written no account before. */
    public List<RegisteredVersion> versions() {
        return versions;
    }

    /** Whether the account as it is to be stored is to be kept as a {@linkplain AccountStore#snapshots snapshot} too. */
    public boolean isSnapshot() {
        return isSnapshot;
    }

    /** When something will next happen to the account by itself: what {@link AccountStore#due} finds it by. */
    public Optional<Instant> nextChangeAt() {
        return nextChangeAt.get();
    }
}
