package dev.laurel.engine.draft;

import dev.laurel.counter.Counters;
import dev.laurel.counter.WindowSums;
import dev.laurel.counter.WindowsKept;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedCap;
import dev.laurel.receipt.CountedUse;
import java.time.Instant;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What an account counts in windows, while an event is being settled. */
public final class CountersDraft {
    /** So many are looked at one by one in no more time than it takes to remember what need not be. */
    private static final int FEW = 16;

    private final AccountDraft account;
    private final Counters.Draft counters;

    /** How long all windows matter, or null if that is not known. */
    private @Nullable WindowsKept kept;

    CountersDraft(AccountDraft account, Map<String, WindowSums> before) {
        this.account = account;
        Counters present = Counters.copyOf(before);
        counters = new Counters.Draft(present);
        WindowsKept known = present.kept();
        kept = known != null && known.by() == account.plan().token() ? known : null;
    }

    WindowSums of(String id) {
        return counters.of(id);
    }

    void count(String id, long window, long amount) {
        WindowSums sums = of(id).plus(window, amount);
        counters.set(id, sums);
        if (kept != null && !sums.isEmpty()) {
            kept = kept.and(account.plan().windowsKept(id, sums));
        }
    }

    /** What is counted for a cap in its window of an instant. */
    public long counted(PlannedCap cap, Instant at) {
        return cap.isCounted() ? of(cap.counter()).of(cap.windowOf(account.dayOf(at))) : 0;
    }

    /** Counts for a cap in its window of an instant. */
    public void count(PlannedCap cap, Instant at, long amount) {
        if (cap.isCounted()) {
            count(cap.counter(), cap.windowOf(account.dayOf(at)), amount);
        }
    }

    /** A return makes room again where an award was counted; a window that can have no influence any more is not kept. */
    public void giveBack(CountedUse use, long amount) {
        long counted = of(use.counter()).of(use.window());
        if (Math.min(counted, amount) > 0) {
            count(use.counter(), use.window(), -Math.min(counted, amount));
        }
    }

    /**
     * What is counted in windows that can have no influence any more is dropped, whenever and however often it is looked at. Where there
     * are many counters it is looked for only once there can be some, so that those that an event does not touch cost nothing.
     */
    Counters thatMatter() {
        long day = account.dayOf(account.asOf());
        if (counters.size() <= FEW) {
            dropOthers(day);
            return counters.toCounters();
        }
        WindowsKept known = kept;
        if (known == null || day >= known.day() || account.earliestDay() >= known.earliest()) {
            dropOthers(day);
            known = keptByAll();
        }
        return counters.toCounters().keeping(known);
    }

    private void dropOthers(long day) {
        Plan plan = account.plan();
        LongSupplier earliest = account::earliestDay;
        counters.changeEach((id, sums) -> sums.from(plan.firstWindowThatMatters(id, day, earliest)));
    }

    private WindowsKept keptByAll() {
        WindowsKept all = WindowsKept.ofNone(account.plan().token());
        for (Map.Entry<String, WindowSums> counter : counters.toCounters().entrySet()) {
            all = all.and(account.plan().windowsKept(counter.getKey(), counter.getValue()));
        }
        return all;
    }
}
