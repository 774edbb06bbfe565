package dev.laurel.engine.draft;

import com.google.common.math.LongMath;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Header;
import dev.laurel.counter.Counters;
import dev.laurel.counter.WindowSums;
import dev.laurel.engine.plan.CountedSums;
import dev.laurel.engine.plan.Membership;
import dev.laurel.engine.plan.PlannedCap;
import dev.laurel.engine.plan.Series;
import dev.laurel.money.AmountOverflowException;
import dev.laurel.money.Money;
import dev.laurel.receipt.CountedUse;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Timestamps;
import dev.laurel.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an account counts in windows, while an event is being settled. */
public final class CountersDraft implements CountedSums {
    private static final long NO_WINDOW = -1;

    private final AccountDraft account;
    private final Counters.Draft counters;
    private List<Changed> counted = List.of();
    private List<Changed> takenOut = List.of();

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

    /** Counts, and says the sum of the window then. */
    @CanIgnoreReturnValue
    long count(String id, long window, long amount) {
        long sum = counters.add(id, window, amount);
        if (sum == amount) {
            // Until now there was no such window.
            noteCounted(id, window);
        }
        return sum;
    }

    private void noteCounted(String id, long window) {
        Header header = account.header();
        long until = LongMath.saturatedAdd(
                Math.min(
                        account.versions().planCounting(id).countsUntil(id, window, account.membership()),
                        account.versions().askedUntil(id)),
                account.versions().daysKeptForRules(id));
        header.setCountsUntil(Math.min(header.countsUntil(), until));
    }

    // --- sums ---

    /**
     * A sum as it is at an instant: of a window that goes back from any date, in that which ends with the date. Less than zero where there
     * is no such window, since enrollment before it.
     */
    public long sumAt(Series series, Instant at) {
        Membership membership = membership(series);
        if (!series.isAsked(Timestamps.micros(at), membership)) {
            return NO_WINDOW;
        }
        return keyed(series, series.asked(account.dayOf(at), Timestamps.micros(at), membership));
    }

    /** What is counted in a window of a sum under the key that it has for the account. */
    long sumOf(Series series, long window) {
        return keyed(series, window);
    }

    /** What is counted by now, for those who ask later. */
    CountersDraft copy() {
        return new CountersDraft(account, counters.toCounters());
    }

    /** What is counted for a sum of the terms in force in one of its windows. */
    @Override
    public long of(Series series, long window) {
        return keyed(inForce(series), window);
    }

    private long keyed(Series series, long window) {
        Window.Rolling rolling = series.rolling();
        if (series.isOfValues()) {
            return brought(series, window)
                    + counters.countBeginningWith(
                            series.beforeValues(),
                            rolling == null
                                    ? sums -> sums.of(window) > 0
                                    : sums -> sums.between(rolling.firstDayThatCounts(window), window) > 0);
        }
        if (series.isOfDays()) {
            return brought(series, window)
                    + (rolling == null ? daysOf(series, window) : sumIn(series, series.key(), window));
        }
        return sumIn(series, series.key(), window);
    }

    /** What was brought of days or values without these. */
    private long brought(Series series, long window) {
        return sumIn(series, series.beside(), window);
    }

    /** What a counter has in a window of a sum; of one that goes back from any date, in that which ends with the day of this number. */
    private long sumIn(Series series, String counter, long window) {
        Window.Rolling rolling = series.rolling();
        return rolling == null ? sum(counter, window) : of(counter).between(rolling.firstDayThatCounts(window), window);
    }

