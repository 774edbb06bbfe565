package dev.laurel.simulation;

import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The instants that moments are, worked out from the words of the program alone. */
final class PlainMoments {
    private PlainMoments() {}

    /** The instant that a moment is from another, or null if it is never. */
    static Instant from(Moment moment, Instant base, ZoneId zone, LocalDate memberSince) {
        if (moment instanceof Moment.After after) {
            return plus(base, after.period(), zone);
        }
        if (moment instanceof Moment.Border border) {
            LocalDate date = base.atZone(zone).plus(border.period()).toLocalDate();
            boolean comesOnce = border.window() instanceof Dates;
            long number = comesOnce ? 0 : PlainWindows.numberOf(border.window(), date, memberSince);
            return PlainWindows.startOf(border.window(), border.isEnd() ? number + 1 : number, zone, memberSince);
        }
        if (moment instanceof Moment.Later later) {
            Instant before = from(later.moment(), base, zone, memberSince);
            return before == null ? null : plus(before, later.period(), zone);
        }
        return moment instanceof Moment.Earlier earlier
                ? earlier(from(earlier.one(), base, zone, memberSince), from(earlier.other(), base, zone, memberSince))
                : null;
    }

    /** The instant that a moment is from the last instant of a window: windows of its own kind are counted. */
    static Instant fromEndOf(Moment moment, BoundedWindow window, long number, ZoneId zone, LocalDate memberSince) {
        if (moment instanceof Moment.Border border && border.window().equals(window)) {
            for (int windows = 0; windows < 2_000; windows++) {
                if (times(window, windows).normalized().equals(border.period().normalized())) {
                    long next = number + windows + (border.isEnd() ? 1 : 0);
                    return PlainWindows.startOf(window, next, zone, memberSince);
                }
            }
        }
        if (moment instanceof Moment.Later later) {
            Instant before = fromEndOf(later.moment(), window, number, zone, memberSince);
            return before == null ? null : plus(before, later.period(), zone);
        }
        if (moment instanceof Moment.Earlier earlier) {
            return earlier(
                    fromEndOf(earlier.one(), window, number, zone, memberSince),
                    fromEndOf(earlier.other(), window, number, zone, memberSince));
        }
        Instant last =
                PlainWindows.startOf(window, number + 1, zone, memberSince).minus(1, ChronoUnit.MICROS);
        return from(moment, last, zone, memberSince);
    }

    /** So many windows, as a period. */
    private static Period times(BoundedWindow window, int windows) {
        if (window instanceof BoundedWindow.Grid grid) {
            return grid.period().multipliedBy(windows);
        }
        if (window == BoundedWindow.DAY || window == BoundedWindow.WEEK) {
            return Period.ofDays(window == BoundedWindow.DAY ? windows : 7 * windows);
        }
        int months = window == BoundedWindow.MONTH ? 1 : window == BoundedWindow.QUARTER ? 3 : 12;
        return Period.ofMonths(months * windows);
    }

    static boolean isOfMember(Moment moment) {
        if (moment instanceof Moment.Later later) {
            return isOfMember(later.moment());
        }
        if (moment instanceof Moment.Earlier earlier) {
            return isOfMember(earlier.one()) || isOfMember(earlier.other());
        }
        return moment instanceof Moment.Border border && PlainWindows.isOfMember(border.window());
    }

    private static Instant plus(Instant base, Period period, ZoneId zone) {
        return base.atZone(zone).plus(period).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
