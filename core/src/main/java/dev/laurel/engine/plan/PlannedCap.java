package dev.laurel.engine.plan;

import com.google.common.collect.ImmutableList;
import dev.laurel.receipt.CountedUse;
import dev.laurel.rule.Cap;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.UseCap;
import dev.laurel.time.CivilZone;
import dev.laurel.time.Timestamps;
import dev.laurel.time.Window;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cap of a rule, of a reward or of the whole program, and the counter that it counts on.
 *
 * @param cap the cap
 * @param counter the id of the counter; a program has no two caps that count the same
 */
public record PlannedCap(Cap cap, String counter) {
    /** That of a rule or a reward. */
    static PlannedCap of(String owner, Cap cap) {
        return new PlannedCap(cap, owner + (cap instanceof UseCap ? ":uses:" : ":points:") + windowOf(cap));
    }

    /** That of the program. Its counter is one of no rule, and of one currency if it counts points. */
    static PlannedCap ofProgram(Cap cap) {
        String counted = cap instanceof PointCap points
                ? "points." + points.most().currency().id()
                : "uses";
        return new PlannedCap(cap, "*:" + counted + ":" + windowOf(cap));
    }

    private static String windowOf(Cap cap) {
        Window window = cap.window();
        return window == null ? "purchase" : window.id();
    }

    /** How much it allows. */
    public long limit() {
        return cap instanceof PointCap points ? points.most().count() : ((UseCap) cap).most();
    }

    /** Whether it limits what is awarded of a currency; one of uses does so of each. */
    public boolean isOn(String currency) {
        return !(cap instanceof PointCap points)
                || points.most().currency().id().equals(currency);
    }

    /** Adds where something is counted for it that happens at an instant. */
    void addTo(ImmutableList.Builder<CountedUse> counted, Instant at, CivilZone zone, Membership of) {
        long day = zone.dayOf(at);
        if (isCountedOn(day)) {
            counted.add(new CountedUse(counter, windowOf(day, Timestamps.micros(at), of), isOfUses()));
        }
    }

    /**
     * The number of the window in which something counts.
     *
     * @param day its day, counted from 1970
     * @param at when it happened, in microseconds since 1970
     */
    public long windowOf(long day, long at, Membership of) {
        return CountingWindow.numberOf(cap.window(), day, at, of);
    }

    /** Whether it limits how often its rule awards, rather than how many points. */
    public boolean isOfUses() {
        return cap instanceof UseCap;
    }

    /** Whether it limits what happens on a day. */
    public boolean limitsOn(long day) {
        return CountingWindow.isOn(cap.window(), day);
    }

    /** Whether it counts what happens on a day; one of each purchase counts nothing. */
    public boolean isCountedOn(long day) {
        return cap.window() != null && limitsOn(day);
    }

    /** The window that goes back from any date, or null if it is none. */
    public Window.@Nullable Rolling rolling() {
        return CountingWindow.rolling(cap.window());
    }
}
