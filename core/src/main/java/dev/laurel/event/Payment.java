package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.id.Identifiers;
import dev.laurel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A part of what was paid.
 *
 * <p>A payment with points says which: it names the redemption that it comes from, or the hold or capture of one; or it says that
 * the points are not of this program.
 *
 * @param method how, such as {@code card}, {@code cash} or {@value #POINTS}
 * @param amount how much, zero or more
 * @param redemption for a payment with points of this program, the id of the redemption, of the capture, or of a hold that is
 *     open, since an order is placed before its points are captured; else null
 * @param foreign whether it is a payment with points of somebody else's program
 */
public record Payment(String method, Money amount, @Nullable String redemption, boolean foreign) {
    /** The method of a payment with points. */
    public static final String POINTS = "points";

    /** The longest method, in UTF-16 code units. */
    public static final int MAX_METHOD_LENGTH = 80;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the amount is negative, a text is malformed, or a payment with points does not say which
     */
    public Payment {
        Identifiers.text("payment method", method, MAX_METHOD_LENGTH);
        checkArgument(!amount.isNegative(), "amount of a payment must not be negative, but was %s", amount);
        if (redemption != null) {
            PreviewId.checked("redemption of a payment", redemption);
        }
        checkArgument(
                redemption == null || !foreign,
                "a payment with points of another program must name no redemption of this one");
        checkArgument(
                redemption != null || foreign || !method.equals(POINTS),
                "a payment with points must name the redemption it is of, or say that the points are of another program");
    }

    /**
     * A payment in money, or with the points of a redemption that it names.
     *
     * @throws IllegalArgumentException as for any payment
     */
    public Payment(String method, Money amount, @Nullable String redemption) {
        this(method, amount, redemption, false);
    }

    /**
     * A payment that is not with points.
     *
     * @throws IllegalArgumentException as for any payment
     */
    public static Payment of(String method, Money amount) {
        return new Payment(method, amount, null);
    }

    /**
     * A payment with the points of a redemption, a capture or an open hold.
     *
     * @throws IllegalArgumentException as for any payment
     */
    public static Payment withPoints(Money amount, String redemption) {
        return new Payment(POINTS, amount, redemption);
    }

    /**
     * A payment with points of somebody else's program, such as a bank's. Like the member's own they are no money, so what they pay
     * earns nothing; a return does not give them back.
     *
     * @throws IllegalArgumentException as for any payment
     */
    public static Payment withForeignPoints(Money amount) {
        return new Payment(POINTS, amount, null, true);
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
    public boolean isPreview() {
        return PreviewId.VALUE.equals(redemption);
    }

    /** Whether it is a payment with points, which the member did not pay in money. */
    public boolean isWithPoints() {
        return redemption != null || foreign;
    }
}
