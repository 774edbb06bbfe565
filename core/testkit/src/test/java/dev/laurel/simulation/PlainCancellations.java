package dev.laurel.simulation;

import dev.laurel.event.Cancellation;
import dev.laurel.ledger.EntryKind;
import dev.laurel.tier.TierStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What a clerk takes back of what a customer redeemed, had captured or claimed. */
final class PlainCancellations {
    private final PlainAccount account;
    private final Cancellation event;

    private PlainCancellations(PlainAccount account, Cancellation event) {
        this.account = account;
        this.event = event;
    }

    /** A fixed price is cancelled whole, and so is a claim; more than there is of it is not a part. */
    static void requireValid(PlainAccount account, Cancellation event) {
        PlainCancellations cancellations = new PlainCancellations(account, event);
        if (event.points() == null) {
            return;
        }
        PlainClaim claim = cancellations.claim();
        if (claim != null && !claim.isCancelled()) {
            PlainRefusal.unless(claim.gavePoints() && event.points() >= claim.points(), "INVALID");
        }
        PlainTaken taken = cancellations.taken();
        if (taken != null) {
            boolean isFixed = cancellations.spending().hasFixedPrice();
            PlainRefusal.unless(!isFixed || event.points() >= taken.left(), "INVALID");
        }
    }

    static void settle(PlainAccount account, Cancellation event) {
        PlainCancellations cancellations = new PlainCancellations(account, event);
        if (cancellations.claim() != null) {
            cancellations.cancelClaim();
        } else {
            cancellations.cancelSpending();
        }
    }

    /** What happened so long ago that no purchase of then could be returned is not known any more. */
    private boolean isKnown(String id) {
        return account.isReturnableAt(id, event.occurredAt());
    }

    private PlainClaim claim() {
        PlainClaim claim = account.claims.get(event.redemption());
        return claim == null || !isKnown(event.redemption()) ? null : claim;
    }

    private PlainSpending spending() {
        String named = event.redemption();
        return account.spendings.get(account.captures.getOrDefault(named, named));
    }

    /** What a redemption or a capture took, each known by its own date; a hold itself is not cancelled. */
    private PlainTaken taken() {
        PlainSpending spending = spending();
        if (spending == null) {
            return null;
        }
        return spending.taken.stream()
                .filter(taken -> taken.id.equals(event.redemption()) && isKnown(taken.id))
                .findFirst()
                .orElse(null);
    }

    private void cancelSpending() {
        PlainTaken taken = taken();
        PlainRefusal.unless(taken != null, "UNKNOWN_REDEMPTION");
        PlainRefusal.unless(taken.left() > 0, "ALREADY_CANCELLED");
        long points = event.points() == null ? taken.left() : event.points();
        PlainRefusal.unless(points <= taken.left(), "EXCEEDS_REDEMPTION");
        PlainSpending spending = spending();
        spending.cancelled += points;
        account.points.expireOverdue(
                account.wallet(spending.currency), account.points.restore(spending, taken.giveBack(points)));
    }

    /** What it gave is taken as by a return, but for what expired unused of it. */
    private void cancelClaim() {
        PlainClaim claim = claim();
        PlainRefusal.unless(!claim.isCancelled(), "ALREADY_CANCELLED");
        PlainRefusal.unless(event.points() == null || event.points() == claim.points(), "EXCEEDS_REDEMPTION");
        account.claims.put(event.redemption(), claim.cancelled());
        if (!claim.gavePoints()) {
            return;
        }
        Map<String, Long> less = account.counts.remove(event.redemption());
        PlainWallet wallet = account.wallet(claim.currency());
        List<PlainLot> own = new ArrayList<>();
        long expired = 0;
        for (PlainLot lot : wallet.inOrderOfSpending()) {
            if (lot.number == claim.lot()) {
                own.add(lot);
                expired += lot.expiredUnused;
            }
        }
        if (claim.points() > expired) {
            account.points.takeAway(
                    EntryKind.CLAWBACK,
                    PlainWallet.Total.CLAWED_BACK,
                    wallet,
                    own,
                    claim.points() - expired,
                    claim.offer());
        }
        SortedMap<String, TierStanding> before = account.held();
        account.tiers.undo(less);
        account.noteTiers(before, true);
        // By another tier points may be over.
        account.advance(account.asOf);
    }
}
