package dev.laurel.examples.benchmarks.growth;

import dev.laurel.account.Account;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.examples.benchmarks.contender.LaurelEvents;
import dev.laurel.examples.benchmarks.contender.LaurelProgram;
import dev.laurel.examples.benchmarks.shop.Shop;
import java.util.List;

/** One member who buys all that is bought in a shop, so that one account gets as large as one wants. */
final class OneMember {
    /** The member's id. */
    static final String ID = "m0";

    private static final int FEW_CAMPAIGNS = 5;

    private final LoyaltyEngine engine;
    private final List<Purchase> purchases;
    private Account account;

    private OneMember(LoyaltyEngine engine, List<Purchase> purchases) {
        this.engine = engine;
        this.purchases = purchases;
        account = engine.newAccount(ID);
    }

    /** A member who has bought nothing yet, in a shop with so many orders to come. */
    static OneMember with(int orders) {
        return with(FEW_CAMPAIGNS, orders);
    }

    static OneMember with(int campaigns, int orders) {
        Shop shop = Shop.of(campaigns, orders);
        return new OneMember(
                LoyaltyEngine.of(LaurelProgram.of(shop.campaigns())),
                LaurelEvents.of(shop).purchases().stream()
                        .map(purchase -> new Purchase(purchase.id(), ID, purchase.occurredAt(), purchase.basket()))
                        .toList());
    }

    /**
     * A member who is to hold so many lots: with orders of a dollar, each of which gives a point, since larger ones would soon give as much
     * as a month may.
     *
     * @param further how many such orders are still to come
     * @throws IllegalStateException if there are more or fewer lots
     */
    static OneMember holding(int lots, int further) {
        OneMember large = with(lots + further);
        OneMember member = new OneMember(
                large.engine,
                large.purchases.stream()
                        .map(purchase -> new Purchase(
                                purchase.id(), ID, purchase.occurredAt(), Basket.ofTotal(LaurelProgram.cents(100))))
                        .toList());
        member.buyFirst(lots);
        long held = member.account
                .wallet(LaurelProgram.POINTS.id())
                .orElseThrow()
                .undated()
                .size();
        if (held != lots) {
            throw new IllegalStateException("the member must hold " + lots + " lots, but holds " + held);
        }
        return member;
    }

    LoyaltyEngine engine() {
        return engine;
    }

    Account account() {
        return account;
    }

    Purchase purchase(int number) {
        return purchases.get(number);
    }

    /** Takes part in an event. */
    void experience(LoyaltyEvent event) {
        account = engine.evaluate(account, event).orThrow().account();
    }

    /** Buys the first orders. */
    void buyFirst(int orders) {
        purchases.subList(0, orders).forEach(this::experience);
    }
}
