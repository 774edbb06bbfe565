package dev.laurel.engine.draft;

import com.google.common.base.Suppliers;
import dev.laurel.account.Account;
import dev.laurel.account.Milestones;
import dev.laurel.account.Wallet;
import dev.laurel.customer.Customer;
import dev.laurel.engine.plan.Plan;
import dev.laurel.event.TimePassed;
import dev.laurel.ledger.EntryKind;
import dev.laurel.program.Expiry;
import dev.laurel.receipt.LotTaken;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An account while one event is being settled: the only mutable thing in the engine, made and dropped within one evaluation.
 * All that ever changes an account stands here: what time brings about, credits, debits and the tier.
 */
public final class AccountDraft {
    private final ZoneId zone;
    private final Account before;
    private final WalletDraft[] wallets;
    private final LedgerDraft ledger;
    private final Function<Instant, Predicate<Instant>> returnableAt;
    private final CountersDraft counters;
    private final StandingsDraft standings;
    private final HoldsDraft holds;
    private Customer profile;
    private Milestones milestones;
    private Map<String, LocalDate> claimed;

    public AccountDraft(Plan plan, Account before) {
        this.before = before;
        zone = plan.zone();
        returnableAt = plan::returnableAt;
        wallets = new WalletDraft[plan.policies().size()];
        for (int i = 0; i < wallets.length; i++) {
            String currency = plan.policies().get(i).currency().id();
            List<Wallet> held = before.wallets();
            Wallet wallet = i < held.size() && held.get(i).currency().equals(currency)
                    ? held.get(i)
                    : before.wallet(currency).orElseGet(() -> Wallet.none(currency));
            wallets[i] = new WalletDraft(plan.policies().get(i), wallet);
        }
        ledger = new LedgerDraft(plan, before);
        counters = new CountersDraft(plan, before.counters());
        standings = new StandingsDraft(plan, counters, before.standings());
        holds = new HoldsDraft(plan, this::wallet, ledger, counters, before.holds());
        profile = before.profile();
        milestones = before.milestones();
        claimed = before.claimed();
    }

    public Account toAccount() {
        List<Wallet> settled = new ArrayList<>(wallets.length);
        Supplier<Predicate<Instant>> isReturnable = Suppliers.memoize(() -> returnableAt.apply(asOf()));
        for (WalletDraft wallet : wallets) {
            settled.add(wallet.toWallet(isReturnable));
        }
        return new Account(
                before.program(),
                profile,
                asOf(),
                milestones,
                ledger.sequence(),
                ledger.lotsOpened(),
                settled,
                holds.open(),
                standings.toStandings(),
                counters.thatMatterAt(asOf()),
                claimed);
    }

    public LedgerDraft ledger() {
        return ledger;
    }

    public CountersDraft counters() {
        return counters;
    }

    public StandingsDraft standings() {
        return standings;
    }

    public HoldsDraft holds() {
        return holds;
    }

    public Instant asOf() {
        return ledger.effective();
    }

    public Customer profile() {
        return profile;
    }

    public boolean isOpen() {
        return milestones.opened() != null;
    }

    public Milestones milestones() {
        return milestones;
    }

    public WalletDraft wallet(int index) {
        return wallets[index];
    }

    private WalletDraft wallet(String currency) {
        for (WalletDraft wallet : wallets) {
            if (wallet.currency().equals(currency)) {
                return wallet;
            }
        }
        throw new IllegalArgumentException("no point currency '" + currency + "'");
    }

    // --- time ---

    /** Writes down what time alone brings about until an instant, that instant included, each at its own instant. */
    public void catchUp(Instant to) {
        Instant next = nextChange();
        while (next != null && !next.isAfter(to)) {
            ledger.moveTo(next);
            mature();
            holds.lapseDue(asOf());
            expireDue();
            standings.review(asOf());
            followTier(TimePassed.causeAt(asOf()));
            next = nextChange();
        }
        ledger.moveTo(to);
    }

    private @Nullable Instant nextChange() {
        Instant next = earlier(standings.nextChange(), holds.nextLapse());
        for (WalletDraft wallet : wallets) {
            next = earlier(next, wallet.nextChange());
        }
        return next;
    }

    /** When a host would next see something happen by itself, or null. */
    @Nullable
    public Instant nextVisibleChange() {
        Instant next = earlier(standings.nextVisibleChange(), holds.nextLapse());
        for (WalletDraft wallet : wallets) {
            next = earlier(next, wallet.nextVisibleChange());
        }
        return next;
    }

    private static @Nullable Instant earlier(@Nullable Instant left, @Nullable Instant right) {
        return left == null || (right != null && right.isBefore(left)) ? right : left;
    }

    /** What becomes available pays what is owed, by itself. */
    private void mature() {
        for (WalletDraft wallet : wallets) {
            if (wallet.mature(asOf())) {
                ledger.payDebt(wallet, TimePassed.causeAt(asOf()));
            }
        }
    }

