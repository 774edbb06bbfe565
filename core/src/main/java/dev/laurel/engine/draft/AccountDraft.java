package dev.laurel.engine.draft;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Account;
import dev.laurel.account.GivenOnSum;
import dev.laurel.account.Header;
import dev.laurel.account.Milestone;
import dev.laurel.account.Remembered;
import dev.laurel.counter.Counters;
import dev.laurel.decision.TierChange;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.engine.plan.Membership;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedLadder;
import dev.laurel.engine.plan.Version;
import dev.laurel.engine.plan.Versions;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.ledger.LotQueue;
import dev.laurel.program.PointPolicy;
import dev.laurel.receipt.ClosureReceipt;
import dev.laurel.receipt.OpenHold;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.tier.Standings;
import dev.laurel.tier.Tier;
import dev.laurel.time.CivilZone;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An account while one event is being settled, made and dropped within one evaluation: with its parts, the only thing in the engine
 * that an event changes. All that ever changes an account goes through here: what happens by itself, credits, debits and the
 * tier. What must follow from a change follows within the method that makes it.
 */
public final class AccountDraft {
    private final Version version;
    private final VersionsDraft versions;
    private final Plan plan;
    private final Account before;
    private final List<UnpaidOrders> unpaidBefore;

    private final Header header;
    private final WalletDraft[] wallets;
    private final LedgerDraft ledger;
    private final CountersDraft counters;
    private final StandingsDraft standings;
    private final MemberDraft member;
    private @Nullable GivenDraft given;
    private @Nullable SumRulesDraft sumRules;

    private @Nullable HoldsDraft holds;
    private @Nullable Instant asOf;
    private @Nullable Instant earliest;
    private long dated = Timestamps.NEVER;
    private long dayOfDated;

    /**
     * Prepares a draft of an account under a version of its program.
     *
     * @param earlier the draft of the same event under the version before, or null if it is the first
     */
    private AccountDraft(Version version, Account before, @Nullable AccountDraft earlier) {
        this.version = version;
        this.before = before;
        plan = version.plan();
        versions = new VersionsDraft(version, before, earlier == null ? null : earlier.versions);
        unpaidBefore = earlier == null ? List.of() : earlier.unpaid();
        // What was made under these terms has its wallets in their order.
        int[] places = before.madeBy() == version ? null : placesOf(plan, before);
        header = places == null ? before.copyOfHeader() : before.copyOfHeader(places);
        wallets = new WalletDraft[plan.policies().size()];
        for (int place = 0; place < wallets.length; place++) {
            wallets[place] = wallet(place, places == null ? place : places[place]);
        }
        ledger = new LedgerDraft(this, earlier == null ? null : earlier.entries());
        counters = new CountersDraft(this, Counters.copyOf(before.counters()));
        standings = new StandingsDraft(this, standingsOf(before), earlier == null ? List.of() : earlier.tierChanges());
        member = new MemberDraft(this, before);
    }

    /** Prepares a draft of an account as it is, under the version that is in force for it. */
    public static AccountDraft of(Versions versions, Account before) {
        return standing(versions, before, before.asOf());
    }

    /**
     * Prepares a draft of an account as it is, under the version that is in force for it; or for one of which nothing has happened yet, for an
     * event that lets no time pass, under the one that is in force then.
     *
     * @param at when the event happens, by its own date
     */
    public static AccountDraft standing(Versions versions, Account before, Instant at) {
        return new AccountDraft(versions.of(before, at), before, null);
    }

    /**
     * Prepares a draft of an account for an event, under the version that is in force for it then. It has caught up to where that came into
     * force, if it did since: later versions come into force one after the other, each at its date, or where the account stands if
     * that is later.
     *
     * @param at when the event happens, by its own date
     */
    public static AccountDraft of(Versions versions, Account before, Instant at) {
        AccountDraft draft = new AccountDraft(versions.of(before, at), before, null);
        if (before.isOpen()) {
            long until = Math.max(Timestamps.micros(at), draft.now());
            while (draft.version.next() <= until) {
                draft.catchUp(Timestamps.ofMicros(draft.version.next()));
                draft = draft.underLaterVersion();
            }
        }
        draft.versions.judge(at);
        draft.entries().noteJudgedBy(draft.judgingPlan().versionedId());
        return draft;
    }

