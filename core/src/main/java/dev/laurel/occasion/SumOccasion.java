package dev.laurel.occasion;

/** Something that a sum makes happen as it rises, in each of its windows by itself. */
public sealed interface SumOccasion extends Occasion permits SumGoal, SumEach, SumRun {
    /** The sum. */
    Sum sum();

    /**
     * How often it has happened in a window; of a row of windows, whether the window can be in one.
     *
     * @param counted the sum in that window as accounts keep it: in millionths of money or of a quantity, or as a number
     */
    long timesAt(long counted);

    /** Whether what it counts can become less: money, items, purchases and points go back with what is returned. */
    default boolean canFall() {
        if (sum().counter() instanceof PurchaseCounter<?> counter) {
            return counter.measure() != PurchaseMeasure.Usual.DAYS
                    && !(counter.measure() instanceof PurchaseMeasure.Distinct);
        }
        return ((MemberCounter<?>) sum().counter()).measure() instanceof MemberMeasure.Earned;
    }

    @Override
    default boolean needsMember() {
        return sum().window().needsMember();
    }
}
