package dev.laurel.service;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.receipt.Receipt;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An account that is worked out again, event by event, with the receipts that its events leave. */
final class Replay {
    private final LoyaltyEngine engine;
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();
    private Account account;

    Replay(LoyaltyEngine engine, String customer) {
        this.engine = engine;
        account = engine.newAccount(customer);
    }

    Account account() {
        return account;
    }

    /** The receipts of the events so far. */
    Collection<Receipt> receipts() {
        return receipts.values();
    }

    /** The receipt that an event left, as those after it have left it. */
    @Nullable
    Receipt receipt(String event) {
        return receipts.get(event);
    }

    /** What the next event does; it is not done yet. */
    Decision next(LoyaltyEvent event) {
        return engine.evaluate(account, event, engine.receiptsFor(event, id -> Optional.ofNullable(receipts.get(id))));
    }

    /** Goes on with a decision. */
    void goOn(Decision decision) {
        account = decision.account();
        decision.receipts().forEach(receipt -> receipts.put(receipt.event(), receipt));
    }
}
