package dev.laurel.simulation;

import dev.laurel.ledger.LotUse;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.reward.FixedPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** Whether it is a hold of which something is neither captured nor released nor lapsed. */
    boolean isOpen;

    /** What was taken for good: by the redemption itself, or by each capture. */
    final List<PlainTaken> taken = new ArrayList<>();

    /** How many points of those were cancelled. */
    long cancelled;

    /** How much orders were paid with it, in millionths. */
    long paid;

    /** The orders that an open hold is to pay, but for those that captures have paid. */
    final List<String> orders = new ArrayList<>();

    /** What returns of these orders are to give back and could not while the hold is open. */
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
        redeemed.taken.add(new PlainTaken(id, at, lots));
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
        taken.forEach(part -> copy.taken.add(part.copy()));
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
        return PlainPoints.sum(lots);
    }

    /** The latest date at which something of it was taken for good, or null; a capture that came late may have an earlier one. */
    Instant takenAt() {
        return taken.stream()
                .map(part -> part.at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** How many points were taken for good. */
    long pointsTaken() {
        return taken.stream().mapToLong(PlainTaken::points).sum();
    }

    /** How many of these are still out. */
    long left() {
        return taken.stream().mapToLong(PlainTaken::left).sum();
    }

    /** What is still on hold, in the order of taking: captures take what was set aside first. */
    List<LotUse> onHold() {
        List<LotUse> uses = new ArrayList<>();
        long skipped = isOpen ? pointsTaken() : points();
        for (LotUse use : lots) {
            long gone = Math.min(skipped, use.points());
            skipped -= gone;
            if (gone < use.points()) {
                uses.add(new LotUse(use.lot(), use.points() - gone, use.until()));
            }
        }
        return uses;
    }

    long pointsOnHold() {
        return PlainPoints.sum(onHold());
    }

    /** Takes the next so many points for good. */
    PlainTaken capture(String capture, Instant at, long points) {
        List<LotUse> uses = new ArrayList<>();
        long missing = points;
        for (LotUse use : onHold()) {
            long part = Math.min(missing, use.points());
            missing -= part;
            if (part > 0) {
                uses.add(new LotUse(use.lot(), part, use.until()));
            }
        }
        PlainTaken captured = new PlainTaken(capture, at, uses);
        taken.add(captured);
        return captured;
    }

    /** Lets so many points go back that were taken for good, those taken last first. */
    List<LotUse> giveBack(long points) {
        List<LotUse> uses = new ArrayList<>();
        for (int i = taken.size() - 1; i >= 0; i--) {
            uses.addAll(taken.get(i).giveBack(points - PlainPoints.sum(uses)));
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
        long points = isOpen ? points() : pointsTaken();
        return Math.max(0, worthOf(points - cancelled) - paid);
    }

    /** Pays so much more, and says how many points that is: of all that is paid, rounded down, less those of before. */
    long pay(long millionths) {
        long before = pointsOf(paid);
        paid += millionths;
        return pointsOf(paid) - before;
    }

    /** Whether what was taken for good is all that orders were paid with so far. */
    boolean hasPaid() {
        return !taken.isEmpty() && pointsPaid() <= pointsTaken();
    }

    /** What may go back now of what waits: what is not captured of the points that orders were paid with never does. */
    long due() {
        long notCaptured = Math.max(0, pointsPaid() - pointsTaken());
        return Math.min(left(), Math.max(0, waiting - notCaptured));
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
