package dev.laurel.dsl;

import static dev.laurel.id.Identifiers.shown;

import dev.laurel.dsl.syntax.CapLimit;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.program.Expiry;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.time.CalendarWindow;
import dev.laurel.time.Validity;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;

/** The words for terms: when points expire, how much is allowed, when something is valid. */
public abstract class TermWords extends ValueWords {
    TermWords() {}

    /**
     * Points that never expire.
     *
     * <pre>{@code
     * Expiry expiry = neverExpiring();
     * }</pre>
     */
    public static Expiry neverExpiring() {
        return Expiry.never();
    }

    /**
     * Points that expire so long after they were earned, to the instant.
     *
     * <pre>{@code
     * Expiry expiry = expiringAfter(months(12));
     * Expiry held = expiringAfter(months(12)).countedFromAvailability();
     * }</pre>
     */
    public static Expiry.Dated expiringAfter(Period period) {
        return Expiry.after(period);
    }

    /**
     * Points that expire so long after they were earned, down to the start of the window that this falls in.
     *
     * <pre>{@code
     * Expiry expiry = expiringAtTheStartOf(DAY, months(12));
     * Expiry unlessRouge = expiringAtTheStartOf(MONTH, months(7)).suspendedFor(ROUGE);
     * Expiry anYearAfter = expiringAtTheStartOf(MONTH, months(7)).suspendedFor(ROUGE).thenExpiring(expiringAfter(years(1)));
     * }</pre>
     */
    public static Expiry.Dated expiringAtTheStartOf(CalendarWindow window, Period period) {
        return Expiry.atStartOf(window, period);
    }

    /**
     * Points that expire so long after they were earned, up to the end of the window that this falls in.
     *
     * <pre>{@code
     * Expiry expiry = expiringAtTheEndOf(MONTH, months(6));
     * }</pre>
     */
    public static Expiry.Dated expiringAtTheEndOf(CalendarWindow window, Period period) {
        return Expiry.atEndOf(window, period);
    }

    /**
     * Points that expire all together, so long after the customer last purchased, redeemed or captured anything.
     *
     * <pre>{@code
     * Expiry expiry = expiringAfterInactivityOf(months(18));
     * Expiry withOthers = expiringAfterInactivityOf(months(18)).countingAlso("check-in", "review");
     * }</pre>
     */
    public static Expiry.AfterInactivity expiringAfterInactivityOf(Period period) {
        return Expiry.afterInactivityOf(period);
    }

    /**
     * Points that expire all together, so long after the customer last did what counts here.
     *
     * <pre>{@code
     * Expiry expiry = expiringAfterInactivityOf(months(18), Expiry.Activity.PURCHASE);
     * }</pre>
     */
    public static Expiry.AfterInactivity expiringAfterInactivityOf(
            Period period, Expiry.Activity activity, Expiry.Activity... more) {
        return new Expiry.AfterInactivity(period, EnumSet.of(activity, more));
    }

    /**
     * The terms of a point currency, whose copies say more: whether members may give its points to each other, and how much longer
     * points last that come back; points that are to be taken but are not there are owed.
     *
     * <pre>{@code
     * var start = program("beauty", "2026.1").zone(ZoneId.of("UTC")).money(EUR)
     *         .points(termsOf(POINTS, expiringAfter(months(12))).extendingWhatComesBack(days(30)));
     * }</pre>
     */
    public static PointPolicy termsOf(PointCurrency currency, Expiry expiry) {
        return termsOf(currency, expiry, ShortfallPolicy.OWE);
    }

    /**
     * The terms of a point currency, with what becomes of points that are to be taken but are not there; copies say more.
     *
     * <pre>{@code
     * var start = program("beauty", "2026.1").zone(ZoneId.of("UTC")).money(EUR)
     *         .points(termsOf(POINTS, neverExpiring(), forgettingWhatIsMissing()).transferringAfter(days(14)));
     * }</pre>
     */
    public static PointPolicy termsOf(PointCurrency currency, Expiry expiry, ShortfallPolicy shortfall) {
        return new PointPolicy(currency, expiry, shortfall);
    }

    /**
     * Points that are to be taken but are not there are owed, and whatever becomes available pays them first.
     *
     * <pre>{@code
     * var start = program("beauty", "2026.1").zone(ZoneId.of("UTC")).money(EUR).points(POINTS, neverExpiring(), owingWhatIsMissing());
     * }</pre>
     */
    public static ShortfallPolicy owingWhatIsMissing() {
        return ShortfallPolicy.OWE;
    }

    /**
     * Points that are to be taken but are not there are forgotten; only points that were on hold or redeemed then are taken for it if
     * they come back.
     *
     * <pre>{@code
     * var start = program("beauty", "2026.1").zone(ZoneId.of("UTC")).money(EUR)
     *         .points(POINTS, neverExpiring(), forgettingWhatIsMissing());
     * }</pre>
     */
    public static ShortfallPolicy forgettingWhatIsMissing() {
        return ShortfallPolicy.CLAMP;
    }

    /**
     * Begins a cap of a rule or a limit of a reward.
     *
     * <pre>{@code
     * EarnRule capped = BASE.capped(atMost(1000).pointsPer(MONTH));
     * Reward mug = reward("mug").costing(POINTS.points(300)).gives(item("mug")).limitedTo(atMost(2).usesEver());
     * }</pre>
     *
     * @throws IllegalArgumentException if the limit is not positive
     */
    public static CapLimit atMost(long limit) {
        return new CapSentence(limit);
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
    public static Validity from(String date) {
        return new Validity(date(date), null);
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
    public static Validity through(String date) {
        return new Validity(null, date(date));
    }

    /**
     * Between two dates in the program's zone, both included.
     *
     * <pre>{@code
     * Reward mug = reward("mug").costing(POINTS.points(300)).gives(item("mug")).valid(between("2026-06-01", "2026-08-31"));
     * }</pre>
     *
     * @throws IllegalArgumentException if they are no dates in the form of ISO 8601, or the second lies before the first
     */
    public static Validity between(String from, String to) {
        return new Validity(date(from), date(to));
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("date must be such as '2026-05-01', but was '" + shown(text) + "'", e);
        }
    }
}
