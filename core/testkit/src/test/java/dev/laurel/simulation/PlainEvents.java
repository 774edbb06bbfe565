package dev.laurel.simulation;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
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
import dev.laurel.event.OpeningLot;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Return;
import dev.laurel.event.TierGrant;
import dev.laurel.event.TimePassed;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LotUse;
import dev.laurel.tier.TierStanding;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What each event does to an account, in the order in which it must be asked what is wrong with it. */
final class PlainEvents {
    private final PlainAccount account;

    PlainEvents(PlainAccount account) {
        this.account = account;
    }

    /** Does what an event does, and says why not, or null; an account that refused is spoiled. */
    static String settle(PlainAccount account, LoyaltyEvent event) {
        try {
            new PlainEvents(account).settle(event);
            if (account.tiers != null) {
                account.tiers.forget(account.asOf);
            }
            return null;
        } catch (PlainRefusal refusal) {
            return refusal.code();
        } catch (ArithmeticException | DateTimeException e) {
            return "OVERFLOW";
        }
    }

    private void settle(LoyaltyEvent event) {
        Instant at = event.occurredAt();
        if (event instanceof TimePassed) {
            account.advance(at);
            return;
        }
        if (event instanceof Redemption redemption) {
            PlainRewards.requireValid(account, redemption.reward(), redemption.points(), redemption.basket());
        } else if (event instanceof Hold hold) {
            PlainRewards.requireValid(account, hold.reward(), hold.points(), hold.basket());
        } else if (event instanceof Claim claim) {
            PlainRewards.requireValid(account, claim);
        }
        if (event instanceof Capture capture) {
            PlainHolds.requireValid(account, capture);
        } else if (event instanceof Cancellation cancellation) {
            requireValid(cancellation);
        }
        boolean mayErase = event instanceof Erasure && account.erased == null;
        PlainRefusal.unless((account.closed == null && account.erased == null) || mayErase, "ACCOUNT_CLOSED");
        boolean isNeverLate = event instanceof Erasure || event instanceof TransferReceived;
        Instant inTimeUntil =
                at.atZone(account.zone).plus(account.program.lateLimit()).toInstant();
        PlainRefusal.unless(
                isNeverLate || account.latest == null || !inTimeUntil.isBefore(account.latest), "EVENT_TOO_LATE");
        account.advance(at);
        if (!(event instanceof TransferReceived)) {
            account.latest = account.latest == null || at.isAfter(account.latest) ? at : account.latest;
        }
        if (event instanceof Opening opening) {
            open(opening);
            return;
        }
        account.opened = account.opened == null ? at : account.opened;
        if (event instanceof Purchase purchase) {
            PlainAccrual.settle(account, purchase);
        } else if (event instanceof Return returned) {
            PlainReturns.settle(account, returned);
        } else if (event instanceof Redemption redemption) {
            PlainRewards.redeem(account, redemption);
        } else if (event instanceof Cancellation cancellation) {
            cancel(cancellation);
        } else if (event instanceof Claim claim) {
            PlainRewards.claim(account, claim);
        } else if (event instanceof Hold hold) {
            PlainRewards.hold(account, hold);
        } else {
            settleOther(event);
        }
    }

    private void settleOther(LoyaltyEvent event) {
        if (event instanceof Enrollment enrollment) {
            enroll(enrollment);
        } else if (event instanceof ProfileChange change) {
            know(new Customer(
                    change.customer(),
                    change.birthday() == null ? account.profile.birthday() : change.birthday(),
                    change.attributes() == null ? account.profile.attributes() : change.attributes(),
                    change.segments() == null ? account.profile.segments() : change.segments()));
        } else if (event instanceof Adjustment adjustment) {
            adjust(adjustment);
        } else if (event instanceof TierGrant grant) {
            grant(grant);
        } else if (event instanceof Capture capture) {
            PlainHolds.capture(account, capture);
        } else if (event instanceof Release release) {
            PlainHolds.release(account, release);
        } else {
            settleEnd(event);
        }
    }

    private void settleEnd(LoyaltyEvent event) {
        if (event instanceof Transfer transfer) {
            account.sent = PlainTransfers.send(account, transfer);
        } else if (event instanceof TransferReceived received) {
            PlainTransfers.receive(account, received);
        } else if (event instanceof Closure) {
            account.close();
        } else if (event instanceof Erasure) {
            account.erase();
        } else if (event instanceof Activity activity) {
            account.wallets.values().forEach(wallet -> wallet.active(activity.name(), activity.occurredAt()));
        } else {
            throw new IllegalStateException("the plain ledger does not know " + event);
        }
    }

    /** What an event redeemed or captured, or null. */
    private PlainSpending redeemed(String id) {
        PlainSpending spending = account.spendings.get(account.captures.getOrDefault(id, id));
        boolean isHold = spending != null && spending.isHold() && spending.id.equals(id);
        return isHold ? null : spending;
    }

    /** A fixed price is cancelled whole; more than there is of it is not a part. */
    private void requireValid(Cancellation event) {
        PlainSpending redeemed = redeemed(event.redemption());
        boolean isKnown = redeemed != null && account.isReturnableAt(redeemed.takenAt, event.occurredAt());
        PlainRefusal.unless(
                !isKnown || event.points() == null || !redeemed.hasFixedPrice() || event.points() >= redeemed.left(),
                "INVALID");
    }

