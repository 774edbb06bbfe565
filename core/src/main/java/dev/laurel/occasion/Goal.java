package dev.laurel.occasion;

import dev.laurel.condition.Mentions;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What must be reached for a tier: a sum, or several that are joined.
 *
 * <pre>{@code
 * Goal top = Goals.all(nights.per(BoundedWindow.YEAR).reaches(100), spend.per(BoundedWindow.YEAR).reaches(usd(23_000)));
 * }</pre>
 */
public sealed interface Goal permits SumGoal, JoinedGoals {
    /** The sums that it is made of, each with what must be reached, as they were given. */
    List<SumGoal> parts();

    /**
     * Whether it is reached.
     *
     * @param isReached tells of one of its parts whether that is
     */
    boolean isReached(Predicate<? super SumGoal> isReached);

    /**
     * It in words of somebody's own.
     *
     * @param words says a part
     * @param all stands before parts of which all must be reached
     * @param any stands before parts of which any must be
     */
    String joined(Function<? super SumGoal, String> words, String all, String any);

    /** What of a program it speaks of. */
    Mentions mentions();

    /** In words that read after "from", such as {@code spend per calendar year of at least 350 USD}. */
    String describe();
}
