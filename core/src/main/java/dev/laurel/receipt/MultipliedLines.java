package dev.laurel.receipt;

import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import java.util.ArrayList;
import java.util.List;

/** Lines of a purchase that were multiplied alike: what they cost, and what is left of that. */
final class MultipliedLines {
    private final Ratio factor;
    private final List<Ratio> costs = new ArrayList<>();
    private final List<Ratio> left = new ArrayList<>();
    private Ratio bought = Ratio.ZERO;

    /**
     * No lines yet.
     *
     * @param factor by what they were multiplied, zero or more
     */
    MultipliedLines(Ratio factor) {
        this.factor = factor;
    }

    /** Adds a line. */
    void add(Money cost, Ratio partLeft) {
        Ratio millionths = Ratio.of(cost.millionths());
        bought = bought.plus(millionths);
        if (partLeft.signum() > 0) {
            costs.add(millionths);
            left.add(partLeft);
        }
    }

    /** By what they were multiplied. */
    Ratio factor() {
        return factor;
    }

    /** What they cost, in millionths. */
    Ratio bought() {
        return bought;
    }

    /** Adds what is left of what they cost, in millionths and times a number. */
    void addLeft(ExactSum sum, Ratio times) {
        for (int i = 0; i < costs.size(); i++) {
            sum.add(times, costs.get(i), left.get(i));
        }
    }
}
