package dev.laurel.engine;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Account;
import dev.laurel.account.Holding;
import dev.laurel.account.Receipt;
import dev.laurel.event.Basket;
import dev.laurel.event.Enrollment;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.TimePassed;
import dev.laurel.ledger.EntryKind;
import dev.laurel.money.Money;
import dev.laurel.program.Expiry;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.Reward;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierProgress;
import dev.laurel.tier.TierStanding;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A program, compiled: it turns an account and an event into a decision.
 *
 * <p>Every method is a pure function of its arguments: nothing reads a clock, a default zone or locale, the environment, or a
 * random source, and nothing is stored. The same history gives the same entries, explanations and accounts on every machine.
 * Immutable and safe for use by any number of threads.
 */
public final class LoyaltyEngine {
    private final LoyaltyProgram program;
    private final Plan plan;
    private final List<Holding> emptyHoldings;

    private LoyaltyEngine(LoyaltyProgram program) {
        this.program = program;
        plan = new Plan(program);
        emptyHoldings = plan.policies().stream()
                .map(policy -> Holding.none(policy.currency().id()))
                .collect(ImmutableList.toImmutableList());
    }

    /** Compiles a program. */
    public static LoyaltyEngine of(LoyaltyProgram program) {
        return new LoyaltyEngine(program);
    }

    /** The program. */
    public LoyaltyProgram program() {
        return program;
    }

    /**
     * The account of a customer of whom nothing has happened yet; the first event opens it at its date.
     *
     * @throws IllegalArgumentException if the id is malformed
     */
    public Account newAccount(String customer) {
        TierLadder ladder = plan.ladder();
        return Account.untouched(program.id(), customer, emptyHoldings, ladder == null ? null : ladder.ground());
    }

