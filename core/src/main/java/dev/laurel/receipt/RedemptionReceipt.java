package dev.laurel.receipt;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a redemption leaves behind, or a hold with its captures: the lots that it was paid from, so that points can go back where they
 * came from, and the orders that its points paid.
 *
 * @param redemption the id of the redemption, or of the hold
 * @param customer the host's id of the customer
 * @param program the program and its version
 * @param occurredAt when it happened; of a hold that was captured, the latest date of a capture
 * @param returnableUntil until when it can be cancelled and pay an order, by the terms of that date
 * @param takenAt when the points were taken or set aside
 * @param entry the number of the ledger entry by which they were
 * @param reward the id of the reward
 * @param currency the id of the point currency
 * @param points how many points were taken, or set aside
 * @param taken what was taken for good: by the redemption itself, or by each capture of the hold
 * @param cancelled how many points cancellations have given back
 * @param counted where its use of the reward was counted, which it is no more when all of it is cancelled
 * @param paid what the points pay, or null if they are no payment
 */
public record RedemptionReceipt(
        String redemption,
        String customer,
        String program,
        Instant occurredAt,
        Instant returnableUntil,
        Instant takenAt,
        long entry,
        String reward,
        String currency,
        long points,
        List<TakenLots> taken,
        long cancelled,
        List<CountedUse> counted,
        @Nullable PaidOrders paid)
        implements Receipt {
    /** Takes copies of the lists. */
    public RedemptionReceipt {
        taken = ImmutableList.copyOf(taken);
        counted = ImmutableList.copyOf(counted);
    }

    @Override
    public String event() {
        return redemption;
    }

    /** Whether it is of a hold, rather than of a redemption. */
    public boolean isOfHold() {
        return takenBy(redemption).isEmpty();
    }

    /** Whether it is of a hold of which nothing was captured, so that it is no redemption. */
    public boolean isUncaptured() {
        return taken.isEmpty();
    }

    /** What one event took for good, if it is one that did. */
    public Optional<TakenLots> takenBy(String event) {
        return taken.stream().filter(lots -> lots.event().equals(event)).findFirst();
    }

    /** How many points were taken for good and have not been given back. */
    public long pointsLeft() {
        return taken.stream().mapToLong(TakenLots::left).sum();
    }

    /** How many points were taken for good, whatever of them went back since. */
    public long pointsTaken() {
        return taken.stream().mapToLong(TakenLots::points).sum();
    }

    /**
     * How much more can be paid with it: by all that was set aside as long as the hold is open, and else by what was taken, less what was
     * cancelled of it.
     *
     * @throws NullPointerException if its points are no payment
     */
    public Money payable(boolean isOpenHold) {
        PaidOrders orders = requireNonNull(paid, "orders paid");
        long paying = (isOpenHold ? points : pointsTaken()) - cancelled;
        Money left = orders.rate().worthOf(paying).minus(orders.amount());
        return left.isNegative() ? Money.zero(left.currency()) : left;
    }

    /**
     * How many points a payment is of so much: those of all payments so far and this one, rounded down, less those of the payments so
     * far. All that its points are worth is all its points.
     *
     * @throws NullPointerException if its points are no payment
     */
    public long pointsOf(Money amount) {
        return pointsOfAll(requireNonNull(paid, "orders paid").amount().plus(amount)) - pointsPaid();
    }

    /**
     * How many of its points orders were paid with so far.
     *
     * @throws NullPointerException if its points are no payment
     */
    public long pointsPaid() {
        return pointsOfAll(requireNonNull(paid, "orders paid").amount());
    }

    private long pointsOfAll(Money amount) {
        Money worth = requireNonNull(paid, "orders paid").rate().worthOf(points);
        return worth.isZero()
                ? 0
                : Math.min(
                        points,
                        Ratio.of(points)
                                .times(amount.millionths())
                                .dividedBy(Ratio.of(worth.millionths()))
                                .rounded(Rounding.DOWN));
    }

    /** A copy by which one more order is paid. */
    public RedemptionReceipt withPaid(@Nullable PaidOrders nowPaid) {
        return new RedemptionReceipt(
                redemption,
                customer,
                program,
                occurredAt,
                returnableUntil,
                takenAt,
                entry,
                reward,
                currency,
                points,
                taken,
                cancelled,
                counted,
                nowPaid);
    }

    /**
     * A copy by which a capture took points for good.
     *
     * @param at the date of the capture
     * @param until until when that can be cancelled
     */
    public RedemptionReceipt withTaken(TakenLots more, Instant at, Instant until) {
        boolean isLatest = isUncaptured() || at.isAfter(occurredAt);
        return new RedemptionReceipt(
                redemption,
                customer,
                program,
                isLatest ? at : occurredAt,
                isLatest ? until : returnableUntil,
                takenAt,
                entry,
                reward,
                currency,
                points,
                ImmutableList.copyOf(Iterables.concat(taken, List.of(more))),
                cancelled,
                counted,
                paid);
    }

    /** A copy of which so much is left of what one event took, after points went back. */
    public RedemptionReceipt withLeft(TakenLots left) {
        List<TakenLots> now = new ArrayList<>(taken);
        now.replaceAll(lots -> lots.event().equals(left.event()) ? left : lots);
        return new RedemptionReceipt(
                redemption,
                customer,
                program,
                occurredAt,
                returnableUntil,
                takenAt,
                entry,
                reward,
                currency,
                points,
                now,
                cancelled,
                counted,
                paid);
    }

    /** A copy by which more points were cancelled. */
    public RedemptionReceipt withCancelled(long more) {
        return new RedemptionReceipt(
                redemption,
                customer,
                program,
                occurredAt,
                returnableUntil,
                takenAt,
                entry,
                reward,
                currency,
                points,
                taken,
                Math.addExact(cancelled, more),
                counted,
                paid);
    }

    /** Ids only. */
    @Override
    public String toString() {
        return "RedemptionReceipt[" + redemption + " of " + customer + "]";
    }
}