    private void cancel(Cancellation event) {
        PlainSpending redeemed = redeemed(event.redemption());
        PlainRefusal.unless(redeemed != null, "UNKNOWN_REDEMPTION");
        PlainRefusal.unless(account.isReturnableAt(redeemed.takenAt, event.occurredAt()), "UNKNOWN_REDEMPTION");
        PlainRefusal.unless(redeemed.left() > 0, "ALREADY_CANCELLED");
        long points = event.points() == null ? redeemed.left() : event.points();
        PlainRefusal.unless(points <= redeemed.left(), "EXCEEDS_REDEMPTION");
        redeemed.cancelled += points;
        account.expireOverdue(account.wallet(redeemed.currency), account.restore(redeemed, points));
    }

    private void know(Customer profile) {
        Birthday birthday = profile.birthday();
        if (!Objects.equals(birthday, account.profile.birthday())) {
            account.birthdayOnFile = birthday == null ? null : account.asOf;
        }
        account.profile = profile;
    }

    private void enroll(Enrollment event) {
        PlainRefusal.unless(account.enrolled == null, "ALREADY_ENROLLED");
        PlainRefusal.unless(!event.customer().equals(event.referrer()), "NOT_ALLOWED");
        Customer known = account.profile;
        Customer told = event.profile();
        know(new Customer(
                told.id(),
                told.birthday() != null ? told.birthday() : known.birthday(),
                told.attributes().isEmpty() ? known.attributes() : told.attributes(),
                told.segments().isEmpty() ? known.segments() : told.segments()));
        account.enrolled = event.occurredAt();
        account.referrer = event.referrer();
    }

    private void adjust(Adjustment event) {
        PlainWallet wallet = account.wallet(event.currency());
        if (event.points() < 0) {
            account.takeAway(
                    EntryKind.ADJUST, PlainWallet.Total.ADJUSTED_DOWN, wallet, List.of(), -event.points(), null);
            return;
        }
        credit(EntryKind.ADJUST, PlainWallet.Total.ADJUSTED_UP, wallet, event.points(), event.occurredAt(), null);
        account.settle();
    }

    /** A credit with a date of its own, or, if that is null, with the one that the program gives it. */
    private void credit(
            EntryKind kind, PlainWallet.Total total, PlainWallet wallet, long points, Instant earned, Instant expires) {
        wallet.count(total, points);
        PlainLot lot = expires == null
                ? account.open(wallet, points, earned, account.asOf, wallet.expiryOf(earned, earned))
                : account.openDated(wallet, points, earned, expires);
        account.write(kind, wallet, points, List.of(new LotUse(lot.number, points)), null, null);
    }

    private void grant(TierGrant event) {
        PlainTiers tiers = account.tiers;
        PlainRefusal.unless(tiers != null, "UNKNOWN_TIER");
        TierStanding before = account.held();
        tiers.grant(new PlainTiers.Standing(tiers.rankOf(event.tier()), event.until()), account.asOf);
        account.noteTier(before, false);
    }

    private void open(Opening event) {
        PlainRefusal.unless(
                event.qualifying() == null || event.qualifying().currency().equals(account.program.money()),
                "WRONG_CURRENCY");
        for (OpeningLot lot : event.lots()) {
            PlainWallet unused = account.wallet(lot.currency());
        }
        PlainTiers.Standing brought = brought(event);
        PlainRefusal.unless(account.opened == null, "NOT_ALLOWED");
        account.opened = event.occurredAt();
        if (account.tiers != null) {
            bringTier(event, brought);
        }
        for (OpeningLot lot : event.lots()) {
            credit(
                    EntryKind.OPEN,
                    PlainWallet.Total.OPENED,
                    account.wallet(lot.currency()),
                    lot.points(),
                    lot.earned(),
                    lot.expires());
        }
        for (OpeningLot lot : event.lots()) {
            // What has no date of its own starts the timer, at the latest instant at which anything was earned.
            PlainWallet wallet = account.wallet(lot.currency());
            if (wallet.lots.stream().anyMatch(held -> !held.hasOwnDate)) {
                wallet.startTimer(lot.earned());
            }
        }
        account.settle();
    }

    private void bringTier(Opening event, PlainTiers.Standing brought) {
        TierStanding before = account.held();
        if (brought != null) {
            account.tiers.earned = brought;
            account.noteTier(before, false);
        }
        before = account.held();
        if (event.qualifying() != null) {
            account.tiers.qualify(event.qualifying().millionths(), event.occurredAt(), account.asOf);
        }
        account.noteTier(before, false);
    }

    private PlainTiers.Standing brought(Opening event) {
        if (event.tier() == null) {
            return null;
        }
        PlainRefusal.unless(account.tiers != null, "UNKNOWN_TIER");
        int rank = account.tiers.rankOf(event.tier());
        Instant until =
                event.tierUntil() == null ? account.tiers.endOfTierReachedAt(event.occurredAt()) : event.tierUntil();
        PlainTiers.Standing standing = new PlainTiers.Standing(rank, until);
        return rank == 0 || standing.isOverAt(account.asOf) ? PlainTiers.GROUND : standing;
    }
}
