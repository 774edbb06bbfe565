package dev.laurel.engine.settle;

import dev.laurel.decision.Refusal;
import dev.laurel.engine.earn.CoveredOrder;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.money.Money;
import dev.laurel.receipt.OpenHold;
import dev.laurel.receipt.PaidOrders;
import dev.laurel.receipt.PointPayment;
import dev.laurel.receipt.RedemptionReceipt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The payments of a purchase with points: each is of a redemption that is worth as much, or of a hold that is open. */
final class PointPayments {
    private final Evaluation<Purchase> on;

    /** How much is paid with what, by the id of the redemption or hold. */
    private Map<String, Money> amounts = Map.of();

    PointPayments(Evaluation<Purchase> on) {
        this.on = on;
    }

    /** The ids that payments with points name. What only asks need not have been redeemed yet. */
    static List<String> redemptionsOf(Basket basket) {
        List<String> ids = new ArrayList<>(0);
        for (Payment payment : basket.payments()) {
            String redemption = payment.redemption();
            if (redemption != null && !payment.isPreview() && !ids.contains(redemption)) {
                ids.add(redemption);
            }
        }
        return ids;
    }

    /** Refuses what the customer has not redeemed, and what is more than it is worth. */
    void requireKnown() {
        for (Payment payment : on.event().basket().payments()) {
            String id = payment.redemption();
            if (id != null && !payment.isPreview()) {
                amounts = amounts.isEmpty() ? new LinkedHashMap<>() : amounts;
                amounts.merge(requireUsable(id).redemption(), payment.amount(), Money::plus);
            }
        }
        amounts.forEach((id, amount) -> {
            RedemptionReceipt redemption = on.requireRedemption(id);
            PaidOrders paid = redemption.paid();
            if (paid != null) {
                Money payable = redemption.payable(isOpenHold(redemption));
                if (amount.compareTo(payable) > 0) {
                    throw on.refuse(new Refusal.ExceedsWorth(id, payable, amount));
                }
            }
        });
    }

    private RedemptionReceipt requireUsable(String id) {
        RedemptionReceipt redemption = on.redemption(id);
        if (redemption == null || !(isOpenHold(redemption) || isLatelyTaken(redemption))) {
            throw on.refuse(new Refusal.UnknownRedemption(id));
        }
        return redemption;
    }

    private boolean isOpenHold(RedemptionReceipt redemption) {
        return on.account().holds().find(redemption.redemption()) != null;
    }

    /** Whether something was redeemed or captured lately enough. */
    private boolean isLatelyTaken(RedemptionReceipt redemption) {
        return !redemption.isUncaptured() && on.event().occurredAt().isBefore(redemption.returnableUntil());
    }

    /** Refuses more than points may pay, and what was redeemed for something else than to pay. */
    void requirePaying(CoveredOrder covered) {
        covered.requirePayable();
        if (amounts.isEmpty()) {
            return;
        }
        for (String id : amounts.keySet()) {
            RedemptionReceipt redemption = on.requireRedemption(id);
            if (redemption.paid() == null) {
                throw on.refuse(new Refusal.NotAllowed("redemption '" + id + "' is of reward '" + redemption.reward()
                        + "', whose points are no payment"));
            }
        }
    }

    /** Notes with each redemption what it paid, and says how many points that are. */
    List<PointPayment> pay() {
        if (amounts.isEmpty()) {
            return List.of();
        }
        List<PointPayment> payments = new ArrayList<>(amounts.size());
        amounts.forEach((id, amount) -> {
            RedemptionReceipt redemption = on.requireRedemption(id);
            PaidOrders paid = redemption.paid();
            if (paid != null) {
                payments.add(new PointPayment(id, redemption.pointsOf(amount), 0));
                redemption = redemption.withPaid(paid.plus(amount));
                on.leave(redemption);
                noteOrder(redemption, amount);
            }
        });
        return payments;
    }

    /** An open hold has an order to pay unless captures have taken as much as all its orders are paid with. */
    private void noteOrder(RedemptionReceipt redemption, Money amount) {
        OpenHold hold = on.account().holds().find(redemption.redemption());
        boolean isCovered = redemption.pointsTaken() > 0 && redemption.pointsPaid() <= redemption.pointsTaken();
        if (hold != null && !amount.isZero() && !isCovered) {
            on.account().holds().pay(hold, on.event().id());
        }
    }
}
