package dev.laurel.simulation;

import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.Return;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.service.Outcome;
import java.util.Map;
import java.util.TreeMap;

/** How often what happened. */
final class Tally {
    private final Map<String, Long> counts = new TreeMap<>();

    void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    void count(Outcome outcome) {
        LoyaltyEvent event = outcome.event();
        String end = outcome.isRepeat() ? "repeated" : outcome.isAccepted() ? "accepted" : "refused";
        count("event " + event.getClass().getSimpleName() + " " + end);
        outcome.refusal().ifPresent(refusal -> {
            count("refusal " + refusal.code());
            count("refused as " + refusal.getClass().getSimpleName());
            count("refusal " + refusal.code() + " of " + event.getClass().getSimpleName());
        });
        TallyOfClerk.count(outcome, this);
        if (!outcome.isRepeat() && outcome.isAccepted()) {
            outcome.entries().forEach(entry -> count("entry " + entry.kind()));
            outcome.entries().forEach(entry -> countSpecial(event, entry));
            countSpecial(event);
            if (!outcome.unpaid().isEmpty()) {
                count("special: orders left unpaid");
            }
        }
    }

    private void countSpecial(LoyaltyEvent event, LedgerEntry entry) {
        if (entry.shortfall() > 0) {
            count("special: fell short");
        }
        boolean isOther = entry.kind() == EntryKind.ADJUST && !(event instanceof Adjustment);
        if (isOther || (entry.kind() == EntryKind.CLAWBACK && !(event instanceof Return))) {
            count("special: paid what fell short");
        }
        if (entry.lots().stream().anyMatch(use -> use.until() != null)) {
            count("special: lasts longer");
        }
        if (entry.kind() == EntryKind.REDATE) {
            String change = entry.expires() == null ? "suspended" : "resumed";
            count("special: expiry " + (entry.lots().isEmpty() ? change : "changed"));
        }
    }

    private void countSpecial(LoyaltyEvent event) {
        if (event instanceof Purchase purchase) {
            Basket basket = purchase.basket();
            for (Payment payment : basket.payments()) {
                if (payment.isWithPoints()) {
                    count("special: paid with " + (payment.foreign() ? "foreign " : "") + "points");
                }
            }
            if (!basket.total().isZero() && basket.paidWithPoints().equals(basket.total())) {
                count("special: paid wholly with points");
            }
        } else if (event instanceof Return returned) {
            boolean byGross = returned.lines().stream().anyMatch(line -> line.gross() != null);
            count("special: returned "
                    + (byGross ? "with tax" : returned.amount() != null ? "an amount" : "otherwise"));
            count("special: returned " + (returned.shipping() ? "shipping" : "no shipping"));
        }
    }

    /** That a history is over, and what was special in it, however often. */
    void countHistory() {
        counts.keySet().stream()
                .filter(what -> what.startsWith("special: "))
                .toList()
                .forEach(what -> count("histories with " + what));
        count("histories");
    }

    void add(Tally other) {
        other.counts.forEach((what, count) -> counts.merge(what, count, Long::sum));
    }

    long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    /** All that begins with one word and ends with another. */
    long sumOf(String first, String last) {
        return counts.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(first) && entry.getKey().endsWith(last))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        counts.forEach(
                (what, count) -> text.append(what).append(": ").append(count).append('\n'));
        return text.toString();
    }
}
