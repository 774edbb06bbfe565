package dev.laurel.occasion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.condition.Condition;
import dev.laurel.condition.Mentions;
import dev.laurel.id.Identifiers;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.time.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A counter of the points that a member earns: what rules and offers award, pending points too, at the date of their event. What a return
 * takes of it leaves the sum, whether or not the points were still there to be taken. What a clerk adjusts, what is sent, brought over or
 * comes back is not earned.
 *
 * @param <S> what its sums are
 */
public final class MemberCounter<S extends Sum> implements Counter<S> {
    private final String id;
    private final PointCurrency currency;
    private final List<Condition> conditions;
    private final Sums<S> sums;

    private MemberCounter(String id, PointCurrency currency, List<Condition> conditions, Sums<S> sums) {
        this.id = Identifiers.declaredId("counter id", id);
        this.currency = requireNonNull(currency, "currency");
        this.conditions = conditions;
        this.sums = sums;
    }

    /**
     * Counts the points of a currency that are earned.
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static MemberCounter<CountSum> earned(String id, PointCurrency currency) {
        return new MemberCounter<>(
                id, currency, ImmutableList.of(), (counter, window) -> new CountSum(counter, window, CountSum.ONE));
    }

    /** A copy that counts when these hold too. */
    public MemberCounter<S> where(Condition... more) {
        return new MemberCounter<>(
                id, currency, ImmutableList.copyOf(Iterables.concat(conditions, Arrays.asList(more))), sums);
    }

    @Override
    public String id() {
        return id;
    }

    /** The point currency of what is earned. */
    public PointCurrency currency() {
        return currency;
    }

    /** What must hold for it to count, all of it. */
    public List<Condition> conditions() {
        return conditions;
    }

    @Override
    public S per(Window window) {
        return sums.per(this, window);
    }

    @Override
    public Mentions mentions() {
        Mentions mentions = Mentions.NOTHING;
        for (Condition condition : conditions) {
            mentions = mentions.and(condition.mentions());
        }
        return mentions;
    }

    @Override
    public String describe() {
        StringBuilder text =
                new StringBuilder(id).append(": ").append(currency.id()).append(" earned");
        for (Condition condition : conditions) {
            text.append(", where ").append(condition.describe());
        }
        return text.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MemberCounter<?> that
                && id.equals(that.id)
                && currency.equals(that.currency)
                && conditions.equals(that.conditions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, currency, conditions);
    }

    /** What it counts. */
    @Override
    public String toString() {
        return "MemberCounter[" + describe() + "]";
    }

    /** Makes the sums of a counter. */
    private interface Sums<S extends Sum> {
        S per(MemberCounter<S> counter, Window window);
    }
}
