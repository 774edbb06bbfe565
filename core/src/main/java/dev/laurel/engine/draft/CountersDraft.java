package dev.laurel.engine.draft;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Header;
import dev.laurel.counter.Counters;
import dev.laurel.counter.WindowSums;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedCap;
import dev.laurel.receipt.CountedUse;
import dev.laurel.time.Timestamps;
import dev.laurel.time.Window;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

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
        Plan plan = account.versions().planCounting(id);
        Header header = account.header();
        header.setCountsUntil(
                Math.min(header.countsUntil(), plan.countsUntil(id, window, memberSince())),
                Math.min(header.countsUntilEarliest(), plan.countsUntilEarliest(id, window, memberSince())));
    }

    private long memberSince() {
        return account.membership().since();
    }

    private long windowOf(PlannedCap cap, Instant at) {
        return cap.windowOf(account.dayOf(at), Timestamps.micros(at), account.membership());
    }

    /** What is counted for a cap in its window of an instant; of one that goes back from any date, in the fullest in which that counts. */
    public long counted(PlannedCap cap, Instant at) {
        if (!cap.isCountedOn(account.dayOf(at))) {
            return 0;
        }
        Window.Rolling rolling = cap.rolling();
        return rolling == null
                ? sum(cap.counter(), windowOf(cap, at))
                : of(cap.counter()).mostWith(account.dayOf(at), rolling);
    }

    /** Counts for a cap in its window of an instant. */
    public void count(PlannedCap cap, Instant at, long amount) {
        if (cap.isCountedOn(account.dayOf(at))) {
            if (cap.cap().needsMember()) {
                account.member().fixMembership();
            }
            count(cap.counter(), windowOf(cap, at), amount);
        }
    }

    /** Where one use is counted for a cap at an instant, or null if it is not. */
    public @Nullable CountedUse useAt(PlannedCap cap, Instant at) {
        return cap.isCountedOn(account.dayOf(at)) ? new CountedUse(cap.counter(), windowOf(cap, at), true) : null;
    }

    /** Counts again what was given back. */
    void count(CountedUse use, long amount) {
        count(use.counter(), use.window(), amount);
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
        LongSupplier earliest = account::earliestDay;
        long memberSince = memberSince();
        counters.keepFrom(
                id -> account.versions().planCounting(id).firstWindowThatMatters(id, day, earliest, memberSince));
        account.header().setCountsUntil(Long.MAX_VALUE, Long.MAX_VALUE);
        counters.forEachFirst(this::noteCounted);
    }
}