    /** Suspends the expiry of points, or lets it go on, as the tier says that is held by now. */
    public void followTier(String cause) {
        TierStanding held = standings.held();
        for (WalletDraft wallet : wallets) {
            if (wallet.expiry().followsTier() && held != null && wallet.follow(held.tier(), asOf(), zone)) {
                ledger.redate(wallet, cause);
            }
        }
    }

    private void expireDue() {
        for (WalletDraft wallet : wallets) {
            Removed expired = wallet.expire(asOf());
            if (!expired.isEmpty()) {
                ledger.debit(EntryKind.EXPIRE, wallet, expired, null, TimePassed.causeAt(asOf()));
            }
        }
    }

    // --- what events do ---

    /** The first event of a customer opens the account at its date. */
    public void open(Instant occurredAt) {
        if (!isOpen()) {
            milestones = milestones.withOpened(occurredAt);
        }
    }

    public void enroll(Customer customer, @Nullable String broughtBy, Instant at) {
        know(customer);
        milestones = milestones.withEnrolled(at, broughtBy);
    }

    /** From now on this is known of the customer; a birthday that stays the same stays on file since it was. */
    public void know(Customer customer) {
        if (!Objects.equals(profile.birthday(), customer.birthday())) {
            milestones = milestones.withBirthdayOnFile(customer.birthday() == null ? null : asOf());
        }
        profile = customer;
    }

    /** Something was bought; the first purchase is the one that happened first, even if it comes late. */
    public void notePurchase(Instant at) {
        Instant first = milestones.firstPurchase();
        if (first == null || at.isBefore(first)) {
            milestones = milestones.withFirstPurchase(at);
        }
    }

    /** Holds lapse, and what is left expires; a debt stays. */
    public void close(String cause) {
        while (!holds.open().isEmpty()) {
            holds.release(holds.open().get(0), cause);
        }
        for (WalletDraft wallet : wallets) {
            Removed left = wallet.expireAll();
            if (!left.isEmpty()) {
                ledger.debit(EntryKind.EXPIRE, wallet, left, null, cause);
            }
        }
        milestones = milestones.withClosed(asOf());
    }

    /** Nothing personal is known of the customer any more. */
    public void erase() {
        profile = Customer.of(profile.id());
        claimed = Map.of();
        milestones = milestones.withErased(asOf());
    }

    /** Something happened by which a customer counts as active. */
    public void recordActivity(Expiry.Activity activity, Instant at) {
        for (WalletDraft wallet : wallets) {
            wallet.expiry().prolongTimer(activity, at, zone);
        }
    }

    /** An activity of the host's own happened, by which a customer counts as active where the program names it. */
    public void recordActivity(String name, Instant at) {
        for (WalletDraft wallet : wallets) {
            wallet.expiry().prolongTimer(name, at, zone);
        }
    }

    /** The last birthday for which an offer was claimed, or null. */
    @Nullable
    public LocalDate claimed(String offer) {
        return claimed.get(offer);
    }

    public void claim(String offer, LocalDate birthday) {
        Map<String, LocalDate> more = new TreeMap<>(claimed);
        more.put(offer, birthday);
        claimed = more;
    }

    /** Ends the credits of an event: what is past its date already is gone at once, and the rest pays what is owed first. */
    public void settleCredits(String cause) {
        ledger.closeLots();
        catchUp(asOf());
        for (WalletDraft wallet : wallets) {
            ledger.payDebt(wallet, cause);
        }
    }

    /** Lets spend count for the tier in the window of an instant. */
    public void qualify(long millionths, Instant at, String cause) {
        standings.qualify(millionths, at, asOf(), cause);
        followTier(cause);
    }

    /** Takes spend of a return out of the window of an instant. */
    public void disqualify(long millionths, Instant at, String cause) {
        standings.disqualify(millionths, at, asOf(), cause);
        followTier(cause);
    }

    /** Gives points of a redemption back, what was taken last first, and says what is left of it. */
    public RedemptionReceipt restore(RedemptionReceipt redemption, long points, String cause) {
        List<LotTaken> left = new ArrayList<>(redemption.lots());
        List<LotTaken> back = new ArrayList<>();
        long missing = points;
        for (int i = left.size() - 1; i >= 0 && missing > 0; i--) {
            LotTaken taken = left.get(i);
            long part = Math.min(missing, taken.left());
            if (part > 0) {
                back.add(new LotTaken(taken.lot(), part, part));
                left.set(i, taken.withLeft(taken.left() - part));
                missing -= part;
            }
        }
        WalletDraft wallet = wallet(redemption.currency());
        ledger.putBack(wallet, back, redemption.takenAt(), redemption.reward(), cause, null);
        ledger.payDebt(wallet, cause);
        return redemption.withLots(left);
    }
}
