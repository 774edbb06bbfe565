package dev.laurel.jdbc;

import dev.laurel.decision.PostedEvent;
import dev.laurel.receipt.Receipt;
import dev.laurel.service.AccountCommit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which receipts of a commit lead to which.
 *
 * @param from the ids of the events of receipts, one for each link
 * @param to what each of them leads to
 * @param replaced the ids of the events of receipts that may take the place of others, with links of their own
 */
record ReceiptLinks(List<String> from, List<String> to, Set<String> replaced) {
    static ReceiptLinks of(AccountCommit commit) {
        Set<String> posted = new HashSet<>();
        for (PostedEvent event : commit.posted()) {
            posted.add(event.event().id());
        }
        List<String> from = new ArrayList<>(0);
        List<String> to = new ArrayList<>(0);
        Set<String> replaced = new LinkedHashSet<>(0);
        for (Receipt receipt : commit.receipts()) {
            // An event that is new had none.
            if (!posted.contains(receipt.event())) {
                replaced.add(receipt.event());
            }
            for (String linked : new LinkedHashSet<>(receipt.links())) {
                from.add(receipt.event());
                to.add(linked);
            }
        }
        return new ReceiptLinks(from, to, replaced);
    }
}
