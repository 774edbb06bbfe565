package dev.laurel.account;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.ledger.Lot;
import dev.laurel.receipt.CountedUse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule on a sum has given in one of its windows, or a rule on a tier for reaching it, so that nothing is given twice, and what a return
 * undoes is taken back.
 *
 * @param rule the id of the rule
 * @param on the name under which the account keeps the sum, or the id of the tier
 * @param what the id of the point currency, or of the tier that is granted
 * @param window the number of the window, of windows in a row the first; zero for a tier
 * @param ends when the window ends, of windows in a row the last, or null if it does not
 * @param given what the rule gave so far, whether or not it was posted: points, grants, or how many windows are used up
 * @param posted how many points of it were posted and not taken back
 * @param lots the lots of these points as far as something can still be taken back from them, in the order of posting
 */
public record GivenOnSum(
        String rule,
        String on,
        String what,
        long window,
        @Nullable Instant ends,
        long given,
        long posted,
        List<PostedLot> lots) {
    /** The order in which an account keeps them. */
    public static final Comparator<GivenOnSum> ORDER = Comparator.comparing(GivenOnSum::rule)
            .thenComparing(GivenOnSum::on)
            .thenComparing(GivenOnSum::what)
            .thenComparingLong(GivenOnSum::window);

    /**
     * Checks that there is something to remember.
     *
     * @throws IllegalArgumentException if a number is negative, or nothing was given or posted
     */
    public GivenOnSum {
        requireNonNull(rule, "rule");
        requireNonNull(on, "on");
        requireNonNull(what, "what");
        checkArgument(
                given >= 0 && posted >= 0 && given + posted > 0,
                "something must be given, but was %s with %s points posted",
                given,
                posted);
        lots = ImmutableList.copyOf(lots);
    }

    /**
     * A lot that was opened for what such a rule gave.
     *
     * @param lot the lot, emptied
     * @param awarded how many points were posted
     * @param kept how many of them were not taken back
     * @param taken how many were taken: what expired unused counts as taken back, and need not be
     * @param counted where they were counted, for caps and for sums of earned points
     */
    public record PostedLot(Lot lot, long awarded, long kept, long taken, List<CountedUse> counted) {
        /**
         * Checks that something of it is kept.
         *
         * @throws IllegalArgumentException if that is not so, or more was taken than is not kept
         */
        public PostedLot {
            requireNonNull(lot, "lot");
            checkArgument(
                    kept > 0 && kept <= awarded && taken >= 0 && taken <= awarded - kept,
                    "of %s points %s cannot be kept and %s taken",
                    awarded,
                    kept,
                    taken);
            counted = ImmutableList.copyOf(counted);
        }
    }
}
