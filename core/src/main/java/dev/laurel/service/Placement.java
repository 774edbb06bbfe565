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
    private final @Nullable Outcome refused;

    private Placement(Promise promise, Account account, List<Outcome> outcomes, @Nullable Outcome refused) {
        this.promise = promise;
        this.account = account;
        this.outcomes = ImmutableList.copyOf(outcomes);
        this.refused = refused;
    }

    /** The redemptions, and then the purchase. */
    static Placement placed(Promise promise, Account account, List<Outcome> outcomes) {
        return new Placement(promise, account, outcomes, null);
    }

    static Placement refused(Promise promise, Outcome refused) {
        return new Placement(promise, refused.account(), List.of(), refused);
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
        return refused == null;
    }

    /** Whether the order was placed on the same promise before; then this says what it did then, and nothing new was done. */
    public boolean isRepeat() {
        return isAccepted() && purchase().isRepeat();
    }

    /** Why it was refused, if it was. */
    public Optional<Refusal> refusal() {
        return refused().flatMap(Outcome::refusal);
    }

    /** What became of the event that was refused, if one was: a redemption, or the purchase. */
    public Optional<Outcome> refused() {
        return Optional.ofNullable(refused);
    }

    /**
     * This placement, if the order is placed.
     *
     * @throws RefusedException if it was refused
     */
    @CanIgnoreReturnValue
    public Placement orThrow() {
        if (refused != null) {
            refused.orThrow();
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
        return "Placement[" + (refused == null ? purchase() : refused) + "]";
    }
}
