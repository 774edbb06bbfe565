package dev.laurel.examples.replay;

import dev.laurel.account.Account;
import dev.laurel.account.Receipt;
import dev.laurel.engine.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.engine.TierChange;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.id.Identifiers;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.service.PostedEvent;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells one customer's history: each event, why a purchase earned what it earned, and what was written down. */
final class Story {
    private final LoyaltyEngine engine;
    private final PrintWriter out;

    Story(LoyaltyEngine engine, PrintWriter out) {
        this.engine = engine;
        this.out = out;
    }

    /**
     * Tells it.
     *
     * @param journal the events that were accepted, in their order
     */
    void tell(CustomerResult result, List<PostedEvent> journal) {
        out.println("customer " + Identifiers.shown(result.customer()));
        Account account = engine.newAccount(result.customer());
        Map<String, Receipt> receipts = new HashMap<>();
        int told = 0;
        for (PostedEvent posted : journal) {
            Decision decision = engine.evaluate(account, posted.event(), receipts.values());
            tell(decision);
            told += decision.entries().size();
            account = decision.account();
            decision.receipts().forEach(receipt -> receipts.put(receipt.event(), receipt));
        }
        // What time alone brought about after the last event.
        List<LedgerEntry> last = result.entries().subList(told, result.entries().size());
        if (!last.isEmpty()) {
            out.println("afterwards");
            last.forEach(this::tell);
        }
        for (RefusedEvent refused : result.refused()) {
            out.println("refused " + Identifiers.shown(refused.id()) + ": "
                    + refused.refusal().code() + ", " + refused.refusal().message());
        }
    }

    private void tell(Decision decision) {
        LoyaltyEvent event = decision.event();
        out.println(event.occurredAt() + " " + event.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + " "
                + event.id());
        decision.explanation().text().lines().forEach(line -> out.println("    " + line));
        decision.entries().forEach(this::tell);
        for (TierChange change : decision.tierChanges()) {
            out.println("  tier " + change.to().tier().id() + " at " + change.at()
                    + (change.to().until() == null
                            ? ""
                            : " until " + change.to().until()));
        }
    }

    private void tell(LedgerEntry entry) {
        out.println("  #" + entry.sequence() + " " + entry.kind() + " "
                + (entry.points() < 0 ? "" : "+") + entry.points() + " " + entry.currency()
                + (entry.source() == null ? "" : " by " + entry.source())
                + " at " + entry.effective()
                + (entry.expires() == null ? "" : ", expires " + entry.expires()));
    }
}
