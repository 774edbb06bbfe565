package dev.laurel.engine.settle;

import dev.laurel.customer.Customer;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.plan.Plan;
import dev.laurel.event.Activity;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Claim;
import dev.laurel.event.Closure;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Erasure;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Return;
import dev.laurel.event.TierGrant;
import dev.laurel.event.TimePassed;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.time.Period;
import java.util.List;

/** An event on its way into an account: whether it comes in time, what time brings about before it, and what it does. */
public final class EventSettlement {
    private final Plan plan;
    private final AccountDraft account;
    private final Receipts receipts;
    private final boolean orderKnown;

    /**
     * Prepares a draft for one event.
     *
     * @param receipts the receipts that the event names, and where it leaves its own
     * @param orderKnown whether conditions of rewards about an order are asked
     */
    public EventSettlement(Plan plan, AccountDraft account, Receipts receipts, boolean orderKnown) {
        this.plan = plan;
        this.account = account;
        this.receipts = receipts;
        this.orderKnown = orderKnown;
    }

    /** Settles the event, and says what it brings about for other customers. */
    public List<LoyaltyEvent> settle(LoyaltyEvent event) {
        if (event instanceof TimePassed) {
            account.catchUp(event.occurredAt());
            return List.of();
        }
        requireValid(event);
        requireNotClosed(event);
        requireNotTooLate(event);
        account.catchUp(event.occurredAt());
        if (event instanceof Opening opening) {
            new OpeningSettlement(plan, account).settle(opening);
            return List.of();
        }
        account.open(event.occurredAt());
        if (event instanceof Transfer transfer) {
            return List.of(new TransferSettlement(plan, account).send(transfer));
        }
        settlePoints(event);
        settleMember(event);
        return List.of();
    }

    /** What moves points by the rules of the program. */
    private void settlePoints(LoyaltyEvent event) {
        if (event instanceof Purchase purchase) {
            receipts.leave(new PurchaseSettlement(plan, account, purchase, null).settle());
        } else if (event instanceof Return returned) {
            ReturnSettlement.settle(plan, account, receipts, returned);
        } else if (event instanceof Redemption redemption) {
            receipts.leave(RewardSettlement.redeem(plan, account, redemption, orderKnown));
        } else if (event instanceof Hold hold) {
            new HoldSettlement(plan, account, receipts).hold(hold);
        } else if (event instanceof Capture capture) {
            new HoldSettlement(plan, account, receipts).capture(capture);
        } else if (event instanceof Release release) {
            new HoldSettlement(plan, account, receipts).release(release);
        } else if (event instanceof Cancellation cancellation) {
            cancel(cancellation);
        } else if (event instanceof Claim claim) {
            ClaimSettlement.settle(plan, account, claim);
        } else if (event instanceof TransferReceived received) {
            new TransferSettlement(plan, account).receive(received);
        } else if (event instanceof Adjustment adjustment) {
            adjust(adjustment);
        }
    }

    /** What is known of the member, and what becomes of the membership. */
    private void settleMember(LoyaltyEvent event) {
        if (event instanceof Enrollment enrollment) {
            enroll(enrollment);
        } else if (event instanceof ProfileChange change) {
            account.know(change.applied(account.profile()));
        } else if (event instanceof Activity activity) {
            account.recordActivity(activity.name(), activity.occurredAt());
        } else if (event instanceof TierGrant grant) {
            grant(grant);
        } else if (event instanceof Closure) {
            account.close(event.id());
        } else if (event instanceof Erasure) {
            account.erase();
        }
    }

    /** What is wrong with the event in itself, before anything else is asked. */
    private void requireValid(LoyaltyEvent event) {
        if (event instanceof Redemption redemption) {
            RewardSettlement.requireValid(plan, redemption, orderKnown);
        } else if (event instanceof Hold hold) {
            RewardSettlement.requireValid(plan, hold);
        } else if (event instanceof Claim claim) {
            ClaimSettlement.requireValid(plan, claim);
        }
    }