    private AccountDraft underLaterVersion() {
        Version later = requireNonNull(version.later());
        AccountDraft draft = new AccountDraft(later, toAccount(), this);
        new Adoption(draft, plan).comeIntoForce();
        return draft;
    }

    /** The wallet at a place, which may have another in the account, or none. */
    private WalletDraft wallet(int place, int known) {
        PointPolicy policy = plan.policies().get(place);
        return known < 0
                ? new WalletDraft(this, place, policy, Remembered.NOTHING)
                : new WalletDraft(this, place, policy, before.remembered(known)).withLotsOf(before, known);
    }

    /** For each point currency of a plan the place of its wallet in an account, or -1 if it has none. */
    private static int[] placesOf(Plan plan, Account before) {
        int[] places = new int[plan.policies().size()];
        for (int place = 0; place < places.length; place++) {
            places[place] = before.placeOf(plan.policies().get(place).currency().id());
        }
        return places;
    }

    /** The account as it is by now; the draft must not be changed any more. */
    public Account toAccount() {
        LotQueue[] lots = new LotQueue[3 * wallets.length];
        for (WalletDraft wallet : wallets) {
            wallet.putInto(lots);
        }
        return before.after(
                versions.toList(member.has(Milestone.OPENED)),
                member.profile(),
                member.referrer(),
                header,
                plan.currencies(),
                lots,
                remembered(),
                holds == null ? before.holds() : holds.open(),
                standings.toStandings(),
                counters.thatMatter(),
                member.claimed(),
                hasGiven() ? given().thatMatter() : before.given(),
                version);
    }

    /** What the wallets remember, or null if that is as it was. */
    private Remembered @Nullable [] remembered() {
        boolean isOther = before.madeBy() != version;
        for (WalletDraft wallet : wallets) {
            isOther = isOther || wallet.remembersOther();
        }
        if (!isOther) {
            return null;
        }
        Remembered[] remembered = new Remembered[wallets.length];
        for (int place = 0; place < wallets.length; place++) {
            remembered[place] = wallets[place].remembered();
        }
        return remembered;
    }

    /**
     * Before this date no event lies that would still be accepted. Passage of time alone does not change it. To be asked when the event is
     * settled, of which the date itself can change it.
     */
    Instant earliestDate() {
        Instant known = earliest;
        if (known == null) {
            known = plan.earliestAccepted(member.instantOf(Milestone.LATEST));
            earliest = known;
        }
        return known;
    }

    /** The day of the {@linkplain #earliestDate() earliest date}. */
    long earliestDay() {
        return zone().dayOf(earliestDate());
    }

    /** The day of the latest date of what the host gave, or the last day there is if it gave nothing. */
    long latestDay() {
        return member.has(Milestone.LATEST) ? dayOf(header.get(Milestone.LATEST)) : Long.MAX_VALUE;
    }

    /** The day of an instant, in days since 1 January 1970. An event asks for the same again and again. */
    public long dayOf(Instant instant) {
        return dayOf(Timestamps.micros(instant));
    }

    /** The day of an instant in microseconds, in days, both since 1970. */
    long dayOf(long instant) {
        if (instant != dated) {
            dated = instant;
            dayOfDated = zone().dayOf(instant);
        }
        return dayOfDated;
    }

    /** When the last can come back of what is set aside or redeemed now of a currency. */
    Instant lastComingBack(String currency) {
        Instant last = asOf();
        for (OpenHold hold : holds().open()) {
            last = hold.currency().equals(currency) && hold.until().isAfter(last) ? hold.until() : last;
        }
        // It can pay an order for as long, and that can be returned.
        return versions.lastReturn(versions.lastReturn(last));
    }

    // --- what it is ---

    /** The versions of its program that it is under. */
    public VersionsDraft versions() {
        return versions;
    }

    /** The terms in force. */
    public Plan plan() {
        return plan;
    }

    /** The terms by which the event is judged: those that were in force at its date. */
    public Plan judgingPlan() {
        return versions.judging().plan();
    }

