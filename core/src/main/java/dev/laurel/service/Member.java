package dev.laurel.service;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.laurel.account.Account;
import dev.laurel.account.VersionInForce;
import dev.laurel.account.Wallet;
import dev.laurel.decision.PostedEvent;
import dev.laurel.engine.LadderProgress;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.engine.OpenOffer;
import dev.laurel.engine.Quote;
import dev.laurel.engine.RewardOption;
import dev.laurel.engine.SumProgress;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.RewardChoice;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.Benefit;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A customer at an instant, known or not: what a member's page and a checkout ask for. What happened by itself until then is in it. It was
 * read in one go, and later events do not change it. Nothing is stored.
 *
 * <pre>{@code
 * Member ada = service.member("ada", now);
 * long points = ada.available(POINTS);
 * Quote quote = ada.quote(basket, RewardChoice.of("cash-10"));
 * }</pre>
 */
public final class Member {
    private final LoyaltyEngine engine;
    private final AccountStore store;
    private final AccountKey key;
    private final Account account;
    private final long revision;
    private final Instant at;

    private Member(
            LoyaltyEngine engine, AccountStore store, AccountKey key, Account account, long revision, Instant at) {
        this.engine = engine;
        this.store = store;
        this.key = key;
        this.account = account;
        this.revision = revision;
        this.at = at;
    }

    static Member of(LoyaltyEngine engine, AccountStore store, AccountKey key, Instant at) {
        return of(engine, store, key, store.read(key, Named.NOTHING, Intent.VIEW), at);
    }

    private static Member of(LoyaltyEngine engine, AccountStore store, AccountKey key, AccountView view, Instant at) {
        Account stored = view.account().orElseGet(() -> engine.newAccount(key.customer()));
        // A clock that is a little behind shows the present.
        Instant present = stored.asOf().isAfter(at) ? stored.asOf() : at;
        Account account =
                stored.isOpen() ? engine.advance(stored, present).orThrow().account() : stored;
        return new Member(engine, store, key, account, view.revision(), present);
    }

    /** The host's id of the customer. */
    public String customer() {
        return key.customer();
    }

    /** The instant that it shows: the one that was asked for, or that of the account's last event if that is later. */
    public Instant at() {
        return at;
    }

    /** Whether anything has happened to the customer yet. */
    public boolean isKnown() {
        return account.isOpen();
    }

    /** The account, with all that has happened by itself. */
    public Account account() {
        return account;
    }

    // --- points ---

    /**
     * The points of a currency that can be spent.
     *
     * @throws IllegalArgumentException if the program does not have it
     */
    public long available(PointCurrency currency) {
        return balance(currency).available();
    }

    /**
     * The balance in a currency.
     *
     * @throws IllegalArgumentException if the program does not have it
     */
    public Balance balance(PointCurrency currency) {
        return account.balance(currency.id());
    }

    /**
     * The points of a currency that expire next if nothing happens until then, and when; empty if none ever will.
     *
     * @throws IllegalArgumentException if the program does not have it
     */
    public Optional<Wallet.Expiring> expiringNext(PointCurrency currency) {
        return wallet(currency).expiringNext();
    }

    /**
     * The points of a currency that become available next, and when; empty if none are pending.
     *
     * @throws IllegalArgumentException if the program does not have it
     */
    public Optional<Wallet.Maturing> maturingNext(PointCurrency currency) {
        return wallet(currency).maturingNext();
    }

    private Wallet wallet(PointCurrency currency) {
        return account.wallet(currency.id())
                .orElseThrow(() -> new IllegalArgumentException(
                        "program '" + key.program() + "' has no point currency '" + currency.id() + "'"));
    }

    // --- tiers ---

    /** The tier held on a ladder, with its end, if the program has the ladder. */
    public Optional<TierStanding> standing(Ladder ladder) {
        return account.standing(ladder);
    }

