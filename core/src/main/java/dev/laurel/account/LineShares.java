package dev.laurel.account;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.laurel.money.Ratio;
import java.util.Arrays;
import java.util.List;
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
        checkArgument(
                rateOfLine.length == weightOfLine.length,
                "%s lines have a rate, but %s a weight",
                rateOfLine.length,
                weightOfLine.length);
        for (int rate : rateOfLine) {
            checkArgument(rate >= NO_RATE && rate < rates.size(), "there is no rate %s", rate);
        }
        this.rates = ImmutableList.copyOf(rates);
        this.rateOfLine = rateOfLine.clone();
        this.weightOfLine = weightOfLine.clone();
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

    void write(CanonicalWriter out) {
        out.list(rates, CanonicalWriter::ratio);
        out.count(rateOfLine.length);
        for (int line = 0; line < rateOfLine.length; line++) {
            out.number(rateOfLine[line]);
            out.number(weightOfLine[line]);
        }
    }

    static LineShares read(CanonicalReader in) {
        List<Ratio> rates = in.list(CanonicalReader::ratio);
        int[] rateOfLine = new int[in.count()];
        long[] weightOfLine = new long[rateOfLine.length];
        for (int line = 0; line < rateOfLine.length; line++) {
            rateOfLine[line] = Math.toIntExact(in.number());
            weightOfLine[line] = in.number();
        }
        return new LineShares(rates, rateOfLine, weightOfLine);
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
        return 31 * (31 * rates.hashCode() + Arrays.hashCode(rateOfLine)) + Arrays.hashCode(weightOfLine);
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