    /** An account of which nothing has happened yet begins on the lowest tiers of the terms in force. */
    private List<Standings> standingsOf(Account account) {
        return account.isOpen() || account.madeBy() == version ? account.standings() : List.of();
    }

    /** The zone of the program. */
    public CivilZone zone() {
        return plan.zone();
    }

    /** The numbers of the account. */
    Header header() {
        return header;
    }

    /** The instant at which it stands. */
    public Instant asOf() {
        Instant known = asOf;
        if (known == null) {
            known = Timestamps.ofMicros(header.asOf());
            asOf = known;
        }
        return known;
    }

    /** The instant at which it stands, in microseconds since 1970. */
    long now() {
        return header.asOf();
    }

    /** What is known of the customer, and of the membership. */
    public MemberDraft member() {
        return member;
    }

    /** Whether any event was accepted before the one at hand, and the account has not ended since. */
    public boolean isOpen() {
        return before.isOpen() && !before.isClosed();
    }

    /** The tiers held, in the order of the plan's ladders. Nobody changes the array. */
    public Tier[] held() {
        return standings.held();
    }

    /** What decides in which windows the member's events count. */
    public Membership membership() {
        return versions.askForMembership() ? member.membership() : Membership.UNASKED;
    }

    /** The instant of a moment that is worked out from another, in microseconds since 1970, or never; it fixes what it needs. */
    public long micros(Moment moment, long from) {
        if (moment.needsMember()) {
            member.fixMembership();
        }
        return moment.from(from, zone(), membership().since());
    }

    /** The wallet of a point currency that the program has. */
    public WalletDraft wallet(String currency) {
        for (WalletDraft wallet : wallets) {
            if (wallet.currency().equals(currency)) {
                return wallet;
            }
        }
        throw new IllegalArgumentException("no point currency '" + currency + "'");
    }

    /** All wallets, by the id of their currency. */
    WalletDraft[] wallets() {
        return wallets;
    }

    /** The tiers. */
    StandingsDraft standings() {
        return standings;
    }

    /** The ledger, for what takes points. */
    public LedgerDraft ledger() {
        return ledger;
    }

    /** What rules on sums and tiers have given. */
    GivenDraft given() {
        GivenDraft known = given;
        if (known == null) {
            known = new GivenDraft(this, before.given());
            given = known;
        }
        return known;
    }

    /** Whether there is, or can be by now, anything that they have given. */
    private boolean hasGiven() {
        return given != null || !before.given().isEmpty();
    }

    /** What is counted in windows. */
    public CountersDraft counters() {
        return counters;
    }

    /** The open holds. */
    public HoldsDraft holds() {
        HoldsDraft known = holds;
        if (known == null) {
            known = new HoldsDraft(this, before.holds());
            holds = known;
        }
        return known;
    }

    /** The entries so far. */
    public EntryLog entries() {
        return ledger.entries();
    }

    /** The orders that holds leave unpaid so far. */
    public List<UnpaidOrders> unpaid() {
        if (holds == null || holds.unpaid().isEmpty()) {
            return unpaidBefore;
        }
        return ImmutableList.<UnpaidOrders>builder()
                .addAll(unpaidBefore)
                .addAll(holds.unpaid())
                .build();
    }

    /** The changes of standings so far. */
    public List<TierChange> tierChanges() {
        return standings.changes();
    }

    // --- what happens by itself ---

    /** Lets happen what does by itself until an instant, that instant included, each at its own instant. */
    public void catchUp(Instant to) {
        long until = Timestamps.micros(to);
        if (header.quietUntil() <= until) {
            settleUntil(until);
        }
        if (until > now()) {
            moveTo(until);
            asOf = to;
        }
    }

    private void settleUntil(long until) {
        long next = Happenings.next(this);
        while (next <= until) {
            moveTo(Math.max(next, now()));
            Happenings.settle(this);
            next = Happenings.next(this);
        }
        header.setQuietUntil(next);
    }

    private void moveTo(long instant) {
        header.moveTo(instant);
        asOf = null;
    }

    /** Something happens by itself at an instant, from now on. All that can bring it about, or earlier than it was to be, says so. */
    void happensBy(long instant) {
        header.setQuietUntil(Math.min(header.quietUntil(), instant));
    }

