package dev.laurel.service;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RefusedException;
import dev.laurel.event.Basket;
import dev.laurel.event.Promise;
import dev.laurel.event.Purchase;
import dev.laurel.money.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of an order that was placed on a promise: placed as promised or better, placed before, or refused. */
public final class Placement {
    private final Promise promise;
    private final Account account;
    private final List<Outcome> outcomes;
    private final @Nullable Refusal refusal;

    private Placement(Promise promise, Account account, List<Outcome> outcomes, @Nullable Refusal refusal) {
        this.promise = promise;
        this.account = account;
        this.outcomes = ImmutableList.copyOf(outcomes);
        this.refusal = refusal;
    }

    /** The redemptions, and then the purchase. */
    static Placement placed(Promise promise, Account account, List<Outcome> outcomes) {
        return new Placement(promise, account, outcomes, null);
    }

    static Placement refused(Promise promise, Account account, Refusal refusal) {
        return new Placement(promise, account, List.of(), refusal);
    }

    /** The promise. */
    public Promise promise() {
        return promise;
    }

    /** The account after the order; for a repetition or a refusal, as it stands. */
    public Account account() {
        return account;
    }

    /** Whether the order is placed, now or before. */
    public boolean isAccepted() {
        return refusal == null;
    }

    /** Whether the order was placed on the same promise before; then this says what it did then, and nothing new was done. */
    public boolean isRepeat() {
        return isAccepted() && purchase().isRepeat();
    }

    /** Why it was refused, if it was. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /**
     * This placement, if the order is placed.
     *
     * @throws RefusedException if it was refused
     */
    @CanIgnoreReturnValue
    public Placement orThrow() {
        if (refusal != null) {
            throw new RefusedException(refusal);
        }
        return this;
    }

    /** What became of each of the order's events, the purchase last. Empty if the order was refused. */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /**
     * What became of the purchase.
     *
     * @throws RefusedException if the order was refused
     */
    public Outcome purchase() {
        return orThrow().outcomes.get(outcomes.size() - 1);
    }

    /**
     * The order as it was bought, with discounts and payments; empty if the customer was erased since then.
     *
     * @throws RefusedException if the order was refused
     */
    public Optional<Basket> basket() {
        return purchase().event() instanceof Purchase bought ? Optional.of(bought.basket()) : Optional.empty();
    }

    /**
     * What is left to pay in money; if the customer was erased since then, what was promised.
     *
     * @throws RefusedException if the order was refused
     */
    public Money toPay() {
        return basket().map(basket -> basket.total().minus(basket.paidWithPoints()))
                .orElse(promise.toPay());
    }

    /**
     * The points of a currency that the purchase earned.
     *
     * @throws RefusedException if the order was refused
     */
    public long earned(String currency) {
        return purchase().earned(currency);
    }

    /**
     * Whether the member pays less or earns more of something than was promised.
     *
     * @throws RefusedException if the order was refused
     */
    public boolean isBetter() {
        return toPay().compareTo(promise.toPay()) < 0
                || account.currencies().stream().anyMatch(currency -> earned(currency) > promise.earned(currency));
    }

    /** Ids and counts only. */
    @Override
    public String toString() {
        return "Placement[" + (refusal == null ? purchase().toString() : refusal.code()) + "]";
    }
}
