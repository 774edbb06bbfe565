package dev.laurel.occasion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.condition.Mentions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.id.Identifiers;
import dev.laurel.time.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a member does, as a number: how much they spend, how often they buy, how many points they earn. It is asked per window, as a {@link
 * Sum} that is typed by what is counted, so that money is never compared with a number of things.
 *
 * <pre>{@code
 * Counter<MoneySum> spend = PurchaseCounter.spend("spend");
 * MoneySum yearly = spend.per(YEAR);
 * EarnRule more = EarnRule.earning("more", amount).where(yearly.isAtLeast(Money.of(USD, 1_000)));
 * }</pre>
 *
 * <p>What is late counts in the window of its own date. What a program begins to count with a new version begins at zero with it.
 *
 * @param <S> what its sums are
 */
public abstract sealed class Counter<S extends Sum> permits PurchaseCounter, MemberCounter {
    private final String id;
    private final Sums<S> sums;

    /** Makes the sums of a counter. */
    interface Sums<S extends Sum> {
        S per(Counter<S> counter, Window window);
    }

    Counter(String id, Sums<S> sums) {
        this.id = Identifiers.declaredId("counter id", id);
        this.sums = sums;
    }

    /** Kebab-case and permanent: accounts keep its sums under it. */
    public final String id() {
        return id;
    }

    /** What must hold for something to count, all of it. */
    public abstract List<? extends PurchaseCondition> conditions();

    /** What it counts, in words and without its conditions. */
    abstract String counted();

    /** What tells it from another counter of its kind beside id and conditions. */
    abstract List<Object> parts();

    final Sums<S> sums() {
        return sums;
    }

    static <C> List<C> joined(List<C> conditions, C[] more) {
        return ImmutableList.copyOf(Iterables.concat(conditions, Arrays.asList(more)));
    }

    /** Its sum in each window of this kind. */
    public final S per(Window window) {
        return sums.per(this, window);
    }

    /** What of a program it speaks of, its conditions included. */
    public final Mentions mentions() {
        Mentions mentions = Mentions.NOTHING;
        for (PurchaseCondition condition : conditions()) {
            mentions = mentions.and(condition.mentions());
        }
        return mentions;
    }

    /** What it counts in words, such as {@code spend: what is spent, of category coffee}; always the same for equal counters. */
    public final String describe() {
        StringBuilder text = new StringBuilder(id).append(": ").append(counted());
        for (PurchaseCondition condition : conditions()) {
            text.append(", where ").append(condition.describe());
        }
        return text.toString();
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Counter<?> that
                && getClass() == that.getClass()
                && id.equals(that.id)
                && parts().equals(that.parts())
                && conditions().equals(that.conditions());
    }

    @Override
    public final int hashCode() {
        return Objects.hash(id, parts(), conditions());
    }

    /** What it counts. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + describe() + "]";
    }
}
