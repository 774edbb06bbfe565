package dev.laurel.service;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.util.concurrent.Striped;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Explanation;
import dev.laurel.decision.PostedEvent;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.TimePassed;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.receipt.Receipt;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/**
 * A program at work in a host: loads an account, evaluates an event, commits what it brings about exactly once, and tells the
 * listeners.
 *
 * <p>Safe for use by any number of threads and by several services over one store: what two of them do to one account at the
 * same time has the effect of one after the other. It has no thread and no timer of its own; what time brings about is written
 * down with the next event, or when a host calls {@link #advance}.
 */
public final class LoyaltyService {
    private static final int STRIPES = 64;

    private final LoyaltyEngine engine;
    private final AccountStore store;
    private final InstantSource clock;
    private final EventPosting posting;
    private final Listeners listeners;

    /** Spares threads of one JVM the work of evaluating for a commit that cannot succeed; the store's revision is what is right. */
    private final Striped<Lock> locks;

    private LoyaltyService(
            LoyaltyEngine engine, AccountStore store, InstantSource clock, Listeners listeners, Striped<Lock> locks) {
        this.engine = engine;
        this.store = store;
        this.clock = clock;
        posting = new EventPosting(engine, store, clock);
        this.listeners = listeners;
        this.locks = locks;
    }

    /** A service of a program over a store, with the system's clock for record times and without listeners. */
    public static LoyaltyService of(LoyaltyEngine engine, AccountStore store) {
        return new LoyaltyService(
                requireNonNull(engine, "engine"),
                requireNonNull(store, "store"),
                InstantSource.system(),
                Listeners.NONE,
                Striped.lock(STRIPES));
    }

    /** The same service with another clock for record times. No decision depends on it. */
    public LoyaltyService withClock(InstantSource clock) {
        return new LoyaltyService(engine, store, requireNonNull(clock, "clock"), listeners, locks);
    }

    /** The same service with one listener more, told after those before it, whatever they throw. */
    public LoyaltyService withListener(LoyaltyListener listener) {
        return new LoyaltyService(engine, store, clock, listeners.and(requireNonNull(listener, "listener")), locks);
    }

    /** The engine. */
    public LoyaltyEngine engine() {
        return engine;
    }

    /**
     * Submits an event. When this returns, it is committed, or was before, or is refused and has changed nothing.
     *
     * <p>The same event again gives the first outcome, marked as a repetition. Another event with the same id is refused with
     * {@code ID_CONFLICT}. A refused event is not remembered, nor is a passage of time that brought about nothing.
     *
     * <p>A transfer changes two accounts together or not at all; if the one that receives refuses, the transfer is refused.
     *
     * @throws StaleAccountException if the account was changed by others over and over again; the event may be sent again
     * @throws IllegalArgumentException if the event is a preview, or one that only the engine makes
     * @throws VirtualMachineError if a listener threw one that is no stack overflow; the event is committed, and all listeners
     *     were told
     */
    public Outcome submit(LoyaltyEvent event) {
        requireNonNull(event, "event");
        checkArgument(!event.isPreview(), "a preview cannot be submitted; submit an event with an id of its own");
        checkArgument(event.isSubmittable(), "event '%s' comes from another one; submit that", event.id());
        List<Outcome> outcomes = postAlone(event);
        listeners.tell(outcomes);
        return outcomes.get(0);
    }

    private List<Outcome> postAlone(LoyaltyEvent event) {
        List<AccountKey> keys =
                engine.customersOf(event).stream().map(this::key).toList();
        // They come in one order for all, so that two transfers between the same customers cannot wait for each other.
        List<Lock> held = new ArrayList<>();
        try {
            for (Lock lock : locks.bulkGet(keys)) {
                lock.lock();
                held.add(lock);
            }
            return posting.post(event);
        } finally {
            Lists.reverse(held).forEach(Lock::unlock);
        }
    }

    /**
     * Writes down what time alone has brought about for a customer until an instant. Where it has brought about nothing, or
     * there is no account, nothing is stored.
     *
     * @throws IllegalArgumentException if the customer's id is malformed or the instant out of range
     */
    @CanIgnoreReturnValue
    public Optional<Outcome> advance(String customer, Instant to) {
        Outcome outcome = submit(new TimePassed(customer, requireNonNull(to, "instant")));
        boolean stored = !outcome.isRepeat()
                && store.event(key(customer), outcome.event().id()).isPresent();
        return !stored ? Optional.empty() : Optional.of(outcome);
    }

