package dev.laurel.time;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import java.time.Period;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The expiry of points after a period without activity. One timer moves all points of the currency; when it has run out, the next credit
 * starts it again.
 *
 * @param period how long
 * @param activities what counts
 * @param named the names of the host's own activities that count too, such as {@code check-in}
 * @param grace how much longer than the period points last
 */
public record Inactivity(Period period, Set<Expiry.Activity> activities, Set<String> named, Period grace)
        implements Expiry {
    /** What counts if nothing else is said. */
    private static final Set<Activity> USUAL =
            Sets.immutableEnumSet(Activity.PURCHASE, Activity.REDEMPTION, Activity.CAPTURE);

    /** Takes copies of the activities and names. */
    public Inactivity {
        requireNonNull(period, "period");
        activities = ImmutableSortedSet.copyOf(activities);
        named = ImmutableSortedSet.copyOf(named);
        requireNonNull(grace, "grace");
    }

    static Inactivity of(Period period) {
        return new Inactivity(period, USUAL, Set.of(), Period.ZERO);
    }

    /** A copy for which only these count, beside the host's own that it names. */
    public Inactivity counting(Activity first, Activity... more) {
        return new Inactivity(period, Sets.immutableEnumSet(first, more), named, grace);
    }

    /** A copy for which the host's own activities of these names count too. */
    public Inactivity countingAlso(String... names) {
        return new Inactivity(period, activities, Sets.union(named, ImmutableSortedSet.copyOf(names)), grace);
    }

    /** A copy by which points last a period longer, such as for tills that report late. */
    public Inactivity plus(Period more) {
        return new Inactivity(period, activities, named, grace.plus(more));
    }

    /** Never: it gives no credit a date of its own. */
    @Override
    public Moment date() {
        return Moment.never();
    }

    @Override
    public Inactivity inactivity() {
        return this;
    }

    /** The moment at which the timer runs out, from the last activity. */
    public Moment end() {
        return grace.isZero() ? Moment.after(period) : Moment.after(period).plus(grace);
    }

    /** When the timer runs out that an activity started or moved on; both in microseconds since 1970. */
    public long runsOut(long activity, CivilZone zone) {
        long end = zone.plus(activity, period);
        return grace.isZero() ? end : zone.plus(end, grace);
    }

    /** Whether what counts is what does so if nothing else is said, so that nobody needs to tell redeeming and capturing apart. */
    public boolean isUsual() {
        return activities.equals(USUAL);
    }

    /** Whether capturing counts wherever redeeming does. */
    private boolean capturesGoWithoutSaying() {
        return activities.contains(Activity.REDEMPTION) && activities.contains(Activity.CAPTURE);
    }

    @Override
    public String describe() {
        String activity = Stream.concat(words(), named.stream().map(name -> "'" + name + "'"))
                .collect(Collectors.joining(" or "));
        return period + " after the last " + activity + (grace.isZero() ? "" : ", plus " + grace);
    }

    /** A capture completes a redemption: where both count, it goes without saying, and where only the other does, that is said. */
    private Stream<String> words() {
        boolean isWithoutHold = activities.contains(Activity.REDEMPTION) && !activities.contains(Activity.CAPTURE);
        return activities.stream()
                .filter(activity -> activity != Activity.CAPTURE || !capturesGoWithoutSaying())
                .map(activity -> isWithoutHold && activity == Activity.REDEMPTION
                        ? "redemption without a hold"
                        : activity.words());
    }
}
