package dev.laurel.simulation;

import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The payments of a purchase with points of this program: all that name one redemption, its hold or its capture are one. */
final class PlainPayments {
    private final PlainAccount account;
    private final Map<String, Long> millionths = new LinkedHashMap<>();

    private PlainPayments(PlainAccount account) {
        this.account = account;
    }

    /** Looks up what is named, which must be worth what is paid with it. */
    static PlainPayments of(PlainAccount account, Purchase purchase) {
        PlainPayments payments = new PlainPayments(account);
        for (Payment payment : purchase.basket().payments()) {
            if (payment.redemption() != null) {
                PlainSpending spending = payments.known(payment.redemption(), purchase.occurredAt());
                payments.millionths.merge(spending.id, payment.amount().millionths(), Math::addExact);
            }
        }
        payments.millionths.forEach((id, amount) -> {
            PlainSpending spending = account.spendings.get(id);
            PlainRefusal.unless(!spending.isPayment() || amount <= spending.payable(), "EXCEEDS_REDEMPTION");
        });
        return payments;
    }

    /** An open hold, or what was redeemed or captured so lately that orders paid with it could still be returned. */
    private PlainSpending known(String named, Instant at) {
        PlainSpending spending = account.spendings.get(account.captures.getOrDefault(named, named));
        PlainRefusal.unless(spending != null, "UNKNOWN_REDEMPTION");
        if (!spending.isOpen) {
            PlainRefusal.unless(
                    spending.taken.stream().anyMatch(taken -> account.isReturnableAt(taken.id, at)),
                    "UNKNOWN_REDEMPTION");
        }
        return spending;
    }

    void requireAllowed() {
        for (String id : millionths.keySet()) {
            PlainRefusal.unless(account.spendings.get(id).isPayment(), "NOT_ALLOWED");
        }
    }

    /** Pays an order. */
    List<PlainPurchase.Paid> paidFor(String purchase) {
        List<PlainPurchase.Paid> paid = new ArrayList<>();
        millionths.forEach((id, amount) -> {
            PlainSpending spending = account.spendings.get(id);
            paid.add(new PlainPurchase.Paid(id, spending.pay(amount), 0));
            if (spending.isOpen && amount > 0 && !spending.hasPaid()) {
                spending.orders.add(purchase);
            }
        });
        return paid;
    }
}
