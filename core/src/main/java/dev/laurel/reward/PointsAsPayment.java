package dev.laurel.reward;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.laurel.condition.Finding;
import dev.laurel.condition.Mentions;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.money.AmountOverflowException;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * Points that pay for an order, or a part of it, at an exact rate. It is a payment and no discount: what the order costs stays as
 * it is, and the host enters a {@link Payment#withPoints payment with points} that names the redemption.
 *
 * <p>All points that pay for an order together never pay more than the lines that the program covers cost with their taxes, and
 * shipping, nor more than the part of it that may be paid with them. What so many points are worth is rounded down to the currency's minor unit.
 *
 * @param worth how much money so many points pay, more than nothing
 * @param points how many points pay that much, more than zero
 * @param percentage how many per cent of what the lines of an order cost with tax, more than 0 and at most 100, may be paid with
 *     points, or null for all of the order
 */
public record PointsAsPayment(
        Money worth, long points, @Nullable Ratio percentage) implements Content {
    private static final Ratio HUNDRED = Ratio.of(100);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the worth or the points are not positive, or the percentage is out of range
     */
    public PointsAsPayment {
        checkArgument(
                !worth.isNegative() && !worth.isZero(), "worth of points must be more than nothing, but was %s", worth);
        checkArgument(points > 0, "points that are worth something must be positive, but were %s", points);
        checkArgument(
                percentage == null || (percentage.signum() > 0 && percentage.compareTo(HUNDRED) <= 0),
                "percentage of an order that points pay must be more than 0 and at most 100, but was %s",
                percentage);
    }

    /**
     * So many points pay so much, of any order.
     *
     * @throws IllegalArgumentException if one of them is not positive
     */
    public static PointsAsPayment of(Money worth, long points) {
        return new PointsAsPayment(worth, points, null);
    }

    /**
     * A copy that pays no more than so many per cent of what the lines of an order cost with tax.
     *
     * @throws IllegalArgumentException if it is not more than 0 and at most 100
     */
    public PointsAsPayment upToPercentOfOrder(Ratio percentage) {
        return new PointsAsPayment(worth, points, requireNonNull(percentage, "percentage"));
    }

    /**
     * A copy that pays no more than so many per cent of what the lines of an order cost with tax.
     *
     * @throws IllegalArgumentException if it is not more than 0 and at most 100
     */
    public PointsAsPayment upToPercentOfOrder(long percentage) {
        return upToPercentOfOrder(Ratio.of(percentage));
    }

    /** Whether it depends on the order how much it can pay at most, beside that it is never more than the order costs. */
    public boolean needsOrder() {
        return percentage != null;
    }

    /**
     * How much so many points pay, rounded down to the currency's minor unit.
     *
     * @throws AmountOverflowException if it is more than an amount of money can be
     */
    public Money worthOf(long count) {
        if (count > mostPoints()) {
            throw new AmountOverflowException("what " + count + " points are worth");
        }
        return MinorUnits.roundedDown(
                worth.currency(), worth.toRatio().times(count).dividedBy(Ratio.of(points)));
    }

    /** Whether so many points can be used on an order; those that pay for it already count. */
    public Finding check(long count, Basket basket) {
        long most = mostPointsOn(basket);
        return Finding.of(
                count <= most,
                () -> "order on which at most " + most + " can be used",
                () -> "order on which " + count + " points can be used");
    }

    /**
     * How many points can be used on an order beside those that pay for it already.
     *
     * @param basket the order, without the lines that the program excludes, for which points never pay
     */
    public long mostPointsOn(Basket basket) {
        return mostPointsFor(mostOn(basket));
    }

    /** How many points can be used at all: no order costs more than an amount of money can be. */
    public long mostPoints() {
        return mostPointsFor(Ratio.of(Money.MAX_MILLIONTHS, 1_000_000));
    }

    private long mostPointsFor(Ratio money) {
        Ratio count = money.times(points).dividedBy(worth.toRatio());
        return count.compareTo(Ratio.of(Long.MAX_VALUE)) >= 0 ? Long.MAX_VALUE : count.rounded(Rounding.DOWN);
    }

    private Ratio mostOn(Basket basket) {
        Ratio payable = percentage == null
                ? basket.total().toRatio()
                : basket.gross().toRatio().times(percentage).dividedBy(HUNDRED);
        Ratio left = payable.minus(basket.paidWithPoints().toRatio());
        return left.signum() < 0 ? Ratio.ZERO : left;
    }

    @Override
    public String describe() {
        return "payment of " + worth + " for each " + (points == 1 ? "point" : points + " points")
                + (percentage == null ? "" : ", at most " + percentage + " % of the order");
    }

    @Override
    public Mentions mentions() {
        return Mentions.of(worth);
    }
}
