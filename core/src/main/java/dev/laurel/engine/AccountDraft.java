package dev.laurel.engine;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Account;
import dev.laurel.account.Holding;
import dev.laurel.customer.Customer;
import dev.laurel.event.TimePassed;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotUse;
import dev.laurel.money.AmountOverflowException;
import dev.laurel.money.Money;
import dev.laurel.program.Expiry;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStanding;
import dev.laurel.tier.WindowSums;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An account while one event is being settled: the only mutable thing in the engine, made and dropped within one evaluation.
 * All that ever changes an account stands here: what time brings about, credits, debits and the tier.
 */
final class AccountDraft {
    private final Plan plan;
    private final ZoneId zone;
    private final Account before;
    private final HoldingDraft[] holdings;
    private final List<LedgerEntry> entries = new ArrayList<>(4);
    private final List<TierChange> tierChanges = new ArrayList<>(1);
    private final List<OpenLot> openLots = new ArrayList<>(2);
    private Customer profile;
    private Instant asOf;
    private @Nullable Instant opened;
    private @Nullable Instant enrolled;
    private @Nullable String referrer;
    private long sequence;
    private long lotsOpened;
    private @Nullable TierStanding standing;
    private Map<String, WindowSums> counters;
    private boolean counted;

    /** A lot that the event at hand is opening: awards with the same dates share it. */
    private static final class OpenLot {
        private final HoldingDraft holding;
        private final long number;
        private final Instant earned;
        private final @Nullable Instant expires;
        private final EntryKind kind;
        private long points;

        OpenLot(EntryKind kind, HoldingDraft holding, long number, Instant earned, @Nullable Instant expires) {
            this.kind = kind;
            this.holding = holding;
            this.number = number;
            this.earned = earned;
            this.expires = expires;
        }
    }

    AccountDraft(Plan plan, Account before) {
        this.plan = plan;
        this.before = before;
        zone = plan.zone();
        holdings = new HoldingDraft[plan.policies().size()];
        for (int i = 0; i < holdings.length; i++) {
            String currency = plan.policies().get(i).currency().id();
            List<Holding> held = before.holdings();
            Holding holding = i < held.size() && held.get(i).currency().equals(currency)
                    ? held.get(i)
                    : before.holding(currency).orElseGet(() -> Holding.none(currency));
            holdings[i] = new HoldingDraft(plan.policies().get(i), holding);
        }
        profile = before.profile();
        asOf = before.asOf();
        opened = before.opened();
        enrolled = before.enrolled();
        referrer = before.referrer();
        sequence = before.sequence();
        lotsOpened = before.lotsOpened();
        standing = before.standing();
        counters = before.counters();
    }

    Account toAccount() {
        List<Holding> settled = new ArrayList<>(holdings.length);
        for (HoldingDraft holding : holdings) {
            settled.add(holding.toHolding());
        }
        return new Account(
                before.program(),
                profile,
                asOf,
                opened,
                enrolled,
                referrer,
                sequence,
                lotsOpened,
                settled,
                standing,
                countersThatMatter());
    }

    List<LedgerEntry> entries() {
        return entries;
    }

    List<TierChange> tierChanges() {
        return tierChanges;
    }

    Instant asOf() {
        return asOf;
    }

    Customer profile() {
        return profile;
    }

    boolean isOpen() {
        return opened != null;
    }

    @Nullable
    Instant enrolled() {
        return enrolled;
    }

    @Nullable
    TierStanding standing() {
        return standing;
    }

    HoldingDraft holding(int index) {
        return holdings[index];
    }

    // --- time ---

    /** Writes down what time alone brings about until an instant, that instant included, each at its own instant. */
    void catchUp(Instant to) {
        Instant next = nextChange();
        while (next != null && !next.isAfter(to)) {
            if (next.isAfter(asOf)) {
                asOf = next;
            }
            expireDue();
            reviewTier();
            next = nextChange();
        }
        if (to.isAfter(asOf)) {
            asOf = to;
        }
    }

    private @Nullable Instant nextChange() {
        Instant next = standing == null ? null : standing.until();
        for (HoldingDraft holding : holdings) {
            next = earlier(next, holding.nextChange());
        }
        return next;
    }

    /** When a host would next see something happen by itself, or null. */
    @Nullable
    Instant nextVisibleChange() {
        Instant next = standing == null ? null : standing.until();
        for (HoldingDraft holding : holdings) {
            next = earlier(next, holding.nextExpiry());
        }
        return next;
    }

    private static @Nullable Instant earlier(@Nullable Instant left, @Nullable Instant right) {
        return left == null || (right != null && right.isBefore(left)) ? right : left;
    }

    private void expireDue() {
        for (HoldingDraft holding : holdings) {
            List<LotUse> expired = holding.expire(asOf);
            if (!expired.isEmpty()) {
                debit(EntryKind.EXPIRE, holding, expired, null, TimePassed.causeAt(asOf));
            }
        }
    }

    private void reviewTier() {
        TierLadder ladder = plan.ladder();
        Instant until = standing == null ? null : standing.until();
        if (ladder != null && until != null && !until.isAfter(asOf)) {
            changeStanding(ladder.review(until, counter(Account.QUALIFYING_SPEND), zone), TimePassed.causeAt(asOf));
        }
    }