    /**
     * The account of a customer as of its last event, if there is one. What time has brought about since then is not in it: to
     * show a customer's points or tier now, ask for {@link #accountAt}.
     */
    public Optional<Account> account(String customer) {
        return store.account(key(customer)).map(StoredAccount::account);
    }

    /**
     * The account of a customer as it stands at an instant: in the past as it stood then, in the future as it will if nothing
     * happens. Empty if there was no account then, and for the past of a customer who was erased. Nothing is stored.
     *
     * @throws IllegalArgumentException if the instant is out of range
     */
    public Optional<Account> accountAt(String customer, Instant at) {
        Instant instant = Timestamps.checked("instant", at);
        AccountKey key = key(customer);
        Account account = store.account(key).map(StoredAccount::account).orElse(null);
        if (account == null || account.asOf().isAfter(instant)) {
            List<PostedEvent> journal = store.journal(key);
            if (AccountAudit.isErased(journal)) {
                return Optional.empty();
            }
            account = replay(key, journal, instant);
        }
        return account.isOpen() ? Optional.of(engine.advance(account, instant).account()) : Optional.empty();
    }

    /** The account by the events that had been posted by an instant. */
    private Account replay(AccountKey key, List<PostedEvent> journal, Instant at) {
        Replay replay = new Replay(engine, key.customer());
        for (PostedEvent posted : journal) {
            Decision next = replay.next(posted.event());
            if (next.account().asOf().isAfter(at)) {
                break;
            }
            replay.goOn(next);
        }
        return replay.account();
    }

    /** All ledger entries of a customer, in their order. */
    public List<LedgerEntry> entries(String customer) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (PostedEvent posted : store.journal(key(customer))) {
            entries.addAll(posted.entries());
        }
        return ImmutableList.copyOf(entries);
    }

    /**
     * Holds all that the store keeps of a customer against itself: the account against its entries (nothing lost or made up, no
     * lot used for more than it has, no gap), and account, entries and receipts against what the events bring about when they are
     * evaluated anew. Empty if all is right; otherwise a sentence for each difference, the first of which names the first entry
     * that is wrong. Of a customer who was erased, only the entries can be held against. That a receipt is not there is no difference
     * once no event can need it any more ({@link LoyaltyEngine#isNeeded}).
     *
     * <p>It is about the account as it is when it is first read. What is committed meanwhile is left out, and makes neither a
     * difference nor a delay. What is so corrupt that it cannot be worked out is a difference too; only what the store itself
     * throws is passed on.
     *
     * @throws IllegalArgumentException if the customer's id is malformed
     */
    public List<String> verify(String customer) {
        return new AccountAudit(engine, store, key(customer)).differences();
    }

    /**
     * The receipt of a purchase, a redemption or a hold, as returns and cancellations have left it. That of a capture only names its hold,
     * whose receipt has the rest.
     */
    public Optional<Receipt> receipt(String customer, String event) {
        return store.receipt(key(customer), requireNonNull(event, "event id"));
    }

    /**
     * Why a purchase of a customer earned what it earned: worked out anew from the journal. Empty if there is no such event, or
     * the customer was erased.
     */
    public Optional<Explanation> explain(String customer, String purchase) {
        AccountKey key = key(customer);
        requireNonNull(purchase, "purchase id");
        List<PostedEvent> journal = store.journal(key);
        if (AccountAudit.isErased(journal)) {
            return Optional.empty();
        }
        Replay replay = new Replay(engine, customer);
        for (PostedEvent posted : journal) {
            Decision decision = replay.next(posted.event());
            if (posted.event().id().equals(purchase)) {
                return Optional.of(decision.explanation());
            }
            replay.goOn(decision);
        }
        return Optional.empty();
    }

    /**
     * What a purchase of a basket would give a customer, known or not. Nothing is stored.
     *
     * @throws IllegalArgumentException if the customer's id is malformed, the basket empty, or the instant out of range
     */
    public Decision preview(String customer, Basket basket, Instant at) {
        AccountKey key = key(customer);
        Account account = account(customer).orElseGet(() -> engine.newAccount(customer));
        Purchase purchase = Purchase.preview(customer, requireNonNull(at, "instant"), requireNonNull(basket, "basket"));
        return engine.preview(account, basket, at, engine.receiptsFor(purchase, id -> store.receipt(key, id)));
    }

    private AccountKey key(String customer) {
        return new AccountKey(engine.program().id(), requireNonNull(customer, "customer id"));
    }
}