    /** How many days were counted in a window. */
    private long daysOf(Series series, long window) {
        WindowSums days = of(series.key());
        if (series.window() instanceof BoundedWindow bounded && !(bounded instanceof Dates)) {
            long since = membership(series).since();
            return days.between(bounded.firstDayOf(window, since), bounded.firstDayOf(window + 1, since) - 1);
        }
        // Those outside of dates that come once, and those before an enrollment, are never counted.
        return days.between(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** A sum of the terms in force, under the key that it has for the account. */
    private Series inForce(Series series) {
        return account.versions().inForce(series);
    }

    /** The days of a window that goes back from any date on which something was counted, from one to another, both included. */
    SortedSet<Long> daysOf(Iterable<Series> some, long first, long last) {
        SortedSet<Long> days = new TreeSet<>();
        for (Series each : some) {
            Series series = inForce(each);
            addDays(days, of(series.beside()), first, last);
            if (series.isOfValues()) {
                counters.forEachBeginningWith(series.beforeValues(), sums -> addDays(days, sums, first, last));
            } else if (series.isOfDays()) {
                addDays(days, of(series.key()), first, last);
            }
        }
        return days;
    }

    /** The first window of some sums in which anything was counted, or the last number there is. */
    long firstWindowOf(Iterable<Series> some) {
        long[] first = {Long.MAX_VALUE};
        for (Series each : some) {
            Series series = inForce(each);
            first[0] = Math.min(first[0], of(series.beside()).after(Long.MIN_VALUE));
            if (series.isOfValues()) {
                counters.forEachBeginningWith(
                        series.beforeValues(), sums -> first[0] = Math.min(first[0], sums.after(Long.MIN_VALUE)));
            } else if (series.isOfDays() && !of(series.key()).isEmpty()) {
                first[0] =
                        Math.min(first[0], numberOfDay(series, of(series.key()).after(Long.MIN_VALUE)));
            }
        }
        return first[0];
    }

    private long numberOfDay(Series series, long day) {
        return series.window() instanceof BoundedWindow bounded
                ? bounded.numberOf(day, membership(series).since())
                : day;
    }

    private static void addDays(Set<Long> days, WindowSums sums, long first, long last) {
        long before = Math.max(first, Long.MIN_VALUE + 1) - 1;
        for (long day = sums.after(before); day <= last && day != Long.MAX_VALUE; day = sums.after(day)) {
            days.add(day);
        }
    }

    private Membership membership(Series series) {
        return series.asksForMembership() ? account.membership() : Membership.UNASKED;
    }

    /** Whether something of an instant counts for a sum: it lies in one of its windows. */
    public boolean counts(Series series, Instant at) {
        return series.isOn(account.dayOf(at), Timestamps.micros(at), membership(series));
    }

    /** The number of the window of a sum in which something of an instant counts. */
    public long windowOf(Series series, Instant at) {
        return series.windowOf(account.dayOf(at), Timestamps.micros(at), membership(series));
    }

    /** Counts for a sum, in its window of an instant. */
    public void count(Series series, Instant at, long amount) {
        count(series, series.key(), at, amount);
    }

    /** Counts for a sum what was done elsewhere, if it lies in one of its windows: of days and values the number alone. */
    public void bring(Series series, Instant at, long amount) {
        if (amount > 0 && counts(series, at)) {
            count(series, series.beside(), at, amount);
        }
    }

    private void count(Series series, String counter, Instant at, long amount) {
        if (series.needsMember()) {
            account.member().fixMembership();
        }
        long window = windowOf(series, at);
        long sum = count(counter, window, amount);
        note(series, window);
        Window.Rolling rolling = series.rolling();
        if ((rolling == null ? sum : of(counter).mostWith(window, rolling)) > Money.MAX_MILLIONTHS) {
            throw new AmountOverflowException("the sum " + series.id());
        }
    }

    /** Counts a day for a sum of days, once, unless no question can tell any more. */
    public void countDay(Series series, Instant at) {
        if (series.needsMember()) {
            account.member().fixMembership();
        }
        long day = account.dayOf(at);
        boolean isEnough = series.rolling() == null && sumAt(series, at) >= series.most();
        if (sum(series.key(), day) == 0 && !isEnough) {
            count(series.key(), day, 1);
            note(series, windowOf(series, at));
        }
    }

    /** Counts values for a sum of different ones, each once, as long as some question can tell. */
    public void countValues(Series series, Instant at, SortedSet<String> values) {
        if (series.needsMember()) {
            account.member().fixMembership();
        }
        long window = windowOf(series, at);
        for (String value : values) {
            String counter = series.beforeValues() + value;
            boolean isEnough = series.rolling() == null && sumAt(series, at) >= series.most();
            if (sum(counter, window) == 0 && !isEnough) {
                count(counter, window, 1);
                note(series, window);
            }
        }
    }

    /** The values that were counted may be personal. */
    public void eraseValues() {
        counters.keepFrom(counter -> Series.isOfValue(counter) ? Long.MAX_VALUE : Long.MIN_VALUE);
    }

    /** Takes out of a sum what was counted for something, by the key under which it was. */
    public void takeOut(String key, long window, long amount) {
        if (amount > 0) {
            giveBack(new CountedUse(key, window, false), amount);
            takenOut = with(takenOut, new Changed(key, window));
        }
    }

    /** Nobody but ladders and rules asks whether something was counted. */
    private void note(Series series, long window) {
        if (account.plan().isAskedByLadder(series.id()) || account.versions().isOfRules(series)) {
            counted = with(counted, new Changed(series.key(), window));
        }
    }

    private static List<Changed> with(List<Changed> some, Changed more) {
        List<Changed> all = some.isEmpty() ? new ArrayList<>(2) : some;
        all.add(more);
        return all;
    }

    /** In which windows of sums the event has counted something that a ladder asks for, as often as it did. */
    List<Changed> counted() {
        return counted;
    }

    /** Out of which windows of sums the event has taken something, as often as it did. */
    List<Changed> takenOut() {
        return takenOut;
    }

    /** A window of a sum, by the key under which an account keeps that. */
    record Changed(String key, long window) {}

    /** Other terms come into force: what only those before asked for is asked by late events yet. */
    void adopt() {
        counters.forEachFirst(this::noteCounted);
    }

    // --- caps ---

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

    /** How many points a cap leaves at an instant; one of uses leaves all of them or none. */
    public long allowed(PlannedCap cap, Instant at) {
        if (!cap.limitsOn(account.dayOf(at))) {
            return Long.MAX_VALUE;
        }
        long left = Math.max(0, cap.limit() - counted(cap, at));
        return cap.isOfUses() && left > 0 ? Long.MAX_VALUE : left;
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

    /** Where something is counted for a cap at an instant, or null if it is not. */
    public @Nullable CountedUse useAt(PlannedCap cap, Instant at) {
        return cap.isCountedOn(account.dayOf(at))
                ? new CountedUse(cap.counter(), windowOf(cap, at), cap.isOfUses())
                : null;
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
        long until = account.header().countsUntil();
        // The earliest event that would be accepted is no later than the latest, which is known at once.
        if (account.latestDay() >= until && account.earliestDay() >= until) {
            dropOthers(account.earliestDay());
        }
        return counters.toCounters();
    }

    private void dropOthers(long earliest) {
        Membership membership = account.membership();
        counters.keepFrom(id -> firstThatMatters(id, earliest, membership));
        account.header().setCountsUntil(Long.MAX_VALUE);
        counters.forEachFirst(this::noteCounted);
    }

    private long firstThatMatters(String id, long earliest, Membership membership) {
        long day = earliest - account.versions().daysKeptForRules(id);
        return account.versions().askedUntil(id) <= day
                ? Long.MAX_VALUE
                : account.versions().planCounting(id).firstWindowThatMatters(id, day, membership);
    }
}
