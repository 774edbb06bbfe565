package dev.laurel.reward;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.laurel.condition.Finding;
import dev.laurel.condition.Mentions;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.event.Basket;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import org.jspecify.annotations.Nullable;

/**
 * A part off the net of an order, or of the lines of it that a selector chooses, rounded down to the currency's minor unit.
 *
 * @param percentage how many per cent, more than 0 and at most 100
 * @param selector the lines that it is of
 * @param most how much at most, or null for any amount
 */
public record PercentageOff(
        Ratio percentage, Selector selector, @Nullable Money most) implements Discount {
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
        requireNonNull(selector, "selector");
        checkArgument(
                most == null || (!most.isNegative() && !most.isZero()),
                "the most of a percentage off must be positive, but was %s",
                most);
    }

    /** A percentage off all of an order, however much that is. */
    public static PercentageOff of(Ratio percentage) {
        return new PercentageOff(percentage, Selectors.everything(), null);
    }

    /** A copy that is of the lines that the selector chooses. */
    public PercentageOff of(Selector selector) {
        return new PercentageOff(percentage, selector, most);
    }

    /** A copy that takes off no more than this. */
    public PercentageOff upTo(Money most) {
        return new PercentageOff(percentage, selector, requireNonNull(most, "most"));
    }

    @Override
    public Finding check(Basket covered) {
        return Finding.of(
                !partOf(covered).isZero(),
                () -> "order of " + ChosenLines.words(ChosenLines.net(covered, selector), selector),
                () -> "order of which " + ChosenLines.words(percentage + " %", selector) + " is something");
    }

    @Override
    public Money worthOn(Basket covered) {
        requireUsableOn(covered);
        return partOf(covered);
    }

    private Money partOf(Basket covered) {
        Money net = ChosenLines.net(covered, selector);
        Money worth = MinorUnits.roundedDown(
                net.currency(), net.toRatio().times(percentage).dividedBy(HUNDRED));
        return most != null && most.compareTo(worth) < 0 ? most : worth;
    }

    @Override
    public String describe() {
        return percentage + " % off" + (ChosenLines.isAll(selector) ? "" : " " + selector.describe())
                + (most == null ? "" : ", at most " + most);
    }

    @Override
    public Mentions mentions() {
        return most == null ? Mentions.NOTHING : Mentions.of(most);
    }
}
