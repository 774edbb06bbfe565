package dev.laurel.service;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.decision.Explanation;
import dev.laurel.decision.PostedEvent;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Batch;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Promise;
import dev.laurel.event.TimePassed;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.receipt.Receipt;
import dev.laurel.time.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program at work in a host: loads an account, evaluates an event, commits what it does exactly once, and tells the listeners.
 *
 * <p>Safe for use by any number of threads and by any number of services over one store: what two of them do to one account at the
 * same time has the effect of one after the other. It holds no lock while the store works: the revision in the store decides. In a
 * transaction of its own it tries again what lost a race, after a pause that grows; in a transaction of the host it never does. It
 * has no thread and no timer of its own; what happens by itself is written down with the next event, or when a host calls {@link
 * #advance} or {@link #advanceDue}.
 *
 * <pre>{@code
 * LoyaltyService service = LoyaltyService.of(LoyaltyEngine.of(program), store).withListener(mail::send);
 * Quote quote = service.member("ada", now).quote(basket, RewardChoice.of("cash-10"));
 * Placement placed = service.place("order-7", quote.promise()).orThrow();
 * }</pre>
 */
public final class LoyaltyService {
    private static final Logger LOG = LoggerFactory.getLogger(LoyaltyService.class);

    /** How far ahead of the clock an event may lie, unless a host says otherwise. */
    public static final Duration DEFAULT_TOLERANCE = Duration.ofDays(1);

    /** How long a promise is kept, unless a host says otherwise. */
    public static final Duration DEFAULT_PROMISES_FOR = Duration.ofDays(1);

    /** After how many events of an account a snapshot is kept of it, unless a host says otherwise. */
    public static final int DEFAULT_SNAPSHOTS_EVERY = 100;

    private final LoyaltyEngine engine;
    private final VersionRegistry registry;
    private final AccountStore store;
    private final InstantSource clock;
    private final Duration tolerance;
    private final Duration promisesFor;
    private final int snapshotsEvery;
    private final @Nullable AfterCommit afterCommit;
    private final Listeners listeners;

    private LoyaltyService(
            LoyaltyEngine engine,
            VersionRegistry registry,
            AccountStore store,
            InstantSource clock,
            Duration tolerance,
            Duration promisesFor,
            int snapshotsEvery,
            @Nullable AfterCommit afterCommit,
            Listeners listeners) {
        this.engine = engine;
        this.registry = registry;
        this.store = store;
        this.clock = clock;
        this.tolerance = tolerance;
        this.promisesFor = promisesFor;
        this.snapshotsEvery = snapshotsEvery;
        this.afterCommit = afterCommit;
        this.listeners = listeners;
    }

    /**
     * A service of a program over a store, with the system's clock and without listeners. It reads which versions of the program have
     * written accounts. One that the engine does not have is logged, and the accounts that it wrote last are refused with {@code
     * UNKNOWN_VERSION}.
     *
     * @throws ChangedTermsException if a version of the program has written accounts under other terms than the engine's
     */
    public static LoyaltyService of(LoyaltyEngine engine, AccountStore store) {
        VersionRegistry registry =
                new VersionRegistry(requireNonNull(engine, "engine"), requireNonNull(store, "store"));
        registry.check();
        return new LoyaltyService(
                engine,
                registry,
                store,
                InstantSource.system(),
                DEFAULT_TOLERANCE,
                DEFAULT_PROMISES_FOR,
                DEFAULT_SNAPSHOTS_EVERY,
                null,
                Listeners.NONE);
    }

    /**
     * The same service with another clock. It gives record times, and what lies too far ahead of it is refused; no other decision depends
     * on it.
     */
    public LoyaltyService withClock(InstantSource clock) {
        return new LoyaltyService(
                engine,
                registry,
                store,
                requireNonNull(clock, "clock"),
                tolerance,
                promisesFor,
                snapshotsEvery,
                afterCommit,
                listeners);
    }

    /**
     * The same service that refuses an event with {@code EVENT_TOO_EARLY} if it lies further ahead of the clock than this.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public LoyaltyService withTolerance(Duration tolerance) {
        requireNonNull(tolerance, "tolerance");
        checkArgument(!tolerance.isNegative(), "the tolerance must not be negative, but was %s", tolerance);
        return new LoyaltyService(
                engine, registry, store, clock, tolerance, promisesFor, snapshotsEvery, afterCommit, listeners);
    }

    /**
     * The same service that keeps a promise for so long: an order that is placed on an older one is refused with {@code QUOTE_CHANGED}.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public LoyaltyService withPromisesFor(Duration longest) {
        requireNonNull(longest, "longest");
        checkArgument(
                !longest.isNegative(),
                "the time for which a promise is kept must not be negative, but was %s",
                longest);
        return new LoyaltyService(
                engine, registry, store, clock, tolerance, longest, snapshotsEvery, afterCommit, listeners);
    }

    /**
     * The same service that keeps a snapshot of an account after so many of its events. What is asked of the past is worked out from the
     * last snapshot before, so it costs at most so many events, however long the account has been there. Accounts with fewer have none.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public LoyaltyService withSnapshotsEvery(int events) {
        checkArgument(events > 0, "snapshots must be at least 1 event apart, but were to be %s", events);
        return new LoyaltyService(
                engine, registry, store, clock, tolerance, promisesFor, events, afterCommit, listeners);
    }

    /**
     * The same service that tells its listeners by way of this: for a store that joins transactions of the host, which nobody is to hear of
     * before they are committed. There, a service with listeners and without this fails with {@link IllegalStateException}.
     */
    public LoyaltyService withAfterCommit(AfterCommit afterCommit) {
        return new LoyaltyService(
                engine,
                registry,
                store,
                clock,
                tolerance,
                promisesFor,
                snapshotsEvery,
                requireNonNull(afterCommit, "afterCommit"),
                listeners);
    }

    /** The same service with one listener more, told after those before it, whatever they throw. */
    public LoyaltyService withListener(LoyaltyListener listener) {
        return new LoyaltyService(
                engine,
                registry,
                store,
                clock,
                tolerance,
                promisesFor,
                snapshotsEvery,
                afterCommit,
                listeners.and(requireNonNull(listener, "listener")));
    }

    /** The engine. */
    public LoyaltyEngine engine() {
        return engine;
    }

    // --- what happens ---

    /**
     * Submits an event. When this returns, it is committed, or was before, or is refused and has changed nothing; in a transaction of the
     * host it is committed with that.
     *
     * <p>The same event again gives the first outcome, marked as a repetition. Another event with the same id is refused with
     * {@code ID_CONFLICT}. A refused event is not remembered, nor is a passage of time that did nothing.
     *
     * <p>A transfer changes two accounts together or not at all; if the one that receives refuses, the transfer is refused.
     *
     * <p>What the store throws is passed on. If it is not certain then whether the event is committed, send it again, or ask {@link
     * #outcomeOf}.
     *
     * @throws ConcurrentUpdateException if others changed the account at the same time, over and over again or in a transaction of the
     *     host: repeat the whole transaction
     * @throws IllegalArgumentException if the event is a preview, or one that only the engine makes
     * @throws VirtualMachineError if a listener threw one that is no stack overflow; the event is committed, and all listeners
     *     were told
     */
    public Outcome submit(LoyaltyEvent event) {
        requireNonNull(event, "event");
        checkArgument(!event.isPreview(), "a preview cannot be submitted; submit an event with an id of its own");
        checkArgument(event.isSubmittable(), "event '%s' comes from another one; submit that", event.id());
        return posted(attempt -> new EventPosting(attempt).post(event));
    }

    /**
     * Submits a batch: all of its events are accepted, in one commit, or none is. An event of it that was accepted before with the same
     * content is a repetition. All rewards of the batch together never exceed the order of each of them. Otherwise it is as if the events
     * were submitted one after the other.
     *
     * @throws ConcurrentUpdateException as for one event
     */
    public BatchOutcome submitBatch(Batch batch) {
        requireNonNull(batch, "batch");
        return posted(attempt -> new BatchPosting(attempt, batch).post());
    }

    /**
     * Places an order on a promise: redeems its rewards and buys, in one commit. The member pays no more, earns no less and stands no lower
     * than promised, or the order is refused with {@code QUOTE_CHANGED}; better is accepted. The same promise again is a repetition. A promise
     * that is older than a day, or than the host {@linkplain #withPromisesFor says}, is kept no more.
     *
     * @param order the id of the order, at most 190 characters: the purchase has it, the redemptions {@linkplain Promise#redemptionsOf
     *     begin} with it, and so does what the journal keeps of the {@linkplain Promise#record promise}
     * @throws ConcurrentUpdateException as for one event
     * @throws IllegalArgumentException if an id is malformed
     */
    public Placement place(String order, Promise promise) {
        requireNonNull(promise, "promise");
        return posted(attempt -> new OrderPosting(attempt, order, promise).place(promisesFor));
    }

    private <T> T posted(Function<Attempt, T> work) {
        Supplier<Answer<T>> once = () -> {
            Attempt attempt = new Attempt(
                    engine, registry, store, clock.instant().truncatedTo(ChronoUnit.MICROS), tolerance, snapshotsEvery);
            return new Answer<>(work.apply(attempt), attempt.outcomes());
        };
        boolean isJoined = store.isJoined();
        AfterCommit hook = afterCommit == null ? AfterCommit.AT_ONCE : afterCommit;
        checkState(
                !isJoined || afterCommit != null || listeners.areNone(),
                "listeners must not hear of what may be rolled back, but the store has joined a transaction of the host;"
                        + " say by withAfterCommit when that is committed");
        Answer<T> answer = isJoined ? once.get() : Retries.of(once);
        tell(isJoined, hook, answer.outcomes());
        return answer.value();
    }

    /** What is committed stays committed, whatever a hook throws; a transaction of the host can still be rolled back. */
    private void tell(boolean isJoined, AfterCommit hook, List<Outcome> outcomes) {
        boolean[] told = new boolean[1];
        Runnable task = () -> {
            if (!told[0]) {
                told[0] = true;
                listeners.tell(outcomes);
            }
        };
        try {
            hook.run(task);
        } catch (RuntimeException e) {
            if (isJoined || told[0]) {
                throw e;
            }
            // Only the type of what was thrown: its message may hold personal data.
            LOG.warn(
                    "{} threw {} after a commit; the listeners are told at once",
                    hook.getClass().getName(),
                    e.getClass().getName());
            task.run();
        }
    }

    /** What who submitted is told, and what the listeners are. */
    private record Answer<T>(T value, List<Outcome> outcomes) {}

    /**
     * Writes down what happened by itself to a customer until an instant. Where nothing did, or there is no account, nothing is stored, and
     * the outcome has nothing {@linkplain Outcome#posted posted}.
     *
     * @throws ConcurrentUpdateException as for an event
     * @throws IllegalArgumentException if the customer's id is malformed or the instant out of range
     */
    @CanIgnoreReturnValue
    public Outcome advance(String customer, Instant to) {
        return submit(new TimePassed(customer, requireNonNull(to, "instant")));
    }

    /**
     * Writes down what happened by itself to all customers until an instant, account by account: for a nightly job. It may be stopped and
     * begun again at any time, and run on several instances at once. In transactions of its own an account that fails does not keep it from
     * the others; in one of the host it is passed on, and ends the run.
     *
     * @param progress told after every page of accounts, and at the end; what it throws ends the run
     * @throws dev.laurel.decision.RefusedException with {@code EVENT_TOO_EARLY} if the instant lies too far ahead of the clock
     * @throws IllegalArgumentException if the instant is out of range
     */
    @CanIgnoreReturnValue
    public DueProgress advanceDue(Instant until, Consumer<DueProgress> progress) {
        requireNonNull(progress, "progress");
        return new DueAccounts(this, store, clock.instant(), tolerance)
                .advance(Timestamps.checked("instant", until), progress);
    }

    // --- what is there ---

    /**
     * A member at an instant: all that a member's page or a checkout asks for. It shows the present: an instant before the account's last
     * event, such as that of a clock that is a little behind, is taken as the time of that event. Nothing is stored.
     *
     * @throws IllegalArgumentException if the customer's id is malformed, or the instant out of range
     */
    public Member member(String customer, Instant at) {
        return Member.of(engine, store, key(customer), Timestamps.checked("instant", at));
    }

    /** What became of an event that was accepted, as a repetition; empty if none of that id was. */
    public Optional<Outcome> outcomeOf(String customer, String event) {
        AccountView view = store.read(key(customer), Named.event(requireNonNull(event, "event id")), Intent.VIEW);
        PostedEvent posted = view.events().get(event);
        return posted == null
                ? Optional.empty()
                : Optional.of(
                        Outcome.repeated(posted.event(), posted, view.account().orElseThrow()));
    }

    /**
     * The account of a customer as of its last event, if there is one. What has happened by itself since then is not in it: to
     * show a customer's points or tier now, ask for a {@link #member}.
     */
    public Optional<Account> account(String customer) {
        return store.read(key(customer), Named.NOTHING, Intent.VIEW).account();
    }

    /**
     * The account of a customer as it stands at an instant: in the past as it stood then, in the future as it will if nothing
     * happens. Empty if there was no account then, and for the past of a customer who was erased. Nothing is stored. The past is worked
     * out again from the journal, from the last {@linkplain #withSnapshotsEvery snapshot} before on.
     *
     * @throws IllegalArgumentException if the instant is out of range
     */
    public Optional<Account> accountAt(String customer, Instant at) {
        Instant instant = Timestamps.checked("instant", at);
        AccountKey key = key(customer);
        Account account = store.read(key, Named.NOTHING, Intent.VIEW).account().orElse(null);
        if (account == null) {
            return Optional.empty();
        }
        if (account.asOf().isAfter(instant)) {
            return isErased(account) ? Optional.empty() : new Past(engine, store, key).at(instant);
        }
        return account.isOpen()
                ? Optional.of(engine.advance(account, instant).orThrow().account())
                : Optional.empty();
    }

    /** All events of a customer that were accepted, in their order; read page by page while somebody goes through them. */
    public Iterable<PostedEvent> journal(String customer) {
        return JournalPages.all(store, key(customer));
    }

    /** All ledger entries of a customer, in their order. */
    public List<LedgerEntry> entries(String customer) {
        ImmutableList.Builder<LedgerEntry> entries = ImmutableList.builder();
        journal(customer).forEach(posted -> entries.addAll(posted.entries()));
        return entries.build();
    }

    /**
     * Checks all that the store keeps of a customer against itself: the account against its entries (nothing lost or made up, no
     * lot used for more than it has, no gap), and account, entries and receipts against what the events do when they are
     * evaluated again. Empty if all is right; otherwise a sentence for each difference, the first of which names the first entry
     * that is wrong. Of a customer who was erased, only the entries can be checked. That a receipt is not there is no difference
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
     * Checks as {@link #verify(String)} does what was recorded since an instant: from the last {@linkplain #withSnapshotsEvery snapshot} on
     * that was recorded before it, which is taken as right, or all if there is none. Enough for a job that checks every night what the day has
     * brought; it costs what the events since then do, and at most as many before as snapshots are apart.
     *
     * @throws IllegalArgumentException if the customer's id is malformed, or the instant out of range
     */
    public List<String> verify(String customer, Instant since) {
        return new AccountAudit(engine, store, key(customer)).differences(Timestamps.checked("instant", since));
    }

    /**
     * The receipt of a purchase, a redemption or a hold, as returns and cancellations have left it. That of a capture only names its hold,
     * whose receipt has the rest.
     */
    public Optional<Receipt> receipt(String customer, String event) {
        requireNonNull(event, "event id");
        return Optional.ofNullable(store.read(key(customer), Named.receipts(List.of(event)), Intent.VIEW)
                .receipts()
                .get(event));
    }

    /**
     * Why a purchase, an activity or an enrollment of a customer earned what it earned: worked out again from the journal. Empty if there
     * is no such event, or the customer was erased.
     */
    public Optional<Explanation> explain(String customer, String event) {
        AccountKey key = key(customer);
        AccountView view = store.read(key, Named.event(requireNonNull(event, "event id")), Intent.VIEW);
        PostedEvent wanted = view.events().get(event);
        if (wanted == null || isErased(view.account().orElseThrow())) {
            return Optional.empty();
        }
        return new Past(engine, store, key).explain(wanted);
    }

    /** Of a customer who was erased the events are gone, so nothing of the past can be worked out again. */
    private static boolean isErased(Account account) {
        return account.milestones().erased() != null;
    }

    private AccountKey key(String customer) {
        return new AccountKey(engine.programId(), requireNonNull(customer, "customer id"));
    }
}
