package dev.laurel.occasion;

import static java.util.Objects.requireNonNull;

import dev.laurel.condition.Mentions;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A sum that must reach an amount or a number; that itself is enough. */
public final class SumGoal implements Goal {
    private final Sum sum;
    private final Threshold threshold;

    SumGoal(Sum sum, Threshold threshold) {
        this.sum = requireNonNull(sum, "sum");
        this.threshold = requireNonNull(threshold, "threshold");
    }

    /** The sum. */
    public Sum sum() {
        return sum;
    }

    /** What must be reached, as the sum is kept: in millionths of money or of a quantity, or as a number. */
    public long kept() {
        return threshold.kept();
    }

    /** What must be reached: an amount of money, or a number. */
    public BigDecimal least() {
        return sum.inUnits(kept());
    }

    /** The currency of an amount of money, or null for a number. */
    public @Nullable Currency currency() {
        return threshold instanceof Threshold.OfMoney money ? money.amount().currency() : null;
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
    public String joined(Function<? super SumGoal, String> words, String all, String any) {
        return words.apply(this);
    }

    @Override
    public Mentions mentions() {
        return Mentions.of(sum.upTo(kept())).and(threshold.mentions());
    }

    /** What must be reached in words, such as {@code 350 USD}. */
    public String leastInWords() {
        return threshold.describe();
    }

    @Override
    public String describe() {
        return sum.describe() + " of at least " + threshold.describe();
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