    /** Of a closed account only what is personal can still be erased. */
    private void requireNotClosed(LoyaltyEvent event) {
        Instant erased = account.milestones().erased();
        Instant closed = account.milestones().closed();
        // One that is only closed can still be erased.
        Instant since = erased != null || !(event instanceof Erasure) ? (closed == null ? erased : closed) : null;
        if (since != null) {
            throw new RefusedSignal(new Refusal.AccountClosed(event.customer(), since));
        }
    }

    private void requireNotTooLate(LoyaltyEvent event) {
        if (event.occurredAt().isBefore(account.asOf())) {
            Period limit = plan.program().lateLimit();
            Instant latest = event.occurredAt().atZone(plan.zone()).plus(limit).toInstant();
            if (latest.isBefore(account.asOf())) {
                throw new RefusedSignal(new Refusal.EventTooLate(event.occurredAt(), account.asOf(), limit));
            }
        }
    }

    private void cancel(Cancellation cancellation) {
        RedemptionReceipt redemption = receipts.redemption(cancellation.redemption(), cancellation.customer());
        if (redemption == null) {
            throw new RefusedSignal(new Refusal.UnknownRedemption(cancellation.redemption()));
        }
        long left = redemption.pointsLeft();
        if (left == 0) {
            throw new RefusedSignal(new Refusal.AlreadyCancelled(redemption.redemption()));
        }
        Long asked = cancellation.points();
        long points = asked == null ? left : asked;
        if (points > left) {
            throw new RefusedSignal(
                    new Refusal.ExceedsRedemption("redemption '" + redemption.redemption() + "'", left, points));
        }
        receipts.leave(account.restore(redemption, points, cancellation.id()));
    }

    private void enroll(Enrollment enrollment) {
        Instant enrolled = account.milestones().enrolled();
        if (enrolled != null) {
            throw new RefusedSignal(new Refusal.AlreadyEnrolled(enrolled));
        }
        if (enrollment.customer().equals(enrollment.referrer())) {
            throw new RefusedSignal(
                    new Refusal.NotAllowed("customer '" + enrollment.customer() + "' cannot be their own referrer"));
        }
        account.enroll(
                completed(account.profile(), enrollment.profile()), enrollment.referrer(), enrollment.occurredAt());
    }

    /** What is on file already and what an enrollment has besides; nothing is lost of which the enrollment has none. */
    private static Customer completed(Customer known, Customer more) {
        return new Customer(
                more.id(),
                more.birthday() == null ? known.birthday() : more.birthday(),
                more.attributes().isEmpty() ? known.attributes() : more.attributes(),
                more.segments().isEmpty() ? known.segments() : more.segments());
    }

    private void adjust(Adjustment adjustment) {
        WalletDraft wallet = account.wallet(plan.requirePoints(adjustment.currency()));
        if (adjustment.points() < 0) {
            account.ledger().adjustDown(wallet, -adjustment.points(), adjustment.id());
            return;
        }
        Instant earned = adjustment.occurredAt();
        account.ledger()
                .adjustUp(
                        wallet,
                        adjustment.points(),
                        earned,
                        wallet.expiry().expiryOf(earned, plan.zone()),
                        adjustment.id());
        account.settleCredits(adjustment.id());
    }

    private void grant(TierGrant grant) {
        TierLadder ladder = plan.ladder();
        if (ladder == null) {
            throw new RefusedSignal(new Refusal.UnknownTier(grant.tier()));
        }
        TierStanding granted = ladder.tier(grant.tier())
                .map(tier -> new TierStanding(tier, grant.until()))
                .orElseThrow(() -> new RefusedSignal(new Refusal.UnknownTier(grant.tier())));
        account.standings().grant(granted, account.asOf(), grant.id());
        account.followTier(grant.id());
    }
}
