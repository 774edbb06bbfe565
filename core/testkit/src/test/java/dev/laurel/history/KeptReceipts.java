package dev.laurel.history;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.receipt.Receipt;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The receipts of one customer's events, as a store would keep them. */
public final class KeptReceipts {
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();

    /** The same receipts, to which others are added from now on. */
    public KeptReceipts copy() {
        KeptReceipts copy = new KeptReceipts();
        copy.receipts.putAll(receipts);
        return copy;
    }

    /** What an event brings about, by all receipts so far; its own are not kept. */
    public Decision ask(LoyaltyEngine engine, Account account, LoyaltyEvent event) {
        return engine.evaluate(account, event, receipts.values());
    }

    /** What a purchase of a basket would bring about, by all receipts so far. */
    public Decision preview(LoyaltyEngine engine, Account account, Basket basket, Instant at) {
        return engine.preview(account, basket, at, receipts.values());
    }

    /** The receipts so far. */
    public List<Receipt> all() {
        return List.copyOf(receipts.values());
    }

    /**
     * An account as if no hold said which orders it is to pay: what only asks about an order has another id than the order that then
     * is placed.
     */
    public static Account withoutUnpaidOrders(Account account) {
        return Account.of(
                account.program(),
                account.versions(),
                account.profile(),
                account.asOf(),
                account.milestones(),
                account.sequence(),
                account.lotsOpened(),
                account.wallets(),
                account.holds().stream().map(hold -> hold.paying(List.of())).toList(),
                account.standings(),
                account.counters(),
                account.claimed());
    }

    /** What an event brings about, by all receipts so far; its own are kept. */
    public Decision next(LoyaltyEngine engine, Account account, LoyaltyEvent event) {
        Decision decision = ask(engine, account, event);
        decision.receipts().forEach(receipt -> receipts.put(receipt.event(), receipt));
        return decision;
    }
}
