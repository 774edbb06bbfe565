package dev.laurel.engine.draft;

import dev.laurel.counter.Counters;
import dev.laurel.counter.WindowSums;
import dev.laurel.engine.plan.PlannedCap;
import dev.laurel.receipt.CountedUse;
import java.time.Instant;
import java.util.Map;

/** What an account counts in windows, while an event is being settled. */
public final class CountersDraft {
    private final AccountDraft account;
    private final Counters.Draft counters;

    CountersDraft(AccountDraft account, Map<String, WindowSums> before) {
        this.account = account;
        counters = new Counters.Draft(Counters.copyOf(before));
    }

    WindowSums of(String id) {
        return counters.of(id);
    }

    void count(String id, long window, long amount) {
        counters.set(id, of(id).plus(window, amount));
    }

    /** What is counted for a cap in its window of an instant. */
    public long counted(PlannedCap cap, Instant at) {
        return cap.isCounted() ? of(cap.counter()).of(cap.windowAt(at, account.zone())) : 0;
    }

    /** Counts for a cap in its window of an instant. */
    public void count(PlannedCap cap, Instant at, long amount) {
        if (cap.isCounted()) {
            count(cap.counter(), cap.windowAt(at, account.zone()), amount);
        }
    }

    /** A return makes room again where an award was counted; a window that can have no influence any more is not kept. */
    public void giveBack(CountedUse use, long amount) {
        long counted = of(use.counter()).of(use.window());
        if (Math.min(counted, amount) > 0) {
            count(use.counter(), use.window(), -Math.min(counted, amount));
        }
    }

    /** What is counted in windows that can have no influence any more is dropped, whenever and however often it is looked at. */
    Counters thatMatter() {
        counters.changeEach((id, sums) ->
                sums.from(account.plan().firstWindowThatMatters(id, account.asOf(), account::earliestDate)));
        return counters.toCounters();
    }
}
