package dev.laurel.condition;

/**
 * A question about the customer or the time alone; it can be asked with or without a purchase, so it stands wherever a
 * {@link PurchaseCondition} does.
 */
public interface Condition extends PurchaseCondition {
    /** The answer for a customer at an instant. */
    Finding check(Facts facts);

    @Override
    default Finding check(PurchaseFacts facts) {
        return check((Facts) facts);
    }
}
