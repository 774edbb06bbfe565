package dev.laurel.service;

import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Release;
import dev.laurel.event.Return;
import dev.laurel.receipt.PointPayment;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the receipts that an event needs: of the event that it names, and of the redemptions that paid for that. */
final class NamedReceipts {
    private NamedReceipts() {}

    /**
     * The receipts, as far as there are any.
     *
     * @param byEvent gives the receipt of an event
     */
    static List<Receipt> of(LoyaltyEvent event, Function<String, Optional<Receipt>> byEvent) {
        List<Receipt> receipts = new ArrayList<>();
        if (event instanceof Return returned) {
            byEvent.apply(returned.purchase()).ifPresent(receipts::add);
        } else if (event instanceof Cancellation cancellation) {
            byEvent.apply(cancellation.redemption()).ifPresent(receipts::add);
        } else if (event instanceof Capture capture) {
            byEvent.apply(capture.hold()).ifPresent(receipts::add);
        } else if (event instanceof Release release) {
            byEvent.apply(release.hold()).ifPresent(receipts::add);
        }
        if (!receipts.isEmpty() && receipts.get(0) instanceof PurchaseReceipt purchase) {
            for (PointPayment payment : purchase.pointPayments()) {
                byEvent.apply(payment.redemption()).ifPresent(receipts::add);
            }
        }
        return receipts;
    }
}
