package dev.laurel.reward;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.laurel.ledger.PointCurrency;
import org.jspecify.annotations.Nullable;

/**
 * As many points as the customer likes: a redemption says how many.
 *
 * @param step in steps of how many, more than zero
 * @param least how many at least, a multiple of the step
 * @param currency the point currency, or null for the program's first
 */
public record ChosenPrice(long step, long least, @Nullable PointCurrency currency) implements Price {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the step is not positive, or the least no positive multiple of it
     */
    public ChosenPrice {
        checkArgument(step > 0, "step of a price must be positive, but was %s", step);
        checkArgument(
                least > 0 && least % step == 0,
                "least price must be a positive multiple of its step, %s, but was %s",
                step,
                least);
    }

    /** Any number of points of a currency. */
    public static ChosenPrice ofAnyNumber(PointCurrency currency) {
        return new ChosenPrice(1, 1, requireNonNull(currency, "currency"));
    }

    /** Any number of points of the program's first currency. */
    public static ChosenPrice ofAnyNumber() {
        return new ChosenPrice(1, 1, null);
    }

    /**
     * A copy in steps of so many; where one step was enough it still is.
     *
     * @throws IllegalArgumentException if the step is not positive, or what was said to be the least is no multiple of it
     */
    public ChosenPrice inStepsOf(long step) {
        return new ChosenPrice(step, least == this.step ? step : least, currency);
    }

    /**
     * A copy of at least so many.
     *
     * @throws IllegalArgumentException if it is no positive multiple of the step
     */
    public ChosenPrice atLeast(long least) {
        return new ChosenPrice(step, least, currency);
    }

    @Override
    public long mostWithin(long points) {
        return points < least ? 0 : points - points % step;
    }

    @Override
    public String describe() {
        return least
                + " or more"
                + (currency == null ? "" : " " + currency.id())
                + (step == 1 ? "" : " in steps of " + step);
    }
}
