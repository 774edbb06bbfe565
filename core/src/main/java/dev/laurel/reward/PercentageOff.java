package dev.laurel.reward;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.laurel.event.Basket;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.rule.Finding;
import dev.laurel.rule.Mentions;
import org.jspecify.annotations.Nullable;

/**
 * A part of an order's net off, rounded down to the currency's minor unit.
 *
 * @param percentage how many per cent, more than 0 and at most 100
 * @param most how much at most, or null for any amount
 */
public record PercentageOff(Ratio percentage, @Nullable Money most) implements Discount {
    private static final Ratio HUNDRED = Ratio.of(100);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the percentage is out of range, or the most not positive
     */
    public PercentageOff {
        checkArgument(
                percentage.signum() > 0 && percentage.compareTo(HUNDRED) <= 0,
                "percentage off must be more than 0 and at most 100, but was %s",
                percentage);
        checkArgument(
                most == null || (!most.isNegative() && !most.isZero()),
                "the most of a percentage off must be positive, but was %s",
                most);
    }

    /** A percentage off, however much that is. */
    public static PercentageOff of(Ratio percentage) {
        return new PercentageOff(percentage, null);
    }

    /** A copy that takes off no more than this. */
    public PercentageOff upTo(Money most) {
        return new PercentageOff(percentage, requireNonNull(most, "most"));
    }

    @Override
    public Finding check(Basket basket) {
        return Finding.of(
                !partOf(basket).isZero(),
                () -> "order of " + basket.net(),
                () -> "order of which " + percentage + " % is something");
    }

    @Override
    public Money worthOn(Basket basket) {
        requireUsableOn(basket);
        return partOf(basket);
    }

    private Money partOf(Basket basket) {
        Money net = basket.net();
        Money worth = MinorUnits.roundedDown(
                net.currency(), net.toRatio().times(percentage).dividedBy(HUNDRED));
        return most != null && most.compareTo(worth) < 0 ? most : worth;
    }

    @Override
    public String describe() {
        return percentage + " % off" + (most == null ? "" : ", at most " + most);
    }

    @Override
    public Mentions mentions() {
        return most == null ? Mentions.NOTHING : Mentions.of(most);
    }
}
