package dev.laurel.dsl;

import static dev.laurel.id.Identifiers.shown;
import static java.util.Objects.requireNonNull;

import dev.laurel.dsl.syntax.Every;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Expiry;
import dev.laurel.time.Inactivity;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;

/** The words for time: windows in which something counts, and moments that are worked out from another. */
public abstract class TimeWords extends ValueWords {
    /** The calendar day. */
    public static final BoundedWindow DAY = BoundedWindow.DAY;

    /** The ISO week, from Monday on. */
    public static final BoundedWindow WEEK = BoundedWindow.WEEK;

    /** The calendar month. */
    public static final BoundedWindow MONTH = BoundedWindow.MONTH;

    /** The calendar quarter. */
    public static final BoundedWindow QUARTER = BoundedWindow.QUARTER;

    /** The calendar year. */
    public static final BoundedWindow YEAR = BoundedWindow.YEAR;

    /** A year of membership, from the date of enrollment on. */
    public static final BoundedWindow MEMBERSHIP_YEAR = BoundedWindow.MEMBERSHIP_YEAR;

    /** The whole life of an account. */
    public static final Window EVER = Window.EVER;

    /** From the instant of enrollment on. */
    public static final Window SINCE_ENROLLMENT = Window.SINCE_ENROLLMENT;

    /** A purchase counts as activity. */
    public static final Expiry.Activity PURCHASE = Expiry.Activity.PURCHASE;

    /** A redemption counts as activity. */
    public static final Expiry.Activity REDEMPTION = Expiry.Activity.REDEMPTION;

    /** A capture counts as activity. */
    public static final Expiry.Activity CAPTURE = Expiry.Activity.CAPTURE;

    /** Points of the currency that a rule or an offer gives count as activity. */
    public static final Expiry.Activity EARNING = Expiry.Activity.EARNING;

    TimeWords() {}

    // --- windows ---

    /**
     * Windows of so many weeks, months or years, one after the other.
     *
     * <pre>{@code
     * Window fiscalYear = every(months(12)).startingOn("2026-04-01");
     * Window fortnight = every(weeks(2)).startingOn("2026-01-05");
     * }</pre>
     */
    public static Every every(Period period) {
        requireNonNull(period, "period");
        return start -> BoundedWindow.every(period, start);
    }

    /**
     * So long backwards from any date: what counts on a date counts until the start of the same date a period later.
     *
     * <pre>{@code
     * Reward mug = reward("mug").costing(POINTS.points(300)).gives(item("mug")).capped(atMost(1).usesPer(overTheLast(months(12))));
     * }</pre>
     */
    public static Window overTheLast(Period period) {
        return Window.overTheLast(period);
    }

    /**
     * From a date on, in the program's zone.
     *
     * <pre>{@code
     * Reward mug = reward("mug").costing(POINTS.points(300)).gives(item("mug")).valid(from("2026-06-01"));
     * }</pre>
     *
     * @throws IllegalArgumentException if it is no date in the form of ISO 8601
     */
    public static Dates from(String date) {
        return new Dates(date(date), null);
    }

    /**
     * Through the end of a date, in the program's zone.
     *
     * <pre>{@code
     * Reward mug = reward("mug").costing(POINTS.points(300)).gives(item("mug")).valid(through("2026-08-31"));
     * }</pre>
     *
     * @throws IllegalArgumentException if it is no date in the form of ISO 8601
     */
    public static Dates through(String date) {
        return new Dates(null, date(date));
    }

