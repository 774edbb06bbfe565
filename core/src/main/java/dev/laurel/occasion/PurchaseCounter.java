package dev.laurel.occasion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import java.util.List;

/**
 * A counter of what is bought: of all lines that earn, or of some, on all purchases that count, or on those that meet its conditions.
 *
 * <p>A line earns if the program covers it and it costs something, and a purchase counts if something of such a line is paid in money.
 * Conditions are asked as for a rule: by what was so before the purchase.
 *
 * @param <S> what its sums are
 */
public final class PurchaseCounter<S extends Sum> extends Counter<S> {
    private final PurchaseMeasure measure;
    private final Selector selector;
    private final List<PurchaseCondition> conditions;

    private PurchaseCounter(
            String id, PurchaseMeasure measure, Selector selector, List<PurchaseCondition> conditions, Sums<S> sums) {
        super(id, sums);
        this.measure = measure;
        this.selector = requireNonNull(selector, "selector");
        this.conditions = conditions;
    }

    private static PurchaseCounter<CountSum> ofNumber(String id, PurchaseMeasure measure, long unit) {
        return new PurchaseCounter<>(
                id,
                measure,
                Selectors.everything(),
                ImmutableList.of(),
                (counter, window) -> new CountSum(counter, window, unit));
    }

    /**
     * Counts what is spent: what of the lines is paid in money, after discounts, without tax unless the program includes it.
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static PurchaseCounter<MoneySum> spend(String id) {
        return new PurchaseCounter<>(
                id, PurchaseMeasure.Usual.SPEND, Selectors.everything(), ImmutableList.of(), MoneySum::new);
    }

    /**
     * Counts purchases. One leaves the sum when all of its lines that count are returned, or when what is left no longer reaches a total
     * that the counter's conditions ask for.
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static PurchaseCounter<CountSum> purchases(String id) {
        return ofNumber(id, PurchaseMeasure.Usual.PURCHASES, CountSum.ONE);
    }

    /**
     * Counts items, or their weight or length. A part that was paid with points does not count.
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static PurchaseCounter<CountSum> quantity(String id) {
        return ofNumber(id, PurchaseMeasure.Usual.QUANTITY, CountSum.MILLIONTHS);
    }

    /**
     * Counts the dates on which something is bought. What is returned leaves the day counted.
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static PurchaseCounter<CountSum> purchaseDays(String id) {
        return ofNumber(id, PurchaseMeasure.Usual.DAYS, CountSum.ONE);
    }

    /**
     * Counts the different values of a property of what is bought, such as categories. What is returned leaves its value counted.
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static PurchaseCounter<CountSum> distinct(String id, Property property) {
        return ofNumber(id, new PurchaseMeasure.Distinct(property), CountSum.ONE);
    }

    /**
     * Counts by a measure of one's own.
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static PurchaseCounter<CountSum> measuredBy(String id, Measure measure) {
        return ofNumber(id, new PurchaseMeasure.Own(measure), CountSum.ONE);
    }

    /** A copy that counts these lines only; a purchase without any counts nothing. */
    public PurchaseCounter<S> of(Selector selector) {
        return new PurchaseCounter<>(id(), measure, selector, conditions, sums());
    }

    /** A copy that counts purchases for which these hold too. */
    public PurchaseCounter<S> where(PurchaseCondition... more) {
        return new PurchaseCounter<>(id(), measure, selector, joined(conditions, more), sums());
    }

    /** What it counts. */
    public PurchaseMeasure measure() {
        return measure;
    }

    /** The lines that it counts. */
    public Selector selector() {
        return selector;
    }

    @Override
    public List<PurchaseCondition> conditions() {
        return conditions;
    }

    @Override
    String counted() {
        return measure.describe() + ", of " + selector.describe();
    }

    @Override
    List<Object> parts() {
        return ImmutableList.of(measure, selector);
    }
}
