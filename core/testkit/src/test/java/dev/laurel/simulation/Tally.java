package dev.laurel.simulation;

import dev.laurel.event.LoyaltyEvent;
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
        outcome.refusal().ifPresent(refusal -> count("refusal " + refusal.code()));
        if (!outcome.isRepeat()) {
            outcome.entries().forEach(entry -> count("entry " + entry.kind()));
        }
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
