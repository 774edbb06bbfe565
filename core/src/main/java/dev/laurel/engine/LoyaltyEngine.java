package dev.laurel.engine;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Account;
import dev.laurel.account.VersionInForce;
import dev.laurel.account.Wallet;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RefusedException;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedLadder;
import dev.laurel.engine.plan.Retention;
import dev.laurel.engine.plan.Version;
import dev.laurel.engine.plan.Versions;
import dev.laurel.engine.settle.Evaluation;
import dev.laurel.engine.settle.Settlements;
import dev.laurel.event.Basket;
import dev.laurel.event.Batch;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Promise;
import dev.laurel.event.Purchase;
import dev.laurel.event.RewardChoice;
import dev.laurel.event.TimePassed;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.receipt.Receipt;
import dev.laurel.reward.Benefit;
import dev.laurel.tier.Standings;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program, compiled: it turns an account and an event into a decision.
 *
 * <p>Every method is a pure function of its arguments: nothing reads a clock, a default zone or locale, the environment, or a
 * random source, and nothing is stored. Only what may not be meant with a program is logged, once, when its engine is made. The
 * same history gives the same entries, explanations and accounts on every machine.
 * Immutable and safe for use by any number of threads.
 */
public final class LoyaltyEngine {
    private static final Logger LOG = LoggerFactory.getLogger(LoyaltyEngine.class);

    private final List<LoyaltyProgram> programs;
    private final Versions versions;
    private final Checkout checkout;
    private final Entitlements entitlements;

    private LoyaltyEngine(Versions versions) {
        this.versions = versions;
        programs = versions.each().stream()
                .map(version -> version.plan().program())
                .collect(ImmutableList.toImmutableList());
        checkout = new Checkout(versions);
        entitlements = new Entitlements(versions);
    }

    /** Compiles a program of one version, and logs its {@linkplain LoyaltyProgram#warnings() warnings}, each as one line. */
    public static LoyaltyEngine of(LoyaltyProgram program) {
        return ofVersions(List.of(requireNonNull(program, "program")));
    }

    /**
     * Compiles the versions of a program, and logs their warnings, each as one line. The first is in force from the beginning on, each other
     * from its {@linkplain LoyaltyProgram#inForceFrom date} on. An event is judged by the version that was in force at its date, and
     * what it meets goes on under the present one. Give an engine all versions that have ever written an account.
     *
     * @param versions the versions, in any order
     * @throws dev.laurel.program.InvalidProgramException if they are not right together, see {@link LoyaltyProgram#inOrder}
     * @throws IllegalArgumentException if there is none
     */
    public static LoyaltyEngine ofVersions(List<LoyaltyProgram> versions) {
        List<LoyaltyProgram> inOrder = LoyaltyProgram.inOrder(versions);
        for (LoyaltyProgram program : inOrder) {
            program.warnings().forEach(warning -> LOG.warn("Program {}: {}", program.versionedId(), warning));
        }
        return new LoyaltyEngine(Versions.of(inOrder));
    }

    /**
     * The engine as if it had only some of its versions, such as those by which an event was posted. It shares what is compiled, and costs
     * nearly nothing.
     *
     * @param names the names of the versions; those that it does not have do no harm
     * @throws IllegalArgumentException if it has none of them
     */
    public LoyaltyEngine withOnly(Collection<String> names) {
        Versions some = versions.only(names);
        return some == versions ? this : new LoyaltyEngine(some);
    }

    /** The id of the program. */
    public String programId() {
        return programs.get(0).id();
    }

    /** The program in the version that comes into force last. */
    public LoyaltyProgram program() {
        return programs.get(programs.size() - 1);
    }

    /** The program in the version that is in force at an instant, by its date. */
    public LoyaltyProgram programAt(Instant at) {
        return versions.at(Timestamps.checked("instant", at)).plan().program();
    }

    /** The program in a version, such as {@code 2026.1}, if the engine has it. */
    public Optional<LoyaltyProgram> program(String version) {
        return programs.stream()
                .filter(program -> program.version().equals(version))
                .findFirst();
    }

    /** The program in all its versions, in the order in which they come into force. */
    public List<LoyaltyProgram> programs() {
        return programs;
    }

    /**
     * The account of a customer of whom nothing has happened yet, with what the latest version of the program has; the first event opens it
     * at its date.
     *
     * @throws IllegalArgumentException if the id is malformed
     */
    public Account newAccount(String customer) {
        Plan plan = versions.latest().plan();
        return Account.untouched(
                programId(),
                customer,
                plan.policies().stream()
                        .map(policy -> Wallet.none(policy.currency().id()))
                        .toList(),
                Arrays.stream(plan.ladders())
                        .map(ladder -> Standings.earned(ladder.id(), ladder.ground()))
                        .toList());
    }

