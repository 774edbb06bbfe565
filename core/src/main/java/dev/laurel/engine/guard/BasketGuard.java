package dev.laurel.engine.guard;

import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.AmountOverflowException;
import dev.laurel.money.Money;
import java.util.List;

/** What a basket is held to before any rule is asked: sums that do not fit are its fault, and no rule's. */
public final class BasketGuard {
    private BasketGuard() {}

    /**
     * Refuses a basket whose sums do not fit.
     *
     * @throws ArithmeticException if one does not
     */
    public static void requireFits(Basket basket) {
        long total = basket.shipping().millionths();
        long quantity = 0;
        List<PurchaseLine> lines = basket.lines();
        for (int i = 0; i < lines.size(); i++) {
            PurchaseLine line = lines.get(i);
            total = Math.addExact(total, line.net().millionths());
            total = Math.addExact(total, line.tax().millionths());
            quantity = Math.addExact(quantity, line.quantity().millionths());
        }
        if (total > Money.MAX_MILLIONTHS) {
            throw new AmountOverflowException("the total of a basket");
        }
    }
}
