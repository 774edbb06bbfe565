package dev.laurel.simulation;

import dev.laurel.ledger.LotUse;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.reward.FixedPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Points redeemed, or set aside and perhaps captured later; remembered for ever. */
final class PlainSpending {
    final String id;
    final Reward reward;
    final String currency;
    final Instant occurredAt;

    /** The number of the entry that took the points out of their lots. */
    final long entry;

    /** All that it took, in the order of taking. */
    final List<LotUse> lots;

    /** When a hold lapses, or null for what is redeemed at once. */
    final Instant until;

    /** Whether it is a hold that is neither captured nor released nor lapsed. */
    boolean isOpen;

    /** When it was redeemed, or the hold captured; null if that did not happen. */
    Instant takenAt;

    /** What was taken for good. */
    List<LotUse> taken = List.of();

    /** How many points of those have gone back, and how many of these by a cancellation. */
    long back;

    long cancelled;

    /** How much orders were paid with it, in millionths. */
    long paid;

    /** The orders that an open hold is to pay. */
    final List<String> orders = new ArrayList<>();

    /** What returns of these orders give back once the hold is captured. */
    long waiting;

    private PlainSpending(
            String id,
            Reward reward,
            String currency,
            Instant occurredAt,
            long entry,
            List<LotUse> lots,
            Instant until) {
        this.id = id;
        this.reward = reward;
        this.currency = currency;
        this.occurredAt = occurredAt;
        this.entry = entry;
        this.lots = lots;
        this.until = until;
    }

    static PlainSpending redeemed(
            String id, Reward reward, String currency, Instant at, long entry, List<LotUse> lots) {
        PlainSpending redeemed = new PlainSpending(id, reward, currency, at, entry, lots, null);
        redeemed.takenAt = at;
        redeemed.taken = lots;
        return redeemed;
    }

    static PlainSpending held(
            String id, Reward reward, String currency, Instant at, long entry, List<LotUse> lots, Instant until) {
        PlainSpending held = new PlainSpending(id, reward, currency, at, entry, lots, until);
        held.isOpen = true;
        return held;
    }

    PlainSpending copy() {
        PlainSpending copy = new PlainSpending(id, reward, currency, occurredAt, entry, lots, until);
        copy.isOpen = isOpen;
        copy.takenAt = takenAt;
        copy.taken = taken;
        copy.back = back;
        copy.cancelled = cancelled;
        copy.paid = paid;
        copy.orders.addAll(orders);
        copy.waiting = waiting;
        return copy;
    }

    boolean isHold() {
        return until != null;
    }

    boolean hasFixedPrice() {
        return reward.price() instanceof FixedPrice;
    }

    long points() {
        return PlainAccount.sum(lots);
    }

    /** How many points that were taken for good are still out. */
    long left() {
        return PlainAccount.sum(taken) - back;
    }

    /** The next so many points that go back: what was taken last first, after what has gone back before. */
    List<LotUse> lastTaken(long points) {
        List<LotUse> uses = new ArrayList<>();
        long skipped = back;
        long missing = points;
        for (int i = taken.size() - 1; i >= 0; i--) {
            LotUse use = taken.get(i);
            long gone = Math.min(use.points(), skipped);
            skipped -= gone;
            long part = Math.min(use.points() - gone, missing);
            if (part > 0) {
                uses.add(new LotUse(use.lot(), part, use.until()));
                missing -= part;
            }
        }
        return uses;
    }

    // --- orders that it pays ---

    boolean isPayment() {
        return reward.content() instanceof PointsAsPayment;
    }

    private long worthOf(long points) {
        return ((PointsAsPayment) reward.content()).worthOf(points).millionths();
    }

    /** How much more it pays, in millionths. */
    long payable() {
        long points = isOpen ? points() : PlainAccount.sum(taken) - cancelled;
        return Math.max(0, worthOf(points) - paid);
    }

    /** Pays so much more, and says how many points that is: of all that is paid, rounded down, less those of before. */
    long pay(long millionths) {
        long before = pointsOf(paid);
        paid += millionths;
        return pointsOf(paid) - before;
    }

    /** How many of its points orders were paid with. */
    long pointsPaid() {
        return isPayment() ? pointsOf(paid) : 0;
    }

    private long pointsOf(long millionths) {
        if (millionths == 0) {
            return 0;
        }
        Ratio part = Ratio.of(millionths).dividedBy(Ratio.of(worthOf(points())));
        return Math.min(points(), part.times(points()).rounded(Rounding.DOWN));
    }
}