    /** Something else happens by itself from now on: when, is looked for the next time that it matters. */
    void forgetQuiet() {
        header.forgetQuiet();
    }

    /** When a host would next see something happen by itself, or null. */
    public @Nullable Instant nextVisibleChange() {
        long border = before.isOpen() && version.next() != Timestamps.NEVER
                ? Math.max(version.next(), now())
                : Timestamps.NEVER;
        return Timestamps.ofMicrosOrNull(Math.min(Happenings.nextVisible(this), border));
    }

    // --- points ---

    /** The dates of points that were earned at an instant and can be spent at once, as their currency's terms say. */
    public LotDates datesOf(WalletDraft wallet, Instant earned) {
        return datesOf(wallet, earned, earned);
    }

    /** The dates of points that were earned at an instant and can be spent from another on, as their currency's terms say. */
    public LotDates datesOf(WalletDraft wallet, Instant earned, Instant available) {
        return wallet.expiry().datesOf(earned, available);
    }

    /** The dates of points that were earned at an instant and can be spent from another on, and expire as an expiry of their own says. */
    public LotDates datesOf(Expiry own, Instant earned, Instant available) {
        long from = Timestamps.micros(own.isFromAvailability() ? available : earned);
        return new LotDates(
                Timestamps.micros(earned),
                Math.max(Timestamps.micros(available), now()),
                micros(own.date(), from),
                LotDating.OWN);
    }

    /**
     * Credits points, all that one event gives: what is past its date already is gone at once, and the rest pays what is owed
     * first.
     */
    public void credit(List<Credit> credits, String cause) {
        if (credits.isEmpty()) {
            return;
        }
        ledger.credit(credits, cause);
        catchUp(asOf());
        for (WalletDraft wallet : wallets) {
            ledger.payDebt(wallet, cause);
        }
    }

    /**
     * Gives points of a redemption back, what was taken last first, and says what is left of it. Once nothing is, and nothing more can be
     * captured, the customer has not used the reward.
     *
     * @param points how many, no more than are left
     * @param whose what of it is given back: by what event it was taken, or null for all of it
     */
    public RedemptionReceipt restore(RedemptionReceipt redemption, long points, @Nullable String whose, String cause) {
        Restored back = new Restored(redemption, points, whose);
        ledger.putBack(wallet(redemption.currency()), back.lots(), back.origin(), asOf(), cause);
        RedemptionReceipt left = back.left();
        boolean isOpen = holds().noteCaptured(redemption.redemption(), left.pointsLeft());
        if (left.pointsLeft() == 0 && !isOpen) {
            left.counted().forEach(use -> counters.giveBack(use, 1));
        }
        return left;
    }

    /** Lets expire what came back past its date and paid nothing. */
    public void expireOverdue() {
        for (WalletDraft wallet : wallets) {
            ledger.expireOverdue(wallet);
        }
    }

    /** Opens a hold for points that were set aside; one that comes so late that it is over already lapses at once. */
    public void open(OpenHold hold) {
        holds().open(hold);
    }

    /** Something happened by which a customer counts as active. */
    public void recordActivity(Expiry.Activity activity, Instant at) {
        for (WalletDraft wallet : wallets) {
            wallet.expiry().prolongTimer(activity, Timestamps.micros(at), zone());
        }
    }

    /** An activity of the host's own happened, by which a customer counts as active where the program names it. */
    public void recordActivity(String name, Instant at) {
        for (WalletDraft wallet : wallets) {
            wallet.expiry().prolongTimer(name, Timestamps.micros(at), zone());
        }
    }

    // --- the tiers ---

    /**
     * Changes standings, and with them what follows for points: a tier can suspend their expiry, or let it go on. Where one ends by
     * itself that did, what is held gets at least the date that the program gives it then.
     */
    public void changeTiers(String cause, Consumer<StandingsDraft> change) {
        change.accept(standings);
        followTiers(cause, false);
    }

    /**
     * Something is about to be counted: what rules on sums see of the member is as it is by now.
     *
     * @param at when it happens, by its own date
     */
    public void expectSums(Instant at) {
        sumRules = SumRulesDraft.before(this, at);
    }

