package dev.laurel.simulation;

import dev.laurel.rule.Cap;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.UseCap;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What has counted for the caps of rules, rewards and the program. */
final class PlainCaps {
    private final PlainAccount account;

    /** How often, or for how many points, by what and in which window. */
    private final Map<String, TreeMap<Long, Long>> counted = new HashMap<>();

    /** In which window something was counted, by what and when. */
    private final Map<String, Long> countedIn = new HashMap<>();

    PlainCaps(PlainAccount account) {
        this.account = account;
    }

    PlainCaps copyFor(PlainAccount other) {
        PlainCaps copy = new PlainCaps(other);
        counted.forEach((cap, days) -> copy.counted.put(cap, new TreeMap<>(days)));
        copy.countedIn.putAll(countedIn);
        return copy;
    }

    /** What had counted when the account was closed counts again. */
    void reopen(PlainCaps open) {
        counted.putAll(open.counted);
    }

    /** Of which number the window of a cap is in which an instant falls; of one that goes back from any date, the date. */
    private long windowOf(Cap cap, Instant at) {
        LocalDate date = at.atZone(account.zone).toLocalDate();
        if (cap.window() instanceof BoundedWindow bounded) {
            return PlainWindows.numberOf(bounded, date, account.memberSince());
        }
        if (cap.window() instanceof Window.Rolling) {
            return date.toEpochDay();
        }
        return cap.window() == Window.SINCE_ENROLLMENT && account.enrolled != null && !at.isBefore(account.enrolled)
                ? 1
                : 0;
    }

    private boolean isCounted(Cap cap, Instant at) {
        boolean isOutside = cap.window() instanceof Dates dates
                && !dates.contains(at.atZone(account.zone).toLocalDate());
        return cap.window() != null && !isOutside;
    }

    /** Caps of one rule or reward that count the same are one, whatever their limits are. */
    private static String keyOf(String id, Cap cap) {
        return id + (cap instanceof UseCap ? " uses " : " points ") + cap.window();
    }

    /** Under what name something counts for a cap of the program: what all rules award of a currency is a number of its own. */
    static String nameOfProgram(Cap cap) {
        return "the program"
                + (cap instanceof PointCap points ? ", " + points.most().currency() : "");
    }

    static long limitOf(Cap cap) {
        return cap instanceof PointCap points ? points.most().count() : ((UseCap) cap).most();
    }

    private NavigableMap<Long, Long> counted(String id, Cap cap) {
        return counted.computeIfAbsent(keyOf(id, cap), key -> new TreeMap<>());
    }

    long counted(String id, Cap cap, Instant at) {
        if (!isCounted(cap, at)) {
            return 0;
        }
        return cap.window() instanceof Window.Rolling rolling
                ? mostOnAnyDay(
                        counted(id, cap),
                        rolling.period(),
                        at.atZone(account.zone).toLocalDate())
                : counted(id, cap).getOrDefault(windowOf(cap, at), 0L);
    }

    /** Day by day: the most that counts together on a day on which what happens on a date does. */
    private static long mostOnAnyDay(NavigableMap<Long, Long> days, Period period, LocalDate date) {
        long most = 0;
        for (LocalDate day = date; day.isBefore(date.plus(period)); day = day.plusDays(1)) {
            long sum = 0;
            for (Map.Entry<Long, Long> counted :
                    days.headMap(day.toEpochDay(), true).entrySet()) {
                LocalDate until = LocalDate.ofEpochDay(counted.getKey()).plus(period);
                sum += until.isAfter(day) ? counted.getValue() : 0;
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    void count(String id, Cap cap, Instant at, long amount) {
        if (isCounted(cap, at) && amount > 0) {
            if (PlainWindows.isOfMember(cap.window())) {
                account.fixMembership();
            }
            countedIn.put(keyOf(id, cap) + " " + at, windowOf(cap, at));
            counted(id, cap).merge(windowOf(cap, at), amount, Math::addExact);
        }
    }

    /** Makes room under a cap again, where it was counted. */
    void uncount(String id, Cap cap, Instant at, long amount) {
        Long window = countedIn.get(keyOf(id, cap) + " " + at);
        if (window != null) {
            NavigableMap<Long, Long> sums = counted(id, cap);
            sums.put(window, Math.max(0, sums.getOrDefault(window, 0L) - amount));
        }
    }

    /** That a reward was used, or was not after all. */
    void countUse(PlainSpending spending, long uses) {
        for (Cap limit : spending.reward.limits()) {
            if (uses > 0) {
                count(spending.reward.id(), limit, spending.occurredAt, uses);
            } else {
                uncount(spending.reward.id(), limit, spending.occurredAt, -uses);
            }
        }
    }
}
