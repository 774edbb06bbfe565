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
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Reopening;
import dev.laurel.event.Return;
import dev.laurel.event.TierGrant;
import dev.laurel.event.TimePassed;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import dev.laurel.ledger.EntryKind;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;

/** What each event does to an account, in the order in which it must be asked what is wrong with it. */
final class PlainEvents {
    private final PlainAccount account;

    PlainEvents(PlainAccount account) {
        this.account = account;
    }

    /** Does what an event does, and says why not, or null; an account that refused is spoiled. */
    static String settle(PlainAccount account, LoyaltyEvent event, List<LoyaltyProgram> known) {
        try {
            account.versions.begin(known, event.occurredAt());
            new PlainEvents(account).settle(event);
            if (account.opened != null) {
                account.versions.noteOpened();
            }
            return null;
        } catch (PlainRefusal refusal) {
            return refusal.code();
        } catch (ArithmeticException | DateTimeException e) {
            return "OVERFLOW";
        }
    }

    /** Whether the late limits of the version that judges it and of all later ones allow it. */
    private boolean isInTime(Instant at) {
        boolean isInTime = isInTime(at, account.judging) && isInTime(at, account.program);
        for (PlainVersions.InForce version : account.versions.inForce()) {
            isInTime &= !version.since().isAfter(at) || isInTime(at, version.program());
        }
        return isInTime;
    }

    private boolean isInTime(Instant at, LoyaltyProgram version) {
        return !at.atZone(account.zone).plus(version.lateLimit()).toInstant().isBefore(account.latest);
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
            PlainHolds.requireValid(account, hold);
        } else if (event instanceof Claim claim) {
            PlainRewards.requireValid(account, claim);
        }
        if (event instanceof Capture capture) {
            PlainHolds.requireValid(account, capture);
        } else if (event instanceof Cancellation cancellation) {
            PlainCancellations.requireValid(account, cancellation);
        } else if (event instanceof Opening opening) {
            opening.sums().forEach(sum -> PlainRefusal.unless(account.counts.canBring(sum), "INVALID"));
        }
        boolean isPossible = account.closed == null || event instanceof Erasure || event instanceof Reopening;
        PlainRefusal.unless(isPossible && account.erased == null, "ACCOUNT_CLOSED");
        boolean isNeverLate = event instanceof Erasure || event instanceof TransferReceived;
        PlainRefusal.unless(isNeverLate || account.latest == null || isInTime(at), "EVENT_TOO_LATE");
        account.advance(at);
        if (!(event instanceof TransferReceived)) {
            account.latest = account.latest == null || at.isAfter(account.latest) ? at : account.latest;
        }
        if (event instanceof Reopening) {
            PlainClosing.reopen(account, at);
            return;
        }
        account.opened = account.opened == null ? at : account.opened;
        account.noteHappened(event.id(), at);
        if (event instanceof Purchase purchase) {
            PlainAccrual.settle(account, purchase);
        } else if (event instanceof Return returned) {
            PlainReturns.settle(account, returned);
        } else if (event instanceof Redemption redemption) {
            PlainRewards.redeem(account, redemption);
        } else if (event instanceof Cancellation cancellation) {
            PlainCancellations.settle(account, cancellation);
        } else if (event instanceof Claim claim) {
            PlainRewards.claim(account, claim);
        } else if (event instanceof Hold hold) {
            PlainRewards.hold(account, hold);
        } else {
            settleOther(event);
        }
        // What a tier that is left suspended may be over at once.
        account.advance(account.asOf);
    }

    private void settleOther(LoyaltyEvent event) {
        if (event instanceof Enrollment enrollment) {
            enroll(enrollment);
        } else if (event instanceof ProfileChange change) {
            know(change.applied(account.profile));
        } else if (event instanceof Adjustment adjustment) {
            adjust(adjustment);
        } else if (event instanceof TierGrant grant) {
            grant(grant);
        } else if (event instanceof Capture capture) {
            PlainHolds.capture(account, capture);
        } else if (event instanceof Release release) {
            PlainHolds.release(account, release);
        } else if (event instanceof Opening opening) {
            PlainOpenings.settle(account, opening);
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
            PlainClosing.close(account);
        } else if (event instanceof Erasure) {
            account.erase();
        } else if (event instanceof Activity activity) {
            PlainRefusal.unless(
                    knows(account.judging, activity.name()) || knows(account.program, activity.name()),
                    "UNKNOWN_ACTIVITY");
            PlainMemberRules rules = PlainMemberRules.ofActivity(account, activity);
            PlainFacts facts = PlainAccrual.facts(account, account.judging, activity.occurredAt(), null);
            Set<String> sums = account.counts.write(
                    account.counts.ofActivity(facts, activity.name()), activity.id(), activity.occurredAt());
            account.wallets.values().forEach(wallet -> wallet.active(activity.name(), activity.occurredAt()));
            rules.give(sums);
        } else {
            throw new IllegalStateException("the plain ledger does not know " + event);
        }
    }

    private static boolean knows(LoyaltyProgram program, String activity) {
        return program.activities().contains(new ActivityKind(activity))
                || program.memberRules().stream().anyMatch(rule -> PlainMemberRules.isOn(rule, activity))
                || program.allPoints().stream()
                        .map(policy -> policy.expiry().inactivity())
                        .anyMatch(inactivity ->
                                inactivity != null && inactivity.named().contains(activity));
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
        PlainMemberRules.ofEnrollment(account, event).give(Set.of());
    }

    /** What is added may become available later, and have a date of its own. */
    private void adjust(Adjustment event) {
        PlainWallet wallet = account.wallet(event.currency());
        wallet.requireModest(Math.abs(event.points()));
        if (event.points() < 0) {
            account.points.takeAway(
                    EntryKind.ADJUST, PlainWallet.Total.ADJUSTED_DOWN, wallet, List.of(), -event.points(), null);
            return;
        }
        account.points.credit(
                EntryKind.ADJUST,
                PlainWallet.Total.ADJUSTED_UP,
                wallet,
                event.points(),
                event.occurredAt(),
                event.available(),
                event.expires());
        account.points.settle();
    }

    private void grant(TierGrant event) {
        Tier tier = account.tierNamed(event.tier());
        PlainLadder ladder = account.tiers.of(tier);
        SortedMap<String, TierStanding> before = account.held();
        ladder.grant(new PlainLadder.Standing(ladder.ladder.rankOf(tier), event.until()), account.asOf);
        account.noteTiers(before, false);
    }
}
