package dev.laurel.occasion;

import static java.util.Objects.requireNonNull;

import dev.laurel.condition.Mentions;
import dev.laurel.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A sum that must reach an amount or a number; that itself is enough. It is an occasion too: it happens once in a window, when the sum reaches
 * it.
 */
public final class SumGoal implements Goal, SumOccasion {
    private final Sum sum;
    private final Threshold threshold;

    SumGoal(Sum sum, Threshold threshold) {
        this.sum = requireNonNull(sum, "sum");
        this.threshold = requireNonNull(threshold, "threshold");
    }

    /**
     * So many windows in a row in which it is met, as an occasion. A window counts in one row only, the earliest first.
     *
     * @throws IllegalArgumentException if it is fewer than two windows, or more than a thousand
     */
    public SumRun inARow(int windows) {
        return new SumRun(this, windows);
    }

    @Override
    public Sum sum() {
        return sum;
    }

    /** What must be reached, as the sum is kept: in millionths of money or of a quantity, or as a number. */
    public long kept() {
        return threshold.kept();
    }

    /** The amount that must be reached, if it is one of money. */
    public Optional<Money> money() {
        return threshold instanceof Threshold.OfMoney money ? Optional.of(money.amount()) : Optional.empty();
    }

    /** The number that must be reached, if it is no amount of money. */
    public OptionalLong number() {
        return threshold instanceof Threshold.OfNumber number ? OptionalLong.of(number.number()) : OptionalLong.empty();
    }

    @Override
    public long timesAt(long counted) {
        return counted >= kept() ? 1 : 0;
    }

    @Override
    public List<SumGoal> parts() {
        return List.of(this);
    }

    @Override
    public boolean isReached(Predicate<? super SumGoal> isReached) {
        return isReached.test(this);
    }

    @Override
    public <T> T fold(Function<? super SumGoal, ? extends T> ofSum, BiFunction<Join, List<T>, ? extends T> ofJoined) {
        return ofSum.apply(this);
    }

    @Override
    public String joined(Function<? super SumGoal, String> words, String all, String any) {
        return words.apply(this);
    }

    @Override
    public Mentions mentions() {
        return Mentions.of(sum.upTo(kept())).and(threshold.mentions());
    }

    /** What must be reached in words, such as {@code USD 350.00 spent in the calendar year (spend)}. */
    public String leastInWords() {
        return sum.words().asked(threshold.describe(), threshold.isOne());
    }

    @Override
    public String describe() {
        return "at least " + leastInWords();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SumGoal that && sum.equals(that.sum) && threshold.equals(that.threshold);
    }

    @Override
    public int hashCode() {
        return sum.hashCode() * 31 + threshold.hashCode();
    }

    @Override
    public String toString() {
        return "SumGoal[" + describe() + "]";
    }
}
