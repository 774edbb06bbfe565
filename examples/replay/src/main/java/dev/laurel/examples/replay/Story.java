package dev.laurel.examples.replay;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.TierChange;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.id.Identifiers;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.receipt.Receipt;
import dev.laurel.tier.TierStanding;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells one customer's history: each event, why a purchase earned what it earned, and what was written down. */
final class Story {
    private final LoyaltyEngine engine;
    private final PrintWriter out;
    private final Ladders ladders;

    Story(LoyaltyEngine engine, PrintWriter out) {
        this.engine = engine;
        this.out = out;
        ladders = Ladders.of(engine.programs());
    }

    /**
     * Tells it.
     *
     * @param journal the events that were accepted, in their order
     */
    void tell(CustomerResult result, List<PostedEvent> journal) {
        out.println("customer " + Identifiers.shown(result.customer()));
        boolean isErased = journal.stream().anyMatch(PostedEvent::isErased);
        int told = isErased ? tellWhatIsLeft(journal) : tellEvents(result.customer(), journal);
        // What time alone brought about after the last event.
        List<LedgerEntry> last = result.entries().subList(told, result.entries().size());
        if (!last.isEmpty()) {
            out.println("afterwards");
            last.forEach(this::tell);
        }
        for (UnpaidOrders unpaid : result.unpaid()) {
            out.println("unpaid " + String.join(", ", unpaid.orders()) + ": hold " + unpaid.hold() + " ended at "
                    + unpaid.at());
        }
        for (RefusedEvent refused : result.refused()) {
            out.println("refused " + Identifiers.shown(refused.id()) + ": "
                    + refused.refusal().code() + ", " + refused.refusal().message());
        }
    }

    /** Tells what the events brought about, which can no longer be worked out anew. */
    private int tellWhatIsLeft(List<PostedEvent> journal) {
        int told = 0;
        for (PostedEvent posted : journal) {
            tellHeading(posted.event());
            posted.entries().forEach(this::tell);
            posted.tierChanges().forEach(this::tell);
            told += posted.entries().size();
        }
        return told;
    }

    /** Tells the events, and returns how many entries they wrote. */
    private int tellEvents(String customer, List<PostedEvent> journal) {
        Account account = engine.newAccount(customer);
        Map<String, Receipt> receipts = new HashMap<>();
        int told = 0;
        for (PostedEvent posted : journal) {
            Decision decision = engine.evaluate(account, posted.event(), receipts.values());
            tell(decision);
            told += decision.entries().size();
            account = decision.account();
            decision.receipts().forEach(receipt -> receipts.put(receipt.event(), receipt));
        }
        return told;
    }

    private void tell(Decision decision) {
        tellHeading(decision.event());
        decision.explanation().text().lines().forEach(line -> out.println("    " + line));
        decision.entries().forEach(this::tell);
        decision.tierChanges().forEach(this::tell);
    }

    private void tellHeading(LoyaltyEvent event) {
        String kind = event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
        out.println(event.occurredAt() + " " + kind + " " + event.id());
    }

    private void tell(TierChange change) {
        String ladder = ladders.areSeveral() ? " of " + change.ladder() : "";
        TierStanding to = change.to();
        out.println(
                to == null
                        ? "  no tier" + ladder + " any more at " + change.at()
                        : "  tier " + to.tier().id() + ladder + " at " + change.at()
                                + (to.until() == null ? "" : " until " + to.until()));
    }

    private void tell(LedgerEntry entry) {
        out.println("  #" + entry.sequence() + " " + entry.kind() + " "
                + (entry.points() < 0 ? "" : "+") + entry.points() + " " + entry.currency()
                + (entry.source() == null ? "" : " by " + entry.source())
                + " at " + entry.effective()
                + (entry.expires() == null ? "" : ", expires " + entry.expires()));
    }
}