    /**
     * What an event brings about. If it is refused, the account is as it was; see {@link Refusal} for the reasons.
     *
     * @throws IllegalArgumentException if the account is of another program or the event of another customer
     */
    public Decision evaluate(Account account, LoyaltyEvent event) {
        requireOwn(account);
        checkArgument(
                event.customer().equals(account.customer()),
                "event '%s' is of customer '%s', but the account is of '%s'",
                event.id(),
                event.customer(),
                account.customer());
        try {
            AccountDraft draft = new AccountDraft(plan, account);
            Receipt receipt = settle(draft, event);
            return Decision.accepted(
                    this, event, account, draft.toAccount(), draft.entries(), draft.tierChanges(), receipt);
        } catch (RefusedSignal refused) {
            return Decision.refused(this, event, account, refused.refusal());
        } catch (ArithmeticException | DateTimeException e) {
            return Decision.refused(this, event, account, new Refusal.Overflow("a sum or date of this event"));
        }
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
     * When something will next happen to the account by itself: points expire or a tier is reviewed. Empty if nothing will
     * unless the customer does something.
     *
     * @throws IllegalArgumentException if the account is of another program
     */
    public Optional<Instant> nextChangeAt(Account account) {
        requireOwn(account);
        return Optional.ofNullable(new AccountDraft(plan, account).nextVisibleChange());
    }

    /**
     * What a purchase of a basket would give: the decision that {@link #evaluate} would make of it, from the same code.
     *
     * @throws IllegalArgumentException if the account is of another program, the basket empty, or the instant out of range
     */
    public Decision preview(Account account, Basket basket, Instant at) {
        return evaluate(account, Purchase.preview(account.customer(), at, basket));
    }

    /**
     * Where a member stands, at the account's present; empty in a program without tiers.
     *
     * @throws IllegalArgumentException if the account is of another program
     */
    public Optional<TierProgress> progress(Account account) {
        requireOwn(account);
        TierLadder ladder = plan.ladder();
        TierStanding standing = account.standing();
        return ladder == null || standing == null
                ? Optional.empty()
                : Optional.of(ladder.progress(
                        standing, account.counter(Account.QUALIFYING_SPEND), account.asOf(), plan.zone()));
    }

    /** What became of each rule for a purchase that was accepted. */
    Explanation explain(Account before, Purchase purchase) {
        AccountDraft draft = new AccountDraft(plan, before);
        draft.catchUp(purchase.occurredAt());
        List<RuleOutcome> notApplied = new ArrayList<>();
        List<RuleOutcome> outcomes =
                new ArrayList<>(new PurchaseSettlement(plan, draft, purchase, notApplied).applied());
        notApplied.sort(Comparator.comparing(RuleOutcome::rule));
        outcomes.addAll(notApplied);
        return new Explanation(outcomes);
    }

    /** An account of other currencies or tiers than the program's cannot be judged by it, and must not lose them. */
    private void requireKnown(Account account) {
        for (Holding holding : account.holdings()) {
            checkArgument(
                    plan.holdingOf(holding.currency()) >= 0,
                    "account holds '%s', which program '%s' does not have",
                    holding.currency(),
                    plan.versionedId());
        }
        TierLadder ladder = plan.ladder();
        TierStanding standing = account.standing();
        checkArgument(
                (ladder == null) == (standing == null)
                        && (ladder == null || standing == null || ladder.rankOf(standing.tier()) >= 0),
                "account has the standing %s, which program '%s' does not have",
                standing,
                plan.versionedId());
    }

    private void requireOwn(Account account) {
        checkArgument(
                account.program().equals(program.id()),
                "account is of program '%s', but this engine runs '%s'",
                account.program(),
                program.id());
        requireKnown(account);
    }

    private @Nullable Receipt settle(AccountDraft account, LoyaltyEvent event) {
        if (event instanceof TimePassed) {
            account.catchUp(event.occurredAt());
            return null;
        }
        if (event instanceof Redemption redemption) {
            requirePrice(redemption);
        }
        requireNotTooLate(account, event);
        account.catchUp(event.occurredAt());
        Receipt receipt = null;
        if (event instanceof Purchase purchase) {
            account.open(event.occurredAt());
            receipt = new PurchaseSettlement(plan, account, purchase, null).settle();
        } else if (event instanceof Redemption redemption) {
            account.open(event.occurredAt());
            redeem(account, redemption);
        } else if (event instanceof Enrollment enrollment) {
            account.open(event.occurredAt());
            enroll(account, enrollment);
        } else if (event instanceof Opening opening) {
            bringOver(account, opening);
        }
        return receipt;
    }

    private void requireNotTooLate(AccountDraft account, LoyaltyEvent event) {
        if (event.occurredAt().isBefore(account.asOf())) {
            Instant latest = event.occurredAt()
                    .atZone(plan.zone())
                    .plus(program.lateLimit())
                    .toInstant();
            if (latest.isBefore(account.asOf())) {
                throw new RefusedSignal(
                        new Refusal.EventTooLate(event.occurredAt(), account.asOf(), program.lateLimit()));
            }
        }
    }

    private void requirePrice(Redemption redemption) {
        Long points = redemption.points();
        Reward reward = program.reward(redemption.reward()).orElse(null);
        if (points != null && reward != null && points != reward.price()) {
            throw new RefusedSignal(new Refusal.Invalid("points of reward '" + reward.id() + "' must be its price, "
                    + reward.price() + ", but were " + points));
        }
    }

    private void redeem(AccountDraft account, Redemption redemption) {
        Basket basket = redemption.basket();
        if (basket != null) {
            PurchaseSettlement.requireMoney(plan, basket.currency());
        }
        Reward reward = program.reward(redemption.reward())
                .orElseThrow(() -> new RefusedSignal(new Refusal.UnknownReward(redemption.reward())));
        account.recordActivity(Expiry.Activity.REDEMPTION, redemption.occurredAt());
        int index = reward.currency() == null
                ? plan.holdingOf(program.points().get(0).currency().id())
                : plan.holdingOf(reward.currency().id());
        HoldingDraft holding = account.holding(index);
        long available = holding.balance().available();
        if (available < reward.price()) {
            throw new RefusedSignal(new Refusal.InsufficientPoints(holding.currency(), available, reward.price()));
        }
        account.debit(EntryKind.REDEEM, holding, holding.spend(reward.price()), reward.id(), redemption.id());
    }

    private static void enroll(AccountDraft account, Enrollment enrollment) {
        Instant enrolled = account.enrolled();
        if (enrolled != null) {
            throw new RefusedSignal(new Refusal.AlreadyEnrolled(enrolled));
        }
        if (enrollment.customer().equals(enrollment.referrer())) {
            throw new RefusedSignal(
                    new Refusal.NotAllowed("customer '" + enrollment.customer() + "' cannot be their own referrer"));
        }
        account.enroll(enrollment.profile(), enrollment.referrer(), enrollment.occurredAt());
    }

    private void bringOver(AccountDraft account, Opening opening) {
        Money qualifying = opening.qualifying();
        if (qualifying != null) {
            PurchaseSettlement.requireMoney(plan, qualifying.currency());
        }
        opening.lots().forEach(lot -> requirePoints(lot.currency()));
        TierStanding standing = standingOf(opening, account.asOf());
        if (account.isOpen()) {
            throw new RefusedSignal(new Refusal.NotAllowed("an opening must be the first event of customer '"
                    + opening.customer() + "', but the account is open already; adjust it by hand"));
        }
        account.open(opening.occurredAt());
        for (OpeningLot lot : opening.lots()) {
            HoldingDraft holding = account.holding(plan.holdingOf(lot.currency()));
            Instant expires = lot.expires() == null ? holding.expiryOf(lot.earned(), plan.zone()) : lot.expires();
            account.bringOver(holding, lot.points(), lot.earned(), expires, opening.id());
        }
        account.closeLots();
        if (standing != null) {
            account.changeStanding(standing, opening.id());
        }
        if (qualifying != null) {
            account.qualify(qualifying.millionths(), opening.occurredAt(), opening.id());
        }
    }

    private void requirePoints(String currency) {
        if (plan.holdingOf(currency) < 0) {
            String known = plan.policies().stream()
                    .map(policy -> policy.currency().id())
                    .collect(Collectors.joining(" or "));
            throw new RefusedSignal(new Refusal.WrongCurrency(known, currency));
        }
    }

    /** The standing that a customer brings: without an end it ends as a tier that is reached now does. */
    private @Nullable TierStanding standingOf(Opening opening, Instant asOf) {
        if (opening.tier() == null) {
            return null;
        }
        TierLadder ladder = plan.ladder();
        Tier tier = ladder == null ? null : ladder.tier(opening.tier()).orElse(null);
        if (ladder == null || tier == null) {
            throw new RefusedSignal(new Refusal.UnknownTier(opening.tier()));
        }
        Instant until = opening.tierUntil();
        if (until == null) {
            long window = ladder.window().numberAt(opening.occurredAt(), plan.zone());
            until = ladder.endOfTierReachedIn(window, plan.zone());
        }
        return tier.equals(ladder.lowest()) || !until.isAfter(asOf) ? ladder.ground() : new TierStanding(tier, until);
    }
}
