package dev.laurel.service;

import dev.laurel.decision.PostedEvent;
import dev.laurel.receipt.Receipt;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a host keeps accounts, their journals and their receipts.
 *
 * <p>What a store promises: a read is of one moment, and each account of a page is. A commit is wholly there or not at all, for however many accounts; it succeeds
 * only on the revisions that it builds on; once it has returned, every later read sees it. Ids are compared as they are, character by
 * character. A store works in a transaction of its own, or {@linkplain #isJoined joins} one of the host.
 *
 * <p>What a store has of each account: header and chunks, or the bytes of the whole ({@code dev.laurel.codec}); the revision, which is the
 * length of the journal; when the last event was recorded; and when something next happens to it by itself. Beside it stand the journal,
 * by position and by id of the event, the receipts, by id of the event, and snapshots of the account, with the receipts of then. Instants are whole microseconds of the years 1 to 9999; only
 * when something next happens can lie later.
 *
 * <p>A page has room for at least one; a store refuses a smaller limit with {@link IllegalArgumentException}. A limit can be as large as
 * {@link Integer#MAX_VALUE}, and a position any {@code long}: before the first event there is nothing, and after the last neither. A read
 * names at most a few thousand events and receipts: those of a batch.
 *
 * <p>{@code AccountStoreContract} of {@code laurel-testkit} holds a store to all this.
 */
public interface AccountStore {
    /** An account and what is named beside it, all of one moment. */
    AccountView read(AccountKey key, Named named, Intent intent);

    /**
     * Stores what events do to accounts: of all of them, or of none. Of each commit, in this order: the {@linkplain AccountCommit#overwritten
     * overwritten} events take the place of those at positions 1, 2 and so on, the {@linkplain AccountCommit#dropped dropped} receipts go,
     * the {@linkplain AccountCommit#posted events} follow after the revision that it builds on, and the {@linkplain AccountCommit#receipts
     * receipts} come. The {@linkplain AccountCommit#messages messages} go into the outbox, and the account is found as due {@linkplain
     * AccountCommit#nextChangeAt when} something next happens, or not at all. The {@linkplain AccountCommit#versions versions} that the
     * program does not have yet are registered; whichever commit registers one first says what it is. Where events are overwritten, all
     * snapshots go; where the commit {@linkplain AccountCommit#isSnapshot says so}, the account as it then is becomes one. A store of pieces writes
     * and removes what {@link AccountCommit#change} says.
     *
     * @throws ConcurrentUpdateException if an account has another revision than the one that its commit builds on, or has an event of
     *     that id already; nothing is stored then
     * @throws IllegalStateException if a version is registered with another fingerprint; nothing is stored then
     * @throws IllegalArgumentException if there is no commit, or two of the same account
     */
    void commit(List<AccountCommit> commits);

    /**
     * A page of the journal of an account, forwards.
     *
     * @param after the position after which it begins: 0 for the first page, later the position of the last event of the page before;
     *     the first event has position 1
     * @param limit the most events
     * @return the events in the order in which they were committed; fewer than the limit only if there are no more
     */
    List<PostedEvent> journal(AccountKey key, long after, int limit);

    /**
     * A page of the journal of an account, backwards.
     *
     * @param before the position before which it begins; {@code Long.MAX_VALUE} for the last page
     * @param limit the most events
     * @return the events, the latest first; fewer than the limit only if there are no more
     */
    List<PostedEvent> journalBefore(AccountKey key, long before, int limit);

    /**
     * A page of the snapshots of an account, backwards: what the account was after some of its commits, so that its past need not be worked
     * out from the first event on.
     *
     * @param before the revision before which it begins; {@code Long.MAX_VALUE} for the last page
     * @param limit the most snapshots
     * @return the account as the commits left it that were {@linkplain AccountCommit#isSnapshot snapshots}, the latest first; fewer than the
     *     limit only if there are no more
     */
    List<StoredAccount> snapshots(AccountKey key, long before, int limit);

    /**
     * The receipts of some events, as the events up to a snapshot had left them; those that had none then are left out. A receipt that
     * another takes the place of is kept beside it if there is a snapshot that it was there at, and as long as the snapshot is.
     *
     * @param events the ids of the events
     * @param revision that of the snapshot
     * @return the receipts, by the ids of their events
     */
    Map<String, Receipt> receiptsAt(AccountKey key, Set<String> events, long revision);

    /**
     * A page of the accounts of a program, in an order of the store's own that never changes.
     *
     * @param after the customer after whom it begins; empty for the first page
     * @param limit the most accounts; there are fewer only if there are no more
     */
    List<StoredAccount> accounts(String program, String after, int limit);

    /** The versions of a program that have written an account, by the name of the version. They are never removed. */
    List<RegisteredVersion> versions(String program);

    /**
     * A page of the accounts for which time is to be written down until an instant, that instant included. Of an account to which something
     * happens by itself until then, it is due when that happens. Of one that another version than the one in force wrote last, it is due
     * at the instant itself, unless something happens to it before. Those that are due first come first, and by customer where
     * it is the same instant.
     *
     * @param version the version that is in force at the instant
     * @param after the account and instant after which it begins, or null for the first page; that account need not be due any more
     * @param limit the most accounts; there are fewer only if there are no more
     */
    List<DueAccount> due(String program, Instant until, String version, @Nullable DueAccount after, int limit);

    /**
     * The oldest messages of the outbox, which are the {@linkplain AccountCommit#messages messages} of all commits. A message stays in it until somebody says that it was {@linkplain #delivered delivered}, so it is
     * seen at least once, whatever crashes: who handles one tolerates it twice, by its number. Let one reader at a time read and confirm.
     * Those of one account come in the order of its journal. It has the messages of all programs.
     *
     * @param limit the most messages
     * @throws IllegalStateException if the store was made without an outbox
     */
    List<OutboxMessage> outbox(int limit);

    /**
     * Removes messages from the outbox. Those that are not in it do no harm.
     *
     * @param messages their numbers
     * @throws IllegalStateException if the store was made without an outbox
     */
    void delivered(Collection<Long> messages);

    /**
     * Whether what it does now is part of a transaction of the host, which the host ends: then nobody but the host can repeat it.
     */
    boolean isJoined();
}