    /** Lets standings follow what the event has counted, and all that follows from that. */
    public void followSums(String cause) {
        followTiersOfSums(cause);
        if (sumRules != null) {
            sumRules.follow(cause);
        }
        // What a tier that is left suspended may be over at once.
        catchUp(asOf());
    }

    /** Lets standings follow what was brought. It reaches nothing: what rules make of the sums counts as given. */
    public void followBroughtSums(String cause) {
        followTiersOfSums(cause);
        given().countBroughtAsGiven();
    }

    /** Lets standings alone follow what the event has counted. */
    void followTiersOfSums(String cause) {
        standings.follow();
        followTiers(cause, false);
    }

    /** Time reviews standings: a tier can be reached by that, or what was given for one be kept from now on whatever is returned. */
    void reviewTiers(String cause) {
        SumRulesDraft rules = isOpen() && plan.memberRules().areOnTiers() ? SumRulesDraft.before(this, asOf()) : null;
        List<GivenOnSum> ofTiers = hasGiven() ? given().ofTiersEarned() : List.of();
        changeTiers(cause, StandingsDraft::review);
        if (!ofTiers.isEmpty()) {
            given().forgetTiers(ofTiers);
        }
        if (rules != null) {
            rules.follow(cause);
        }
    }

    /**
     * Lets standings be as if what the event has taken out of sums had never been: what a tier suspended has its own dates then, and what
     * rules on sums and tiers gave is taken back.
     */
    public void undoSums(String cause) {
        do {
            standings.undo();
            followTiers(cause, true);
        } while (hasGiven() && given().undo(cause));
        catchUp(asOf());
    }

    /** What rules find in sums when a version comes into force. */
    void adoptSums(Plan earlier) {
        given().adopt(earlier);
    }

    /** What follows for points from a change of standings: by itself, or because what they rested on was undone. */
    private void followTiers(String cause, boolean isUndone) {
        standings.noteChanges(cause);
        for (WalletDraft wallet : wallets) {
            if (wallet.expiry().followsTier()) {
                follow(wallet, cause, isUndone);
            }
        }
    }

    /** Other terms come into force for the tiers; what follows for points is for {@link Adoption}. */
    void adoptTiers(PlannedLadder[] laddersBefore, String cause) {
        standings.adopt(laddersBefore, cause);
    }

    /** Whether one of the tiers that are held suspends the expiry of the points of a wallet. */
    boolean isSuspended(WalletDraft wallet) {
        return standings.holdsAny(wallet.expiry()::isSuspendedBy);
    }

    /** What follows for the points of a wallet from a change of the tiers that are held. */
    void follow(WalletDraft wallet, String cause, boolean isUndone) {
        boolean suspends = isSuspended(wallet);
        if (suspends == wallet.expiry().isSuspended()) {
            return;
        }
        boolean hasDates = wallet.hasDates();
        if (suspends) {
            wallet.suspend();
        } else {
            wallet.resume(isUndone);
        }
        if (hasDates) {
            ledger.redate(wallet, suspends ? null : wallet.expiry().lastRedating(), cause);
        }
    }

    // --- the member ---

    /** All that is left expires, on hold or not; a debt stays. Says what ended. */
    public ClosureReceipt close(String cause, Instant occurredAt) {
        List<ClosureReceipt.ExpiredLots> ended = new ArrayList<>(wallets.length);
        List<OpenHold> ofHolds = holds().expireAll(cause);
        for (WalletDraft wallet : wallets) {
            List<Lot> lots = wallet.lots().all();
            if (!lots.isEmpty()) {
                ended.add(new ClosureReceipt.ExpiredLots(
                        wallet.currency(),
                        lots,
                        Timestamps.ofMicrosOrNull(wallet.expiry().timer())));
            }
            ledger.expire(wallet, wallet.expireAll(), cause);
        }
        member.close();
        return new ClosureReceipt(before.customer(), occurredAt, asOf(), header.sequence(), ended, ofHolds);
    }

    /** What a closure ended is there again, as it would be by now had the account never been closed. */
    public void reopen(ClosureReceipt closure, String cause) {
        member.reopen();
        new Reopened(this, holds(), ledger).restore(closure, cause);
    }
}