    /**
     * What an event brings about. If it is refused, the account is as it was; see {@link Refusal} for the reasons.
     *
     * @throws IllegalArgumentException if the account is of another program, or the event of another customer or erased
     */
    public Decision evaluate(Account account, LoyaltyEvent event) {
        return evaluate(account, event, List.of());
    }

    /**
     * What an event brings about that names an earlier one: a return names its purchase, and with it the redemptions that paid
     * for it; a cancellation names its redemption, and a purchase those that pay. An event whose receipt is not among those given is
     * refused as unknown.
     *
     * @param receipts the receipts of the events that it names; others do no harm
     * @throws IllegalArgumentException if the account is of another program, or the event of another customer or erased
     */
    public Decision evaluate(Account account, LoyaltyEvent event, Iterable<? extends Receipt> receipts) {
        requireOwn(account);
        checkArgument(
                event.customer().equals(account.customer()),
                "event '%s' is of customer '%s', but the account is of '%s'",
                event.id(),
                event.customer(),
                account.customer());
        return Evaluation.decide(versions, account, event, receipts, Evaluation.Mode.WHOLE);
    }

    /**
     * What a batch does: one decision for each of its events that is new, in their order, each on the account that the one before it
     * leaves. Ends with the first that is refused; then none of them may be stored. All rewards on orders that are redeemed or held in the
     * batch, and are neither cancelled nor released in it, must fit the order of each of them; at most a hundred can be.
     *
     * <p>If the batch itself is new, the decision on its {@link Batch#record} comes first.
     *
     * @param known the ids, of the batch and its events, that were accepted before with the same content
     * @param receipts the receipts of the earlier events that its events name; others do no harm
     * @throws IllegalArgumentException if the account is of another program, or the batch of another customer
     */
    public List<Decision> evaluate(
            Account account, Batch batch, Set<String> known, Iterable<? extends Receipt> receipts) {
        List<Decision> decisions = new ArrayList<>(batch.events().size() + 1);
        if (!known.contains(batch.id())) {
            decisions.add(evaluate(account, batch.record()));
        }
        List<Receipt> given = new ArrayList<>();
        receipts.forEach(given::add);
        Account now = account;
        for (LoyaltyEvent event : batch.events()) {
            Decision decision = known.contains(event.id()) ? null : evaluate(now, event, given);
            if (decision != null && !decision.isAccepted()) {
                decisions.add(decision);
                return decisions;
            }
            if (decision != null) {
                decisions.add(decision);
                given.addAll(decision.receipts());
                now = decision.account();
            }
        }
        Decision together = BatchRewards.refused(versions, batch, now);
        if (together != null) {
            decisions.add(together);
        }
        return decisions;
    }

    /**
     * The ids of earlier events whose receipts {@link #evaluate} needs for an event; it also needs those that these {@linkplain
     * Receipt#links link} to.
     */
    public List<String> receiptsNamedBy(LoyaltyEvent event) {
        return Settlements.receiptsNamedBy(event);
    }

    /**
     * The receipts that {@link #evaluate} needs for an event, as far as there are any: of the events that it names, and of those
     * that these lead to.
     *
     * @param byEvent gives the receipt of an event of the same customer, such as from a store
     */
    public List<Receipt> receiptsFor(LoyaltyEvent event, Function<String, Optional<Receipt>> byEvent) {
        return Settlements.receiptsOf(event, byEvent);
    }

    /**
     * The account with all written down that time alone brings about until an instant, that instant included. An instant before
     * the account's present changes nothing. Never needed before {@link #evaluate}, which catches up by itself: the result is
     * the same.
     *
     * @throws IllegalArgumentException if the account is of another program, or the instant out of range
     */
    public Decision advance(Account account, Instant to) {
        return evaluate(account, new TimePassed(account.customer(), to));
    }

    /**
     * When something will next happen to the account by itself: points become available or expire, a hold lapses, or a tier is
     * reviewed. Empty if nothing will unless the customer does something. It can lie after the year 9999, to which no time passes.
     *
     * @throws IllegalArgumentException if the account is of another program
     */
    public Optional<Instant> nextChangeAt(Account account) {
        return answer(
                account,
                () -> Optional.ofNullable(AccountDraft.of(versions, account).nextVisibleChange()));
    }

