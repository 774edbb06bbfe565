package dev.laurel.engine.draft;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Outlook;
import dev.laurel.counter.Counters;
import dev.laurel.counter.WindowSums;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedCap;
import dev.laurel.receipt.CountedUse;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What an account counts in windows, while an event is being settled. */
public final class CountersDraft {
    private final AccountDraft account;
    private final Counters.Draft counters;

    /** Until when all that is counted matters; known once nothing is dropped. */
    private long until;

    private long untilEarliest;

    CountersDraft(AccountDraft account, Counters counters, @Nullable Outlook before) {
        this.account = account;
        this.counters = new Counters.Draft(counters);
        until = before == null ? Long.MIN_VALUE : before.countsUntil();
        untilEarliest = before == null ? Long.MIN_VALUE : before.countsUntilEarliest();
    }

    WindowSums of(String id) {
        return counters.of(id);
    }

    /** The sum of a window of a counter. */
    long sum(String id, long window) {
        return counters.sum(id, window);
    }

    /** Counts, and says the sum of the window then. */
    @CanIgnoreReturnValue
    long count(String id, long window, long amount) {
        noteCounted(id, window);
        return counters.add(id, window, amount);
    }

    private void noteCounted(String id, long window) {
        Plan plan = account.plan();
        until = Math.min(until, plan.countsUntil(id, window));
        untilEarliest = Math.min(untilEarliest, plan.countsUntilEarliest(id, window));
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
        // No event is accepted that is earlier than the earliest, and that is no later than the latest.
        if (day >= until || (account.latestDay() >= untilEarliest && account.earliestDay() >= untilEarliest)) {
            dropOthers(day);
        }
        return counters.toCounters();
    }

    private void dropOthers(long day) {
        Plan plan = account.plan();
        LongSupplier earliest = account::earliestDay;
        counters.keepFrom(id -> plan.firstWindowThatMatters(id, day, earliest));
        until = Long.MAX_VALUE;
        untilEarliest = Long.MAX_VALUE;
        counters.forEachFirst(this::noteCounted);
    }

    /**
     * What is known of the account's future, once all that does not matter is dropped.
     *
     * @param before what was known before the event, or null
     * @param quietUntil nothing happens by itself before this instant
     */
    Outlook outlook(@Nullable Outlook before, long quietUntil) {
        return before != null
                        && before.quietUntil() == quietUntil
                        && before.countsUntil() == until
                        && before.countsUntilEarliest() == untilEarliest
                ? before
                : new Outlook(account.plan().token(), quietUntil, until, untilEarliest);
    }
}
