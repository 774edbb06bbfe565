package dev.laurel.engine.settle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Iterables;
import dev.laurel.receipt.CaptureReceipt;
import dev.laurel.receipt.ClaimReceipt;
import dev.laurel.receipt.ClosureReceipt;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.Receipt;
import dev.laurel.receipt.RedemptionReceipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The receipts that an event was given, and those that it leaves or changes. */
final class Receipts {
    private final Iterable<? extends Receipt> given;
    private @Nullable Map<String, Receipt> givenByEvent;
    private List<Receipt> left = List.of();

    /**
     * Those that were given.
     *
     * @throws NullPointerException if one of them is null
     */
    Receipts(Iterable<? extends Receipt> given) {
        this.given = given;
        if (!(given instanceof Collection<?> all && all.isEmpty())) {
            given.forEach(receipt -> requireNonNull(receipt, "receipt"));
        }
    }

    private @Nullable Receipt find(String event) {
        int place = placeOf(event);
        return place < 0 ? given().get(event) : left.get(place);
    }

    private Map<String, Receipt> given() {
        Map<String, Receipt> known = givenByEvent;
        if (known == null) {
            known = new HashMap<>();
            for (Receipt receipt : given) {
                known.put(receipt.event(), receipt);
            }
            givenByEvent = known;
        }
        return known;
    }

    private int placeOf(String event) {
        return Iterables.indexOf(left, receipt -> receipt.event().equals(event));
    }

    /** The receipt of a purchase of a customer, or null. */
    @Nullable
    PurchaseReceipt purchase(String id, String customer) {
        return find(id) instanceof PurchaseReceipt receipt && receipt.customer().equals(customer) ? receipt : null;
    }

    /** The receipt of a redemption or hold of a customer, or of the hold of a capture; or null. */
    @Nullable
    RedemptionReceipt redemption(String id, String customer) {
        Receipt receipt = find(id) instanceof CaptureReceipt capture ? find(capture.hold()) : find(id);
        return receipt instanceof RedemptionReceipt redemption
                        && redemption.customer().equals(customer)
                ? redemption
                : null;
    }

    /** Until when the redemption or capture of an id can be cancelled. */
    Instant returnableUntil(String id, RedemptionReceipt redemption) {
        return find(id) instanceof CaptureReceipt capture ? capture.returnableUntil() : redemption.returnableUntil();
    }

    /** The receipt of a claim of a customer, or null. */
    @Nullable
    ClaimReceipt claim(String id, String customer) {
        return find(id) instanceof ClaimReceipt receipt && receipt.customer().equals(customer) ? receipt : null;
    }

    /** The receipt of the last closure of a customer's account, or null. */
    @Nullable
    ClosureReceipt closure(String customer) {
        return find(ClosureReceipt.EVENT) instanceof ClosureReceipt receipt
                        && receipt.customer().equals(customer)
                ? receipt
                : null;
    }

    /** Whether there is a receipt of a hold of a customer. */
    boolean isHold(String id, String customer) {
        return find(id) instanceof RedemptionReceipt receipt
                && receipt.customer().equals(customer)
                && receipt.isOfHold();
    }

    /** Leaves a receipt, in place of the one of the same event. */
    void leave(Receipt receipt) {
        int place = placeOf(receipt.event());
        if (place < 0) {
            left = left.isEmpty() ? new ArrayList<>(2) : left;
            left.add(receipt);
        } else {
            left.set(place, receipt);
        }
    }

    List<Receipt> left() {
        return left;
    }
}
