package dev.laurel.engine.plan;

import dev.laurel.occasion.Counter;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.occasion.PurchaseMeasure;
import dev.laurel.occasion.Sum;
import dev.laurel.occasion.SumUpTo;
import dev.laurel.time.Dates;
import dev.laurel.time.Window;
import org.jspecify.annotations.Nullable;

/**
 * A sum that a program asks for, and that its accounts keep therefore. Where versions ask for it, then some do not, and then some do again, it
 * begins at zero with the latter: what is counted before and after is two series, each with a key of its own.
 */
public final class Series {
    private static final char BEFORE_VALUE = '=';
    private static final char BEFORE_STRETCH = '@';
    private static final char BESIDE = '+';

    private final Sum sum;
    private final long most;
    private final String key;

    Series(SumUpTo upTo) {
        this(upTo.sum(), upTo.most(), upTo.sum().id());
    }

    private Series(Sum sum, long most, String key) {
        this.sum = sum;
        this.most = most;
        this.key = key;
    }

    /** Its sum's id. */
    public String id() {
        return sum.id();
    }

    /** The name under which an account keeps it. */
    public String key() {
        return key;
    }

    /**
     * The key of a sum in a stretch of versions that follow one another and ask for it: its id where the first version that was in force for an
     * account is among them, else with the place of the one that lies nearest to that.
     *
     * @param nearest the place, from the first that was in force on; less than zero before that
     */
    public static String keyOf(String sum, int nearest) {
        return nearest == 0 ? sum : sum + BEFORE_STRETCH + nearest;
    }

    /** The same under a key. */
    public Series under(String other) {
        return other.equals(key) ? this : new Series(sum, most, other);
    }

    /** Whether a counter of this name is a sum. Those of caps and limits have another form. */
    public static boolean isSum(String counter) {
        return counter.indexOf('/') >= 0;
    }

    /** The key of the sum that a counter is of, also where it is of one of the values that are counted or of the number beside them. */
    public static String keyIn(String counter) {
        return before(BESIDE, before(BEFORE_VALUE, counter));
    }

    /** The id of the sum that a counter is of, or the counter itself where it is of none. */
    public static String sumOf(String counter) {
        return isSum(counter) ? before(BEFORE_STRETCH, keyIn(counter)) : counter;
    }

    private static String before(char end, String text) {
        int place = text.indexOf(end);
        return place < 0 ? text : text.substring(0, place);
    }

    /** The name under which an account keeps a number that was brought without the days or values that make it up. */
    public String beside() {
        return isOfDays() || isOfValues() ? key + BESIDE : key;
    }

    /** Whether the windows of a counter are days, though those of its sum are not: of days each is kept. */
    public boolean keepsDaysIn(String counter) {
        return isOfDays() && !before(BEFORE_VALUE, counter).endsWith(Character.toString(BESIDE));
    }

    /** Whether its sums are kept in millionths. */
    public boolean isInMillionths() {
        return sum.counter() instanceof PurchaseCounter<?> counter
                && (counter.measure() == PurchaseMeasure.Usual.SPEND
                        || counter.measure() == PurchaseMeasure.Usual.QUANTITY);
    }

    /** Whether a counter is of one of the values that are counted. */
    public static boolean isOfValue(String counter) {
        return isSum(counter) && counter.indexOf(BEFORE_VALUE) >= 0;
    }

    /** What the names of its values begin with under which accounts keep these. */
    public String beforeValues() {
        return key + BEFORE_VALUE;
    }

    /** Up to which number it is asked: what is more need not be told apart. */
    public long most() {
        return most;
    }

    /** Whether it counts days, of which an account keeps each. */
    public boolean isOfDays() {
        return sum.counter() instanceof PurchaseCounter<?> counter && counter.measure() == PurchaseMeasure.Usual.DAYS;
    }

    /** Whether it counts different values, of which an account keeps each. */
    public boolean isOfValues() {
        return sum.counter() instanceof PurchaseCounter<?> counter
                && counter.measure() instanceof PurchaseMeasure.Distinct;
    }

    /** As it is declared. */
    public Sum sum() {
        return sum;
    }

    /** What it counts. */
    public Counter<?> counter() {
        return sum.counter();
    }

    /** In what it counts. */
    public Window window() {
        return sum.window();
    }

    /** Whether what happens at an instant is in one of its windows. */
    public boolean isOn(long day, long at, Membership of) {
        return CountingWindow.isOn(sum.window(), day) && isAsked(at, of);
    }

    /** Whether it can be anything at an instant: since enrollment there is nothing before it. */
    public boolean isAsked(long at, Membership of) {
        return sum.window() != Window.SINCE_ENROLLMENT || at >= of.enrolled();
    }

    /**
     * The number of the window in which something counts.
     *
     * @param day its day, counted from 1970
     * @param at when it happened, in microseconds since 1970
     */
    public long windowOf(long day, long at, Membership of) {
        return CountingWindow.numberOf(sum.window(), day, at, of);
    }

    /** The number of the window that is asked on a day: dates that come once are asked at any time. */
    public long asked(long day, long at, Membership of) {
        return sum.window() instanceof Dates ? 0 : windowOf(day, at, of);
    }

    /** The window that goes back from any date, or null if it is none. */
    public Window.@Nullable Rolling rolling() {
        return CountingWindow.rolling(sum.window());
    }

    /** Whether the enrollment or the start of a membership decides what counts, perhaps also where that is not fixed by it. */
    public boolean asksForMembership() {
        return needsMember() || sum.window() == Window.SINCE_ENROLLMENT;
    }

    /** Whether the start of a membership decides in which window something counts. */
    public boolean needsMember() {
        return sum.window().needsMember();
    }
}
