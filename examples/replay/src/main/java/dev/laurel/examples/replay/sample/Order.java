package dev.laurel.examples.replay.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A basket at the till.
 *
 * @param basket what is bought
 * @param shipping what sending it costs, in cents
 * @param payments how all of it is paid
 * @param used the points that lowered what it costs, or null; points that pay are among the payments
 */
record Order(
        Basket basket,
        long shipping,
        List<Payment> payments,
        @Nullable UsedPoints used) {
    private static final long SHIPPING = 5_95;
    private static final long SHIPPED_FREE_FROM = 35_00;
    private static final List<Long> GIFT_CARDS = List.of(25_00L, 50_00L, 50_00L, 100_00L);

    Order {
        payments = List.copyOf(payments);
    }

    /** Pays for a basket in money. */
    static Order of(Dice dice, Basket basket, @Nullable UsedPoints used) {
        return new Order(basket, shippingOf(basket), payments(dice, basket, List.of()), used);
    }

    /** Pays for a basket with points, and for what they do not pay in money. */
    static Order paidWith(Dice dice, Basket basket, Payment points) {
        return new Order(basket, shippingOf(basket), payments(dice, basket, List.of(points)), null);
    }

    /** What sending a basket costs, in cents. */
    private static long shippingOf(Basket basket) {
        long merchandise = basket.merchandise();
        boolean shipped = basket.channel() != Channel.STORE && merchandise > 0;
        return shipped && merchandise < SHIPPED_FREE_FROM ? SHIPPING : 0;
    }

    /** What points may pay of a basket and of sending it, in cents. */
    static long payableWithPoints(Basket basket) {
        return basket.payableWithPoints() + shippingOf(basket);
    }

    private static List<Payment> payments(Dice dice, Basket basket, List<Payment> points) {
        List<Payment> payments = new ArrayList<>(points);
        Channel channel = basket.channel();
        long due = basket.gross()
                + shippingOf(basket)
                - points.stream().mapToLong(Payment::cents).sum();
        long left = due;
        if (dice.happens(70)) {
            long byGiftCard = Math.min(left, dice.oneOf(GIFT_CARDS));
            addPayment(payments, "gift-card", byGiftCard);
            left -= byGiftCard;
        }
        boolean byPaypal = channel != Channel.STORE && dice.happens(220);
        addPayment(payments, byPaypal ? "paypal" : "card", left);
        return payments;
    }

    /** What is at least spent on goods in money, in cents. */
    long spend() {
        long withPoints = payments.stream()
                .filter(payment -> !payment.isInMoney())
                .mapToLong(Payment::cents)
                .sum();
        return Math.max(0, basket.merchandise() - withPoints);
    }

    /** Whether the member's points made it cheaper, or pay for it. */
    boolean isWithPoints() {
        return used != null || payments.stream().anyMatch(Payment::isWithOwnPoints);
    }

    /** Whether points pay for it that are not yet taken. */
    boolean isOnHold() {
        return payments.stream().anyMatch(payment -> payment.with() == Payment.With.HELD_POINTS);
    }

    /** Nobody pays nothing. */
    private static void addPayment(List<Payment> payments, String method, long cents) {
        if (cents > 0) {
            payments.add(Payment.inMoney(method, cents));
        }
    }
}