    /**
     * What a purchase of a basket would give: the decision that {@link #evaluate} would make of it, from the same code. One whose payments
     * name redemptions needs their {@linkplain #preview(Account, Basket, Instant, Iterable) receipts}.
     *
     * @throws IllegalArgumentException if the account is of another program, the basket empty, or the instant out of range
     */
    public Decision preview(Account account, Basket basket, Instant at) {
        return preview(account, basket, at, List.of());
    }

    /**
     * What a purchase of a basket would give that is paid with points of redemptions or holds that there are already.
     *
     * @param receipts the receipts that its payments name; others do no harm
     * @throws IllegalArgumentException if the account is of another program, the basket empty, or the instant out of range
     */
    public Decision preview(Account account, Basket basket, Instant at, Iterable<? extends Receipt> receipts) {
        return evaluate(account, Purchase.preview(account.customer(), at, basket), receipts);
    }

    /**
     * Whether an event can still need a receipt of an account. Once none can, a store may forget it: that of a purchase when no return
     * of it would be accepted any more, however late it came; that of a redemption or capture when it can neither be cancelled nor an
     * order be returned that it paid. Of a hold that was resolved it tells that it was; without it the hold is unknown.
     *
     * @throws IllegalArgumentException if the account is of another program
     */
    public boolean isNeeded(Receipt receipt, Account account) {
        return answer(
                account,
                () -> account.hold(receipt.event()).isPresent() || new Retention(versions).isNeeded(receipt, account));
    }

    /**
     * Which rewards a customer can have for an order now, by id, and for the rest why not: what it says is what a redemption
     * would then do.
     *
     * @throws IllegalArgumentException if the account is of another program, or the instant out of range
     */
    public List<RewardOption> rewardsFor(Account account, Basket basket, Instant at) {
        return answer(account, () -> checkout.rewardsFor(account, basket, at));
    }

    /**
     * Which rewards a customer can have now if they place an order that fits, by id, and for the rest why not: for a page without
     * an order. Conditions about an order are not asked.
     *
     * @throws IllegalArgumentException if the account is of another program, or the instant out of range
     */
    public List<RewardOption> rewardsFor(Account account, Instant at) {
        return answer(account, () -> checkout.rewardsFor(account, null, at));
    }

    /**
     * What an order with some rewards at their own prices comes to: a checkout's whole question. What it says is what redeeming and
     * buying then do.
     *
     * <p>The order of asking decides nothing. Conditions about the order are judged on it as it is before any of its rewards. The
     * rewards are worked out in an order of their own: free pieces, then percentages off, then amounts off, each by the id of the
     * reward, then points that pay; each of what those before leave. Together they never take more than the order.
     *
     * @param rewards the ids of the rewards in any order, one that is taken twice two times; may be empty
     * @throws IllegalArgumentException if the account is of another program, the basket empty, or the instant out of range
     */
    public Quote quote(Account account, Basket basket, List<String> rewards, Instant at) {
        requireOwn(account);
        return checkout.quote(
                account, basket, rewards.stream().map(RewardChoice::of).toList(), at, List.of());
    }

    /**
     * What an order comes to with the rewards that a customer chooses, some of them for as many points as the customer says. Points
     * that pay are among the payments of the quote's basket.
     *
     * @param choices the rewards in any order, as for the quote by ids; may be none
     * @throws IllegalArgumentException if the account is of another program, the basket empty, or the instant out of range
     */
    public Quote quote(Account account, Basket basket, Instant at, RewardChoice... choices) {
        requireOwn(account);
        return quote(account, basket, ImmutableList.copyOf(choices), at, List.of());
    }

    /**
     * What an order comes to that is paid in part with points of redemptions or holds that there are already.
     *
     * @param choices the rewards in any order, as for the quote by ids; may be none
     * @param receipts the receipts that the order's payments name; others do no harm
     * @throws IllegalArgumentException if the account is of another program, the basket empty, or the instant out of range
     */
    public Quote quote(
            Account account,
            Basket basket,
            List<RewardChoice> choices,
            Instant at,
            Iterable<? extends Receipt> receipts) {
        requireOwn(account);
        return checkout.quote(account, basket, ImmutableList.copyOf(choices), at, ImmutableList.copyOf(receipts));
    }

