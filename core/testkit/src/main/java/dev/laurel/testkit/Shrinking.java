package dev.laurel.testkit;

import java.util.function.Predicate;

/** Makes a history smaller as long as something holds for it: whole customers first, then ever smaller runs of events. */
final class Shrinking {
    private final Predicate<SeededHistory> holds;
    private SeededHistory smallest;

    private Shrinking(SeededHistory history, Predicate<SeededHistory> holds) {
        this.holds = holds;
        smallest = history;
    }

    static SeededHistory of(SeededHistory history, Predicate<SeededHistory> holds) {
        Shrinking shrinking = new Shrinking(history, holds);
        shrinking.tryOneCustomer();
        shrinking.tryFewerEvents();
        return shrinking.smallest;
    }

    private void tryOneCustomer() {
        for (String customer : smallest.customers()) {
            if (tryInstead(smallest.onlyOf(customer))) {
                return;
            }
        }
    }

    /** Runs of half the events, of a quarter and so on; single ones until none can be left out any more. */
    private void tryFewerEvents() {
        for (int length = smallest.events().size() / 2; length > 1; length /= 2) {
            boolean unused = tryWithoutRunsOf(length);
        }
        boolean found;
        do {
            found = tryWithoutRunsOf(1);
        } while (found);
    }

    /** From the end, since what comes last often does not matter any more. */
    private boolean tryWithoutRunsOf(int length) {
        boolean found = false;
        int until = smallest.events().size();
        while (until > 0) {
            int from = Math.max(0, until - length);
            found |= tryInstead(smallest.without(from, until));
            until = from;
        }
        return found;
    }

    private boolean tryInstead(SeededHistory smaller) {
        if (smaller.events().size() == smallest.events().size() || !holds.test(smaller)) {
            return false;
        }
        smallest = smaller;
        return true;
    }
}
