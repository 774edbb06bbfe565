package dev.laurel.occasion;

import com.google.common.collect.ImmutableList;
import dev.laurel.condition.Condition;
import dev.laurel.ledger.PointCurrency;
import java.util.List;

/**
 * A counter of what a member does beside buying, or has from it: activities, points that are earned.
 *
 * @param <S> what its sums are
 */
public final class MemberCounter<S extends Sum> extends Counter<S> {
    private final MemberMeasure measure;
    private final List<Condition> conditions;

    private MemberCounter(String id, MemberMeasure measure, List<Condition> conditions, Sums<S> sums) {
        super(id, sums);
        this.measure = measure;
        this.conditions = conditions;
    }

    private static MemberCounter<CountSum> counting(String id, MemberMeasure measure) {
        return new MemberCounter<>(
                id, measure, ImmutableList.of(), (counter, window) -> new CountSum(counter, window, CountSum.ONE));
    }

    /**
     * Counts the points of a currency that are earned: what rules and offers award, pending points too, at the date of their event. What a
     * return takes of it leaves the sum, whether or not the points were still there to be taken. What a clerk adjusts, what is sent, brought
     * over or comes back is not earned.
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static MemberCounter<CountSum> earned(String id, PointCurrency currency) {
        return counting(id, new MemberMeasure.Earned(currency));
    }

    /**
     * Counts the activities of a kind, each at its date.
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static MemberCounter<CountSum> activities(String id, ActivityKind kind) {
        return counting(id, new MemberMeasure.Activities(kind));
    }

    /** A copy that counts when these hold too. */
    public MemberCounter<S> where(Condition... more) {
        return new MemberCounter<>(id(), measure, joined(conditions, more), sums());
    }

    /** What it counts. */
    public MemberMeasure measure() {
        return measure;
    }

    @Override
    public List<Condition> conditions() {
        return conditions;
    }

    @Override
    String counted() {
        return measure.describe();
    }

    @Override
    List<Object> parts() {
        return ImmutableList.of(measure);
    }
}