    /**
     * What placing an order on a promise does: the quote of the promise as it now is, with events that can be recorded. They have the
     * promise's instant. The purchase has the order's id, and the redemptions have those that the {@linkplain Promise#redemptionsOf promise
     * says}.
     *
     * <p>The quote is refused if one of its events is, and with {@link Refusal.QuoteChanged} if the member would pay more, earn less or
     * stand lower than promised.
     *
     * @param order the id of the order
     * @param receipts the receipts that the order's payments name; others do no harm
     * @throws IllegalArgumentException if the account is of another program, the promise of another customer, or an id malformed
     */
    public Quote place(Account account, String order, Promise promise, Iterable<? extends Receipt> receipts) {
        requireOwn(account);
        checkArgument(
                promise.customer().equals(account.customer()),
                "the promise is of customer '%s', but the account is of '%s'",
                promise.customer(),
                account.customer());
        return checkout.place(account, order, promise, ImmutableList.copyOf(receipts));
    }

    /**
     * The gifts and other offers that a customer can claim at an instant, by id, with the choices open to them.
     *
     * @throws IllegalArgumentException if the account is of another program, or the instant out of range
     */
    public List<OpenOffer> offersFor(Account account, Instant at) {
        Instant checked = Timestamps.checked("instant", at);
        return answer(account, () -> entitlements.offersFor(account, checked));
    }

    /**
     * The benefits that a customer has at an instant whatever they order, by id: none with a condition about an order.
     *
     * @throws IllegalArgumentException if the account is of another program, or the instant out of range
     */
    public List<Benefit> benefitsFor(Account account, Instant at) {
        Instant checked = Timestamps.checked("instant", at);
        return answer(account, () -> entitlements.benefitsFor(account, null, checked));
    }

    /**
     * The benefits that a customer has for an order, by id. Conditions about it see what of it the program covers.
     *
     * @param basket the order as it is before any of its rewards: conditions about an order are judged on that
     * @throws IllegalArgumentException if the account is of another program, the basket of another currency than the program's, or the
     *     instant out of range
     * @throws dev.laurel.money.AmountOverflowException if the sum of the basket is out of range
     */
    public List<Benefit> benefitsFor(Account account, Basket basket, Instant at) {
        requireNonNull(basket, "basket");
        Instant checked = Timestamps.checked("instant", at);
        return answer(account, () -> entitlements.benefitsFor(account, basket, checked));
    }

    /**
     * Where a member stands on each ladder, in the order in which the program declares them, at the account's present.
     *
     * @throws IllegalArgumentException if the account is of another program
     */
    public List<LadderProgress> progress(Account account) {
        return answer(account, () -> new Progress(versions, account).onLadders());
    }

    /**
     * What is counted so far for every sum that ladders, rules and others ask for, by the id of the sum, at the account's present.
     *
     * @throws IllegalArgumentException if the account is of another program
     */
    public List<SumProgress> sums(Account account) {
        return answer(account, () -> new Progress(versions, account).inSums());
    }

    /**
     * The answer to what an account is asked about.
     *
     * @throws RefusedException if it was written by a version that the engine does not have
     */
    private <T> T answer(Account account, Supplier<T> answer) {
        requireOwn(account);
        try {
            versions.requireKnown(account);
            return answer.get();
        } catch (RefusedSignal refused) {
            throw new RefusedException(refused.refusal());
        }
    }

    private void requireOwn(Account account) {
        if (versions.haveMade(account)) {
            return;
        }
        checkArgument(
                account.program().equals(programId()),
                "account is of program '%s', but this engine runs '%s'",
                account.program(),
                programId());
        List<VersionInForce> written = account.versions();
        Version version = written.isEmpty()
                ? null
                : versions.named(written.get(written.size() - 1).version());
        if (version != null) {
            requireFits(account, version.plan());
        }
    }

    /** An account of other currencies or tiers than its version's cannot be judged by it, and must not lose them. */
    private static void requireFits(Account account, Plan plan) {
        for (String currency : account.currencies()) {
            checkArgument(
                    plan.hasPoints(currency),
                    "account holds '%s', which program '%s' does not have",
                    currency,
                    plan.versionedId());
        }
        for (PlannedLadder ladder : plan.ladders()) {
            checkArgument(
                    account.standing(ladder.id()).isPresent(),
                    "account has no standing on ladder '%s' of program '%s'",
                    ladder.id(),
                    plan.versionedId());
        }
        for (Standings standings : account.standings()) {
            PlannedLadder ladder = plan.ladder(standings.ladder());
            requireFits(ladder, standings.earned(), plan);
            standings.grants().forEach(grant -> requireFits(ladder, grant, plan));
            standings.began().values().forEach(began -> requireFits(ladder, began, plan));
        }
    }

    private static void requireFits(@Nullable PlannedLadder ladder, TierStanding standing, Plan plan) {
        checkArgument(
                ladder != null && ladder.rankOf(standing.tier()) >= 0,
                "account has the standing %s, which program '%s' does not have",
                standing,
                plan.versionedId());
    }
}
