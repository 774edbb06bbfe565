package dev.laurel.examples.replay;

import dev.laurel.decision.Decision;
import dev.laurel.receipt.Receipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The receipts of one customer. A decision makes its own when they are read, so they are read when one is first asked for: of most never. */
final class KnownReceipts {
    private final Map<String, Receipt> byEvent = new HashMap<>();
    private final List<Decision> unread = new ArrayList<>();

    /** Adds those that an event leaves or changes. */
    void add(Decision decision) {
        unread.add(decision);
    }

    /** That of an event, as later ones have left it. */
    Optional<Receipt> of(String event) {
        for (Decision decision : unread) {
            decision.receipts().forEach(receipt -> byEvent.put(receipt.event(), receipt));
        }
        unread.clear();
        return Optional.ofNullable(byEvent.get(event));
    }

    /** Forgets them. */
    void clear() {
        byEvent.clear();
        unread.clear();
    }
}
