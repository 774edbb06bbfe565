package dev.laurel.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.rule.Cap;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.UseCap;
import dev.laurel.simulation.PlainWindows;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What caps count, by what happened and in which of their windows: never more than they allow. */
final class CountedCaps {
    private final Map<String, Long> counted = new HashMap<>();
    private final Map<String, TreeMap<LocalDate, Long>> days = new HashMap<>();
    private final Map<String, String> windows = new HashMap<>();
    private final ZoneId zone;

    CountedCaps(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Counts more of it, or less where some of it is taken back, in the window in which it counted at first.
     *
     * @param event what happened
     * @param account the account after it
     */
    void count(String id, Cap cap, String event, Instant at, Account account, long more) {
        LocalDate date = at.atZone(zone).toLocalDate();
        String what = id + " " + cap;
        if (cap.window() instanceof Dates dates && !dates.contains(date)) {
            return;
        }
        if (cap.window() instanceof Window.Rolling rolling) {
            TreeMap<LocalDate, Long> sums = days.computeIfAbsent(what, key -> new TreeMap<>());
            sums.merge(date, more, Long::sum);
            for (LocalDate last : sums.keySet()) {
                long sum = 0;
                for (Map.Entry<LocalDate, Long> day : sums.headMap(last, true).entrySet()) {
                    sum += day.getKey().plus(rolling.period()).isAfter(last) ? day.getValue() : 0;
                }
                assertThat(sum).as("%s until %s", what, last).isBetween(0L, limitOf(cap));
            }
            return;
        }
        String window = windows.computeIfAbsent(what + " " + event, key -> windowOf(cap, event, date, at, account));
        assertThat(counted.merge(what + " " + window, more, Long::sum))
                .as("%s in %s", what, window)
                .isBetween(0L, limitOf(cap));
    }

    private static long limitOf(Cap cap) {
        return cap instanceof PointCap points ? points.most().count() : ((UseCap) cap).most();
    }

    private String windowOf(Cap cap, String event, LocalDate date, Instant at, Account account) {
        if (cap.window() == null) {
            return event;
        }
        if (cap.window() instanceof BoundedWindow bounded) {
            Instant since = account.milestones().membershipBegan();
            LocalDate memberSince = since == null ? date : since.atZone(zone).toLocalDate();
            return String.valueOf(PlainWindows.numberOf(bounded, date, memberSince));
        }
        Instant enrolled = account.milestones().enrolled();
        boolean isSince = cap.window() == Window.SINCE_ENROLLMENT && enrolled != null && !at.isBefore(enrolled);
        return isSince ? "since enrollment" : "";
    }
}