    /**
     * Each ladder in the order in which the program declares them: the tier held, what is missing to the next and to keep the present one,
     * and until when.
     */
    public List<LadderProgress> progress() {
        return engine.progress(account);
    }

    /** What is counted so far for every sum that ladders, rules and others ask for, by the id of the sum. */
    public List<SumProgress> sums() {
        return engine.sums(account);
    }

    // --- what can be had ---

    /** All rewards by id: what can be had by an order that fits, and for the rest why not and how many points are missing. */
    public List<RewardOption> rewards() {
        return engine.rewardsFor(account, at);
    }

    /** All rewards by id, for an order: what can be had, how many points can pay, and for the rest why not. */
    public List<RewardOption> rewards(Basket basket) {
        return engine.rewardsFor(account, requireNonNull(basket, "basket"), at);
    }

    /** The offers that can be claimed, by id, with their choices. */
    public List<OpenOffer> offers() {
        return engine.offersFor(account, at);
    }

    /** The benefits that need no order, by id. */
    public List<Benefit> benefits() {
        return engine.benefitsFor(account, at);
    }

    /** The benefits that come with an order, by id. */
    public List<Benefit> benefits(Basket basket) {
        return engine.benefitsFor(account, basket, at);
    }

    /**
     * What an order comes to, with rewards or without: what is paid, what is earned, and which tier follows. Its {@linkplain Quote#promise
     * promise} can be kept by {@link LoyaltyService#place}.
     *
     * <p>If the order is paid with points of earlier redemptions or holds, their receipts are read now, and the account with them: the quote
     * is then of the account as it is now.
     *
     * @param choices the rewards in any order
     * @throws IllegalArgumentException if the basket is empty
     */
    public Quote quote(Basket basket, RewardChoice... choices) {
        Purchase purchase = Purchase.preview(customer(), at, requireNonNull(basket, "basket"));
        Set<String> named = ImmutableSet.copyOf(engine.receiptsNamedBy(purchase));
        if (named.isEmpty()) {
            return engine.quote(account, basket, ImmutableList.copyOf(choices), at, List.of());
        }
        AccountView view = store.read(key, Named.receipts(named), Intent.VIEW);
        Member now = of(engine, store, key, view, at);
        return engine.quote(
                now.account,
                basket,
                ImmutableList.copyOf(choices),
                now.at,
                view.receipts().values());
    }

    // --- what happened ---

    /**
     * The last entries of the ledger with their reasons, the latest first. What has happened by itself since the last event is not written
     * down yet, so it is not among them.
     *
     * @param most how many at most
     */
    public List<MemberEntry> recentEntries(int most) {
        ImmutableList.Builder<MemberEntry> entries = ImmutableList.builder();
        long before = revision + 1;
        int found = 0;
        while (found < most && before > 1) {
            List<PostedEvent> page = store.journalBefore(key, before, most);
            for (PostedEvent posted : page) {
                for (int i = posted.entries().size() - 1; i >= 0 && found < most; i--) {
                    entries.add(MemberEntry.of(posted.entries().get(i), posted.event(), engine.programs()));
                    found++;
                }
            }
            if (page.isEmpty()) {
                break;
            }
            before -= page.size();
        }
        return entries.build();
    }

    /** The program in the version that is in force for the member. */
    public LoyaltyProgram program() {
        List<VersionInForce> inForce = account().versions();
        return inForce.isEmpty()
                ? engine.programAt(at)
                : engine.program(inForce.get(inForce.size() - 1).version()).orElseThrow();
    }

    /**
     * The same in plain values, for a page or an answer in JSON.
     *
     * @param recentEntries how many of the last entries at most
     */
    public MemberView view(int recentEntries) {
        return MemberView.of(this, program(), recentEntries(recentEntries));
    }

    /** Ids and instants only. */
    @Override
    public String toString() {
        return "Member[" + customer() + " in " + key.program() + " at " + at + "]";
    }
}
