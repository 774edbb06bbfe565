package dev.laurel.engine;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RefusedException;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Promise;
import dev.laurel.event.RewardChoice;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.money.Money;
import dev.laurel.tier.Standings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an order with some rewards would come to, from the same code that then redeems and buys. Either all of it would be
 * accepted, or the quote is refused with the first reason why not; then nothing is in it but the order as it was.
 *
 * <p>A value without effects: nothing has happened until a host submits the redemptions and the purchase.
 */
public final class Quote {
    private final Account account;
    private final Basket asked;
    private final List<RewardChoice> choices;
    private final Basket basket;
    private final List<Decision> redemptions;
    private final @Nullable Decision purchase;
    private final @Nullable Decision refused;

    private Quote(
            Account account,
            Basket asked,
            List<RewardChoice> choices,
            Basket basket,
            List<Decision> redemptions,
            @Nullable Decision purchase,
            @Nullable Decision refused) {
        this.account = account;
        this.asked = asked;
        this.choices = ImmutableList.copyOf(choices);
        this.basket = basket;
        this.redemptions = ImmutableList.copyOf(redemptions);
        this.purchase = purchase;
        this.refused = refused;
    }

    static Quote accepted(
            Basket asked, List<RewardChoice> choices, Basket order, List<Decision> redemptions, Decision purchase) {
        return new Quote(purchase.account(), asked, choices, order, redemptions, purchase, null);
    }

    /** A quote that ends with the decision that refuses it. */
    static Quote refused(Account account, Basket basket, Decision refused) {
        return new Quote(account, basket, List.of(), basket, List.of(), null, refused);
    }

    /** Whether all of it would be accepted. */
    public boolean isAccepted() {
        return refused == null;
    }

    /** Why not, if not. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refused).flatMap(Decision::refusal);
    }

    /**
     * This quote, if all of it would be accepted.
     *
     * @throws RefusedException if not
     */
    @CanIgnoreReturnValue
    public Quote orThrow() {
        if (refused != null) {
            refused.orThrow();
        }
        return this;
    }

    /** The decision that refuses it, if one does: of one of the redemptions, or of the purchase. */
    public Optional<Decision> refused() {
        return Optional.ofNullable(refused);
    }

    /**
     * The order with the discounts taken off its nets, and with the payments of points; to be bought as it is. A free piece is a line
     * of its own that costs nothing, with an id made from that of its line; of a line of one piece or less, the line is. The tax
     * of what a reward takes something off is lower by the same part. A payment of which it is not known how the
     * redemption will be called cannot be recorded: say so by
     * {@link RewardChoice#redeemedAs}.
     */
    public Basket basket() {
        return basket;
    }

    /** How much less the order costs by its rewards: what they take off together, with the tax of it. */
    public Money discount() {
        return asked.total().minus(basket.total());
    }

    /** What is paid for the order after the discounts: nets, taxes and shipping. */
    public Money total() {
        return basket.total();
    }

    /** How much of the total is paid with points. */
    public Money paidWithPoints() {
        return basket.paidWithPoints();
    }

    /** What is left to pay in money: the total less what is paid with points. */
    public Money leftToPay() {
        return total().minus(paidWithPoints());
    }

    /**
     * The redemptions, in the order in which they were worked out. The events that they are of have the order as it was given: a host
     * that submits such events, and then the purchase of {@link #basket}, gets what the quote says.
     */
    public List<Decision> redemptions() {
        return redemptions;
    }

    /** The purchase of the order after the redemptions. */
    public Optional<Decision> purchase() {
        return Optional.ofNullable(purchase);
    }

    /** The points of a currency that the purchase earns. */
    public long earned(String currency) {
        return purchase == null ? 0 : purchase.earned(currency);
    }

    /**
     * This quote in plain values, to be kept until the order is placed.
     *
     * @throws RefusedException if the quote is refused
     * @throws IllegalArgumentException if the order as it was asked about has a payment of which the redemption is not known
     */
    public Promise promise() {
        LoyaltyEvent bought = requireNonNull(orThrow().purchase).event();
        return new Promise(
                bought.customer(),
                asked,
                choices,
                bought.occurredAt(),
                leftToPay(),
                byCurrency(this::spent),
                byCurrency(this::earned),
                account.standings().stream()
                        .collect(ImmutableMap.toImmutableMap(
                                Standings::ladder,
                                standings -> standings.held().tier().id())));
    }

    private Map<String, Long> byCurrency(ToLongFunction<String> points) {
        Map<String, Long> some = new TreeMap<>();
        for (String currency : account.currencies()) {
            if (points.applyAsLong(currency) > 0) {
                some.put(currency, points.applyAsLong(currency));
            }
        }
        return some;
    }

    /** The points of a currency that the rewards take. */
    public long spent(String currency) {
        long spent = 0;
        for (Decision redemption : redemptions) {
            for (LedgerEntry entry : redemption.entries()) {
                if (entry.kind() == EntryKind.REDEEM && entry.currency().equals(currency)) {
                    spent = Math.subtractExact(spent, entry.points());
                }
            }
        }
        return spent;
    }

    /** The account after all of it, with balance and tier; as it was, if refused. */
    public Account account() {
        return account;
    }

    /** Amounts only. */
    @Override
    public String toString() {
        if (refused != null) {
            return "Quote[" + refusal().orElseThrow().code() + "]";
        }
        Money points = paidWithPoints();
        return "Quote[" + total() + " after " + discount() + " off"
                + (points.isZero() ? "" : ", " + points + " of it with points") + "]";
    }
}
