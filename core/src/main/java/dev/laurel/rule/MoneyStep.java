package dev.laurel.rule;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * What an amount of money earns as a whole from a total on.
 *
 * @param from the total from which on it does, zero or more
 * @param points how many points for each unit, or in all
 * @param unit for how much money each, or null if the points are for all of it
 * @param inFull whether only full units count, or parts of a unit too
 */
public record MoneyStep(Money from, long points, @Nullable Money unit, boolean inFull) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if points or unit are not positive, or the total is negative
     */
    public MoneyStep {
        requireNonNull(from, "from");
        checkArgument(points > 0, "points of an amount must be positive, but were %s", points);
        checkArgument(!from.isNegative(), "a step must begin at zero or above, but began at %s", from);
        checkArgument(unit != null || !from.isZero(), "a step of points for all of it must begin above zero");
        checkArgument(
                unit == null || (!unit.isNegative() && !unit.isZero()),
                "unit of an award must be positive, but was %s",
                unit);
    }

    /** So many points for each full unit, from nothing on. */
    static MoneyStep ofFullUnits(long points, Money unit) {
        return new MoneyStep(Money.zero(unit.currency()), points, unit, true);
    }

    /** Whether so much money, in units of its currency, reaches it. */
    public boolean isReachedBy(Ratio total) {
        return total.compareTo(from.toRatio()) >= 0;
    }

    /** What so much money earns by it, exactly. */
    public Ratio of(Ratio total) {
        if (unit == null) {
            return Ratio.of(points);
        }
        Ratio units = total.dividedBy(unit.toRatio());
        return (inFull ? Ratio.of(units.rounded(Rounding.DOWN)) : units).times(points);
    }

    /** The most that any money earns by it, for each unit of its currency. */
    Ratio bestRate() {
        Money each = unit == null ? from : unit;
        return Ratio.of(points).dividedBy(each.toRatio());
    }

    /** What it gives in words, such as {@code 5 points per USD 1.00}. */
    public String describe() {
        String words = inWords(points);
        return unit == null ? words : words + (inFull ? " for each full " : " per ") + unit;
    }

    /** What it gives in words for people. */
    String inTerms() {
        String words = inWords(points);
        if (unit == null) {
            return words;
        }
        return inFull
                ? words + " for each full " + unit + " spent"
                : words + " for each " + unit + " spent, in proportion";
    }

    private static String inWords(long points) {
        return points == 1 ? "1 point" : points + " points";
    }
}
