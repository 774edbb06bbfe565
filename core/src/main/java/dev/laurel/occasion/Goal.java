package dev.laurel.occasion;

import dev.laurel.condition.Mentions;
import java.util.List;
import java.util.function.BiFunction;
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
    /** How goals are joined. */
    enum Join {
        /** All of them must be reached. */
        ALL,
        /** One of them must be reached. */
        ANY
    }

    /** The sums that it is made of, each with what must be reached, as they were given. */
    List<SumGoal> parts();

    /**
     * Whether it is reached.
     *
     * @param isReached tells of one of its parts whether that is
     */
    boolean isReached(Predicate<? super SumGoal> isReached);

    /**
     * Something that is made of it, part by part.
     *
     * @param ofSum makes it of a sum that must be reached
     * @param ofJoined makes it of what was made of goals that are joined
     */
    <T> T fold(Function<? super SumGoal, ? extends T> ofSum, BiFunction<Join, List<T>, ? extends T> ofJoined);

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

    /** In words that read after "from", such as {@code at least USD 350.00 spent in the calendar year (spend)}. */
    String describe();
}
