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
 * @param used the points that lowered what it costs, or null
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

    /** Pays for a basket. */
    static Order of(Dice dice, Basket basket, @Nullable UsedPoints used) {
        long merchandise = basket.merchandise();
        boolean shipped = basket.channel() != Channel.STORE && merchandise > 0;
        long shipping = shipped && merchandise < SHIPPED_FREE_FROM ? SHIPPING : 0;
        return new Order(basket, shipping, payments(dice, basket.channel(), basket.gross() + shipping), used);
    }

    private static List<Payment> payments(Dice dice, Channel channel, long due) {
        List<Payment> payments = new ArrayList<>();
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

    /** Nobody pays nothing. */
    private static void addPayment(List<Payment> payments, String method, long cents) {
        if (cents > 0) {
            payments.add(new Payment(method, cents));
        }
    }
}
