package dev.laurel.history;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.receipt.Receipt;
import java.util.LinkedHashMap;
import java.util.Map;

/** The receipts of one customer's events, as a store would keep them. */
public final class KeptReceipts {
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();

    /** What an event brings about, by all receipts so far; its own are not kept. */
    public Decision ask(LoyaltyEngine engine, Account account, LoyaltyEvent event) {
        return engine.evaluate(account, event, receipts.values());
    }

    /** What an event brings about, by all receipts so far; its own are kept. */
    public Decision next(LoyaltyEngine engine, Account account, LoyaltyEvent event) {
        Decision decision = ask(engine, account, event);
        decision.receipts().forEach(receipt -> receipts.put(receipt.event(), receipt));
        return decision;
    }
}
