package dev.laurel.engine.draft;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Header;
import dev.laurel.counter.Counters;
import dev.laurel.counter.WindowSums;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedCap;
import dev.laurel.receipt.CountedUse;
import java.time.Instant;
import java.util.function.LongSupplier;

/** What an account counts in windows, while an event is being settled. */
public final class CountersDraft {
    private final AccountDraft account;
    private final Counters.Draft counters;

    CountersDraft(AccountDraft account, Counters counters) {
        this.account = account;
        this.counters = new Counters.Draft(counters);
    }

    WindowSums of(String id) {
        return counters.of(id);
    }

    /** The sum of a window of a counter. */
    long sum(String id, long window) {
        return counters.sum(id, window);
    }

    /** Nothing is counted by a counter any more that counted something else until now. */
    void forget(String id) {
        counters.keepFrom(other -> other.equals(id) ? Long.MAX_VALUE : Long.MIN_VALUE);
    }

    /** Counts, and says the sum of the window then. */
    @CanIgnoreReturnValue
    long count(String id, long window, long amount) {
        noteCounted(id, window);
        return counters.add(id, window, amount);
    }

    private void noteCounted(String id, long window) {
        Plan plan = account.plan();
        Header header = account.header();
        header.setCountsUntil(
                Math.min(header.countsUntil(), plan.countsUntil(id, window)),
                Math.min(header.countsUntilEarliest(), plan.countsUntilEarliest(id, window)));
    }

    /** What is counted for a cap in its window of an instant. */
    public long counted(PlannedCap cap, Instant at) {
        return cap.isCounted() ? sum(cap.counter(), cap.windowOf(account.dayOf(at))) : 0;
    }

    /** Counts for a cap in its window of an instant. */
    public void count(PlannedCap cap, Instant at, long amount) {
        if (cap.isCounted()) {
            count(cap.counter(), cap.windowOf(account.dayOf(at)), amount);
        }
    }

    /** A return makes room again where an award was counted; a window that can have no influence any more is not kept. */
    public void giveBack(CountedUse use, long amount) {
        long counted = sum(use.counter(), use.window());
        if (Math.min(counted, amount) > 0) {
            count(use.counter(), use.window(), -Math.min(counted, amount));
        }
    }

    /**
     * What is counted in windows that can have no influence any more is dropped, whenever and however often it is looked at. It is looked
     * for only once there can be some, so that counters that an event does not touch cost nothing.
     */
    Counters thatMatter() {
        long day = account.dayOf(account.now());
        Header header = account.header();
        long earliest = header.countsUntilEarliest();
        // The earliest event that would be accepted is no later than the latest, which is known at once.
        if (day >= header.countsUntil() || (account.latestDay() >= earliest && account.earliestDay() >= earliest)) {
            dropOthers(day);
        }
        return counters.toCounters();
    }

    private void dropOthers(long day) {
        Plan plan = account.plan();
        LongSupplier earliest = account::earliestDay;
        counters.keepFrom(id -> plan.firstWindowThatMatters(id, day, earliest));
        account.header().setCountsUntil(Long.MAX_VALUE, Long.MAX_VALUE);
        counters.forEachFirst(this::noteCounted);
    }
}
