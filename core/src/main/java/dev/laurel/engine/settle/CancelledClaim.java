package dev.laurel.engine.settle;

import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.event.Cancellation;
import dev.laurel.receipt.ClaimReceipt;
import dev.laurel.receipt.CountedUse;
import java.util.List;

/** A claim that is undone: the points that it gave are taken back as by a return, and the birthday that it was for is free again. */
final class CancelledClaim {
    private CancelledClaim() {}

    /** What an offer gives is taken back whole. Past its time a claim is unknown, whether or not a store has forgotten it by then. */
    static void requireWhole(Evaluation<Cancellation> on, ClaimReceipt claim) {
        Long points = on.event().points();
        long given = claim.given() == null ? 0 : claim.given().points();
        if (points != null
                && (given == 0 || points < given)
                && !claim.cancelled()
                && on.event().occurredAt().isBefore(claim.returnableUntil())) {
            throw on.refuse(new Refusal.Invalid("claim '" + claim.claim() + "' is cancelled as a whole, "
                    + (given == 0 ? "and it gave no points" : given + " points") + ", but " + points
                    + " points were to be taken back"));
        }
    }

    static void settle(Evaluation<Cancellation> on, ClaimReceipt claim) {
        if (!on.event().occurredAt().isBefore(claim.returnableUntil())) {
            throw on.refuse(new Refusal.UnknownRedemption(claim.claim()));
        }
        if (claim.cancelled()) {
            throw on.refuse(new Refusal.AlreadyCancelled(claim.claim()));
        }
        ClaimReceipt.GivenPoints given = claim.given();
        Long asked = on.event().points();
        if (asked != null && given != null && asked > given.points()) {
            throw on.refuse(new Refusal.ExceedsRedemption("claim '" + claim.claim() + "'", given.points(), asked));
        }
        if (given != null) {
            takeBack(on, claim, given);
            for (CountedUse use : claim.counted()) {
                on.account().counters().takeOut(use.counter(), use.window(), given.points());
            }
        }
        on.undoSums();
        on.account().member().unclaim(claim.offer(), claim.claim());
        on.leave(claim.withCancelled());
    }

    /** What of it expired unused counts as taken back already. */
    private static void takeBack(Evaluation<Cancellation> on, ClaimReceipt claim, ClaimReceipt.GivenPoints given) {
        WalletDraft wallet = on.wallet(given.currency());
        long points = given.points() - Math.min(given.points(), wallet.expiredOf(given.lot()));
        if (points > 0) {
            on.account()
                    .ledger()
                    .takeBack(
                            wallet,
                            List.of(given.lot()),
                            points,
                            claim.offer(),
                            on.event().id());
        }
    }
}
