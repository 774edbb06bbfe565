package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.id.Identifiers;
import dev.laurel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A part of what was paid.
 *
 * @param method how, such as {@code card}, {@code cash} or {@value #POINTS}
 * @param amount how much
 * @param redemption for a payment with points, the id of the redemption that it comes from; of points that were held first, that
 *     of the capture and not of the hold, for only a redemption can be given back when the purchase is returned
 */
public record Payment(String method, Money amount, @Nullable String redemption) {
    /** The method of a payment with points. */
    public static final String POINTS = "points";

    private static final int MAX_METHOD_LENGTH = 80;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the amount is not positive or a text is malformed
     */
    public Payment {
        Identifiers.text("payment method", method, MAX_METHOD_LENGTH);
        checkArgument(
                !amount.isNegative() && !amount.isZero(), "amount of a payment must be positive, but was %s", amount);
        if (redemption != null) {
            PreviewId.checked("redemption of a payment", redemption);
        }
        checkArgument(
                redemption != null || !method.equals(POINTS),
                "a payment with points must name the redemption it is of");
    }

    /**
     * A payment that is not with points.
     *
     * @throws IllegalArgumentException as for any payment
     */
    public static Payment of(String method, Money amount) {
        return new Payment(method, amount, null);
    }

    /** A payment with the points of a redemption. */
    public static Payment withPoints(Money amount, String redemption) {
        return new Payment(POINTS, amount, redemption);
    }

    /**
     * A payment with the points of a redemption that is only asked about. A service refuses to record a purchase with it.
     *
     * @throws IllegalArgumentException as for any payment
     */
    public static Payment preview(Money amount) {
        return withPoints(amount, PreviewId.VALUE);
    }

    /** Whether the redemption that it names only asks. */
    boolean isPreview() {
        return PreviewId.VALUE.equals(redemption);
    }

    /** Whether it is a payment with points, which the member did not pay in money. */
    public boolean isWithPoints() {
        return redemption != null;
    }
}
