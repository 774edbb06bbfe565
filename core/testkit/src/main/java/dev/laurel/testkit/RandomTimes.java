package dev.laurel.testkit;

import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** Draws windows and moments of every kind. */
final class RandomTimes {
    private static final List<BoundedWindow> CALENDAR = List.of(
            BoundedWindow.DAY, BoundedWindow.WEEK, BoundedWindow.MONTH, BoundedWindow.QUARTER, BoundedWindow.YEAR);

    private final Draw draw;

    RandomTimes(Draw draw) {
        this.draw = draw;
    }

    /** A window that comes again: mostly of the calendar. */
    BoundedWindow recurring() {
        return switch (draw.below(6)) {
            case 0 -> BoundedWindow.MEMBERSHIP_YEAR;
            case 1 -> grid();
            default -> draw.pick(CALENDAR);
        };
    }

    /** Often one that begins where months are of different lengths, or after all that happens. */
    private BoundedWindow grid() {
        LocalDate start = draw.chance(40) ? draw.date().withDayOfMonth(1).minusDays(1) : draw.date();
        return BoundedWindow.every(
                draw.chance(40) ? Period.ofWeeks(1 + draw.below(6)) : Period.ofMonths(1 + draw.below(14)),
                draw.chance(20) ? start.plusYears(5) : start);
    }

    /** A window of any kind. */
    Window any() {
        return switch (draw.below(10)) {
            case 0, 1 -> Window.EVER;
            case 2 -> Window.SINCE_ENROLLMENT;
            case 3, 4 ->
                Window.overTheLast(
                        draw.chance(60) ? Period.ofDays(1 + draw.below(60)) : Period.ofMonths(1 + draw.below(13)));
            case 5 -> dates();
            default -> recurring();
        };
    }

    private Dates dates() {
        LocalDate from = draw.date();
        return new Dates(from, from.plusDays(draw.below(200)));
    }

    /** A moment that lies after what it is worked out from, by days or months. */
    Moment moment() {
        return switch (draw.below(9)) {
            case 0 ->
                draw.chance(70)
                        ? Moment.startOf(BoundedWindow.DAY, Period.ofMonths(1 + draw.below(12)))
                        : startOf(recurring());
            case 1, 2 -> Moment.endOf(recurring(), Period.ofMonths(draw.below(4)));
            case 3 -> Moment.endOf(draw.pick(CALENDAR)).plus(Period.ofDays(1 + draw.below(40)));
            case 4 -> Moment.earlierOf(after(), Moment.endOf(recurring(), Period.ofMonths(draw.below(3))));
            case 5 -> Moment.endOf(new Dates(null, draw.date()));
            default -> after();
        };
    }

    private static Moment startOf(BoundedWindow window) {
        return Moment.startOf(window, window.length());
    }

    private Moment after() {
        return Moment.after(draw.chance(80) ? Period.ofDays(1 + draw.below(200)) : Period.ofMonths(1 + draw.below(8)));
    }

    /** Until when a tier is kept that was reached in a window: mostly to its end or that of the next. */
    Moment kept(BoundedWindow window) {
        return switch (draw.below(6)) {
            case 0, 1 -> Moment.endOf(window);
            case 2, 3 -> Moment.endOf(window, window.length());
            case 4 -> Moment.endOf(window, window.length()).plus(Period.ofDays(draw.below(40)));
            default -> draw.chance(15) ? Moment.never() : Moment.after(Period.ofDays(1 + draw.below(300)));
        };
    }
}