    // --- counters ---

    WindowSums counter(String id) {
        return counters.getOrDefault(id, WindowSums.NONE);
    }

    void count(String id, long window, long amount) {
        if (!counted) {
            counters = new TreeMap<>(counters);
            counted = true;
        }
        counters.put(id, counter(id).plus(window, amount));
    }

    /** What is counted in windows that can have no influence any more is dropped, whenever and however often it is looked at. */
    private Map<String, WindowSums> countersThatMatter() {
        Map<String, WindowSums> kept = new TreeMap<>();
        counters.forEach((id, sums) -> {
            WindowSums mattering = sums.from(plan.firstWindowThatMatters(id, asOf));
            if (!mattering.isEmpty()) {
                kept.put(id, mattering);
            }
        });
        return kept;
    }

    // --- what events do ---

    /** The first event of a customer opens the account at its date. */
    void open(Instant occurredAt) {
        if (opened == null) {
            opened = occurredAt;
        }
    }

    void enroll(Customer customer, @Nullable String broughtBy, Instant at) {
        profile = customer;
        referrer = broughtBy;
        enrolled = at;
    }

    /** Something happened by which a customer counts as active. */
    void recordActivity(Expiry.Activity activity, Instant at) {
        for (HoldingDraft holding : holdings) {
            holding.prolongTimer(activity, at, zone);
        }
    }

    /** Lets spend count for the tier in the window of an instant. */
    void qualify(long millionths, Instant at, String cause) {
        TierLadder ladder = plan.ladder();
        TierStanding present = standing;
        if (ladder == null || present == null || millionths == 0) {
            return;
        }
        long window = ladder.window().numberAt(at, zone);
        if (Math.addExact(counter(Account.QUALIFYING_SPEND).of(window), millionths) > Money.MAX_MILLIONTHS) {
            throw new AmountOverflowException("the qualifying spend of a window");
        }
        count(Account.QUALIFYING_SPEND, window, millionths);
        WindowSums sums = counter(Account.QUALIFYING_SPEND);
        changeStanding(ladder.afterCounting(present, sums, window, asOf, zone), cause);
    }

    void changeStanding(TierStanding changed, String cause) {
        TierStanding present = standing;
        if (present != null && !Objects.equals(present, changed)) {
            standing = changed;
            tierChanges.add(new TierChange(present, changed, asOf, cause));
        }
    }

    /** Awards points, in a lot that awards of the same event with the same dates share; returns the number of the lot. */
    long award(
            HoldingDraft holding, long points, Instant earned, @Nullable Instant expires, String rule, String cause) {
        OpenLot lot = openLot(holding, earned, expires);
        credit(lot, points, rule, cause);
        return lot.number;
    }

    /** Credits points that are brought over from another system, in a lot of their own. */
    void bringOver(HoldingDraft holding, long points, Instant earned, @Nullable Instant expires, String cause) {
        OpenLot lot = new OpenLot(EntryKind.OPEN, holding, ++lotsOpened, earned, expires);
        openLots.add(lot);
        credit(lot, points, null, cause);
    }

    private void credit(OpenLot lot, long points, @Nullable String source, String cause) {
        lot.points = Math.addExact(lot.points, points);
        entries.add(new LedgerEntry(
                ++sequence,
                lot.kind,
                lot.holding.currency(),
                points,
                ImmutableList.of(new LotUse(lot.number, points)),
                source,
                cause,
                plan.versionedId(),
                asOf,
                lot.earned,
                asOf,
                lot.expires));
    }

    private OpenLot openLot(HoldingDraft holding, Instant earned, @Nullable Instant expires) {
        for (OpenLot lot : openLots) {
            if (lot.holding == holding && lot.earned.equals(earned) && Objects.equals(lot.expires, expires)) {
                return lot;
            }
        }
        OpenLot lot = new OpenLot(EntryKind.EARN, holding, ++lotsOpened, earned, expires);
        openLots.add(lot);
        return lot;
    }

    /** Puts the lots that the event opened where they can be spent; what of them is past its date already is gone at once. */
    void closeLots() {
        for (OpenLot lot : openLots) {
            lot.holding.post(lot.kind, lot.points);
            lot.holding.add(new Lot(lot.number, lot.points, lot.points, lot.earned, asOf, lot.expires));
            if (lot.expires == null) {
                lot.holding.startTimer(lot.earned, zone);
            }
        }
        openLots.clear();
        catchUp(asOf);
    }

    /** Debits points from lots that were taken out of a holding. */
    void debit(EntryKind kind, HoldingDraft holding, List<LotUse> uses, @Nullable String source, String cause) {
        long points = 0;
        for (LotUse use : uses) {
            points = Math.addExact(points, use.points());
        }
        holding.post(kind, -points);
        entries.add(new LedgerEntry(
                ++sequence,
                kind,
                holding.currency(),
                -points,
                uses,
                source,
                cause,
                plan.versionedId(),
                asOf,
                null,
                null,
                null));
    }
}
