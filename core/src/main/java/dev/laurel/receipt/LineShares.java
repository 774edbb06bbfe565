package dev.laurel.receipt;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.laurel.money.Ratio;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an exact amount of points is shared out over the lines of a purchase: a line's share is its weight times its rate. Lines
 * that were multiplied alike have one rate in common, so there are few rates, however many lines.
 */
public final class LineShares {
    /** The rate of a line that has no share. */
    public static final int NO_RATE = -1;

    private final ImmutableList<Ratio> rates;
    private final int[] rateOfLine;
    private final long[] weightOfLine;

    /**
     * Shares of lines.
     *
     * @param rates the points for each unit of weight
     * @param rateOfLine for each line, the index of its rate, or {@link #NO_RATE}
     * @param weightOfLine for each line, its weight
     * @throws IllegalArgumentException if the lines differ in number, or a line has a rate that there is not
     */
    public LineShares(List<Ratio> rates, int[] rateOfLine, long[] weightOfLine) {
        this.rates = ImmutableList.copyOf(rates);
        this.rateOfLine = rateOfLine.clone();
        this.weightOfLine = weightOfLine.clone();
        checkArgument(
                this.rateOfLine.length == this.weightOfLine.length,
                "%s lines have a rate, but %s a weight",
                this.rateOfLine.length,
                this.weightOfLine.length);
        for (int rate : this.rateOfLine) {
            checkArgument(rate >= NO_RATE && rate < this.rates.size(), "there is no rate %s", rate);
        }
    }

    /** How many lines the purchase has. */
    public int lines() {
        return rateOfLine.length;
    }

    /** The exact share of a line, by its place in the purchase. */
    public Ratio of(int line) {
        int rate = rateOfLine[line];
        return rate == NO_RATE ? Ratio.ZERO : rates.get(rate).times(weightOfLine[line]);
    }

    /** The exact amount that is shared out. */
    public Ratio sum() {
        Ratio sum = Ratio.ZERO;
        for (int line = 0; line < rateOfLine.length; line++) {
            sum = sum.plus(of(line));
        }
        return sum;
    }

    /** The points for each unit of weight, as they were given. */
    public List<Ratio> rates() {
        return rates;
    }

    /** The index of a line's rate, by its place in the purchase, or {@link #NO_RATE}. */
    public int rateOf(int line) {
        return rateOfLine[line];
    }

    /** The weight of a line, by its place in the purchase. */
    public long weightOf(int line) {
        return weightOfLine[line];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LineShares that
                && rates.equals(that.rates)
                && Arrays.equals(rateOfLine, that.rateOfLine)
                && Arrays.equals(weightOfLine, that.weightOfLine);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rates, Arrays.hashCode(rateOfLine), Arrays.hashCode(weightOfLine));
    }

    /** Such as {@code LineShares[10.99, 0]}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("LineShares[");
        for (int line = 0; line < rateOfLine.length; line++) {
            text.append(line == 0 ? "" : ", ").append(of(line));
        }
        return text.append(']').toString();
    }
}
