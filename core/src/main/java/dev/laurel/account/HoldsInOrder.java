package dev.laurel.account;

import dev.laurel.receipt.OpenHold;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** The open holds of an account in the order in which they lapse. Immutable, and put in order once: accounts share it. */
final class HoldsInOrder extends AbstractList<OpenHold> implements RandomAccess {
    private final OpenHold[] holds;

    private HoldsInOrder(OpenHold[] holds) {
        this.holds = holds;
    }

    /**
     * Holds in their order.
     *
     * @throws NullPointerException if one of them is null
     */
    static List<OpenHold> of(List<OpenHold> holds) {
        if (holds instanceof HoldsInOrder) {
            return holds;
        }
        if (holds.isEmpty()) {
            return List.of();
        }
        OpenHold[] sorted = List.copyOf(holds).toArray(OpenHold[]::new);
        Arrays.sort(sorted, OpenHold.BY_END);
        return new HoldsInOrder(sorted);
    }

    @Override
    public OpenHold get(int index) {
        return holds[index];
    }

    @Override
    public int size() {
        return holds.length;
    }
}