    /**
     * Between two dates in the program's zone, both included.
     *
     * <pre>{@code
     * Reward mug = reward("mug").costing(POINTS.points(300)).gives(item("mug")).valid(between("2026-06-01", "2026-08-31"));
     * EarnRule capped = BASE.capped(atMost(POINTS.points(1000)).per(between("2026-05-01", "2026-05-07")));
     * }</pre>
     *
     * @throws IllegalArgumentException if they are no dates in the form of ISO 8601, or the second lies before the first
     */
    public static Dates between(String from, String to) {
        return new Dates(date(from), date(to));
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("date must be such as '2026-05-01', but was '" + shown(text) + "'", e);
        }
    }

    // --- moments ---

    /**
     * So long after, to the instant.
     *
     * <pre>{@code
     * PointTerms yearly = expiring(after(months(12)));
     * EarnRule pending = BASE.availableFrom(after(days(14)));
     * }</pre>
     */
    public static Moment after(Period period) {
        return Moment.after(period);
    }

    /**
     * The start of the window in which the instant a period later falls.
     *
     * <pre>{@code
     * PointTerms stars = expiring(startOf(MONTH, months(7)));
     * }</pre>
     */
    public static Moment startOf(BoundedWindow window, Period period) {
        return Moment.startOf(window, period);
    }

    /**
     * The end of the window in which the instant a period later falls.
     *
     * <pre>{@code
     * PointTerms thirdYearAfter = expiring(endOf(YEAR, years(3)));
     * PointTerms throughJanuary = expiring(endOf(YEAR, years(1)).plus(days(31)));
     * }</pre>
     */
    public static Moment endOf(BoundedWindow window, Period period) {
        return Moment.endOf(window, period);
    }

    /**
     * The end of the window in which the instant falls; of dates, their end.
     *
     * <pre>{@code
     * PointTerms thisYear = expiring(endOf(YEAR));
     * Ladder yearly = ladder("status").startingAt(INSIDER).then(VIB, SPEND.per(YEAR).reaches(usd(350))).kept(endOf(YEAR));
     * }</pre>
     */
    public static Moment endOf(BoundedWindow window) {
        return Moment.endOf(window);
    }

    /**
     * Whichever of two moments is earlier.
     *
     * <pre>{@code
     * PointTerms terms = expiring(earlierOf(after(months(18)), endOf(YEAR, years(1))));
     * }</pre>
     */
    public static Moment earlierOf(Moment one, Moment other) {
        return Moment.earlierOf(one, other);
    }

    /**
     * After inactivity, or at a moment from earning, whichever is earlier.
     *
     * <pre>{@code
     * PointTerms terms = expiring(earlierOf(inactiveFor(months(18)), after(years(4))));
     * }</pre>
     */
    public static Expiry earlierOf(Inactivity inactivity, Moment moment) {
        return Expiry.earlierOf(inactivity, moment);
    }

    /**
     * After inactivity, or so long after becoming available, whichever is earlier.
     *
     * <pre>{@code
     * PointTerms terms = expiring(earlierOf(inactiveFor(months(18)), usableFor(years(4))));
     * }</pre>
     */
    public static Expiry earlierOf(Inactivity inactivity, Expiry.Usable usable) {
        return Expiry.earlierOf(inactivity, usable);
    }

    /**
     * Never.
     *
     * <pre>{@code
     * PointTerms lasting = expiring(never());
     * Ladder forGood = ladder("status").startingAt(INSIDER).then(VIB, SPEND.per(YEAR).reaches(usd(350))).kept(never());
     * }</pre>
     */
    public static Moment never() {
        return Moment.never();
    }

    /**
     * All points together, so long after the customer last purchased, redeemed or captured anything.
     *
     * <pre>{@code
     * PointTerms terms = expiring(inactiveFor(months(18)));
     * PointTerms fewer = expiring(inactiveFor(months(24)).counting(PURCHASE, REDEMPTION));
     * PointTerms more = expiring(inactiveFor(months(18)).countingAlso("check-in", "review"));
     * PointTerms lateTills = expiring(inactiveFor(months(18)).plus(days(2)));
     * }</pre>
     */
    public static Inactivity inactiveFor(Period period) {
        return Expiry.inactiveFor(period);
    }

    /**
     * So long after they became available, to the instant.
     *
     * <pre>{@code
     * PointTerms terms = expiring(usableFor(months(12)));
     * }</pre>
     */
    public static Expiry.Usable usableFor(Period period) {
        return Expiry.usableFor(period);
    }

    /**
     * At a moment from when they became available.
     *
     * <pre>{@code
     * PointTerms terms = expiring(usableUntil(endOf(MONTH, months(6))));
     * }</pre>
     */
    public static Expiry.Usable usableUntil(Moment moment) {
        return Expiry.usableUntil(moment);
    }
}
