package dev.laurel.testkit;

import dev.laurel.event.Adjustment;
import dev.laurel.event.Closure;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.TierGrant;
import dev.laurel.program.Ladder;
import dev.laurel.program.PointPolicy;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.CivilZone;
import dev.laurel.time.Inactivity;
import dev.laurel.time.Moment;
import dev.laurel.time.Timestamps;
import dev.laurel.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Instants at which something happens, many of them where mistakes are likely: when points expire, a tier ends or returns are
 * over, at midnight, when clocks change, and at the very instant of something else; now and then a microsecond beside it.
 */
final class RandomMoments {
    private static final int A_YEAR = 400;
    private static final long SECONDS_OF_A_DAY = 86_400;

    private final Draw draw;
    private final ProgramNow now;
    private final ZoneId zone;
    private final CivilZone civil;
    private final int pace;
    /** When everybody becomes a member, about: edges need not be exact. */
    private static final long MEMBER_SINCE = Draw.FIRST_DAY.toEpochDay();

    private final TreeSet<Instant> edges = new TreeSet<>();

    /**
     * Prepares instants.
     *
     * @param pace how many days usually lie between two, at most
     */
    RandomMoments(Draw draw, ProgramNow now, int pace) {
        this.draw = draw;
        this.now = now;
        this.pace = pace;
        zone = now.program().zone();
        civil = CivilZone.of(zone);
        now.versions().stream()
                .map(ProgramNow::startOf)
                .filter(border -> border.isAfter(Instant.MIN))
                .forEach(edges::add);
    }

    Instant first() {
        return Draw.FIRST_DAY.atStartOfDay(zone).toInstant();
    }

    /** Notes when something will follow from an event by itself. */
    void note(LoyaltyEvent event) {
        Instant at = event.occurredAt();
        for (PointPolicy policy : now.program().points()) {
            Inactivity inactivity = policy.expiry().inactivity();
            note(policy.expiry().date(), at);
            if (inactivity != null) {
                note(inactivity.end(), at);
            }
        }
        if (event instanceof Purchase) {
            edges.add(after(at, now.program().returnPeriod()));
            now.program().ladders().forEach(ladder -> note(ladder, at));
        } else if (event instanceof TierGrant grant) {
            edges.add(grant.until());
        } else if (event instanceof Hold hold) {
            edges.add(hold.until());
        } else if (event instanceof Closure) {
            // The last instant at which it can be undone.
            edges.add(after(at, now.program().lateLimit()));
        } else if (event instanceof Adjustment adjustment && adjustment.available() != null) {
            edges.add(adjustment.available());
        }
    }

    /** When a tier ends that is reached now, and when the window ends in which it is. */
    private void note(Ladder ladder, Instant at) {
        Window window = ladder.window().orElse(null);
        if (window instanceof BoundedWindow bounded) {
            long number = bounded.numberOf(civil.dayOf(at), MEMBER_SINCE);
            note(ladder.kept().fromEndOf(bounded, number, civil, MEMBER_SINCE));
            edges.add(startOf(bounded.firstDayOf(number + 1, MEMBER_SINCE)));
        } else if (window instanceof Window.Rolling rolling) {
            Instant end = startOf(rolling.countsUntil(civil.dayOf(at)));
            edges.add(end);
            note(ladder.kept(), end);
        }
    }

    private Instant startOf(long day) {
        return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant();
    }

    private void note(Moment moment, Instant at) {
        note(moment.from(Timestamps.micros(at), civil, MEMBER_SINCE));
    }

    private void note(long end) {
        if (end != Timestamps.NEVER) {
            edges.add(Timestamps.ofMicros(end));
        }
    }

    private Instant after(Instant at, Period period) {
        return at.atZone(zone).plus(period).toInstant();
    }

    /** An instant that is not before another. */
    Instant after(Instant at) {
        return switch (draw.below(10)) {
            case 0, 1 -> at;
            case 2, 3 -> edgeAfter(at);
            case 4 ->
                LocalDate.ofInstant(at, zone)
                        .plusDays(1 + draw.below(2 * pace))
                        .atStartOfDay(zone)
                        .toInstant();
            case 5 -> draw.chance(50) ? changeOfClocksAfter(at) : withinDays(at, 4 * pace);
            default -> withinDays(at, pace);
        };
    }

    /** An instant within two days of another, not before it. */
    Instant soonAfter(Instant at) {
        return draw.chance(30) ? at : withinDays(at, 2);
    }

    /** When something ends that begins at an instant. */
    Instant endAfter(Instant at) {
        Instant end = switch (draw.below(5)) {
            case 0 -> edgeAfter(at);
            case 1 -> withinDays(at, 2);
            default -> withinDays(at, 40);
        };
        return end.isAfter(at) ? end : at.plus(1, ChronoUnit.MICROS);
    }

    /** When a hold ends that is made at an instant: mostly within the program's longest, often at the very end of that. */
    Instant endOfHoldAfter(Instant at) {
        Instant last = after(at, now.program().longestHold());
        Instant end = draw.chance(10) ? beside(last) : endAfter(at);
        return end.isAfter(last) && last.isAfter(at) && draw.chance(80) ? last : end.isAfter(at) ? end : endAfter(at);
    }

    private Instant withinDays(Instant at, int days) {
        return at.plus(draw.below(days * SECONDS_OF_A_DAY), ChronoUnit.SECONDS)
                .plusNanos(1_000L * draw.below(1_000_000));
    }

    /** One of the next edges, or the microsecond before or after it. */
    private Instant edgeAfter(Instant at) {
        List<Instant> next = new ArrayList<>();
        Instant limit = at.plus(A_YEAR, ChronoUnit.DAYS);
        for (Instant edge : edges.tailSet(at, false)) {
            if (next.size() == 3 || edge.isAfter(limit)) {
                break;
            }
            next.add(edge);
        }
        return next.isEmpty() ? withinDays(at, pace) : beside(draw.pick(next));
    }

    private Instant changeOfClocksAfter(Instant at) {
        ZoneOffsetTransition transition = zone.getRules().nextTransition(at);
        boolean isSoon = transition != null && transition.getInstant().isBefore(at.plus(A_YEAR / 2, ChronoUnit.DAYS));
        return isSoon ? beside(transition.getInstant()) : withinDays(at, pace);
    }

    private Instant beside(Instant edge) {
        return switch (draw.below(5)) {
            case 0 -> edge.minus(1, ChronoUnit.MICROS);
            case 1 -> edge.plus(1, ChronoUnit.MICROS);
            default -> edge;
        };
    }

    /** An instant at which something may have happened that is only reported at another: often just too late. */
    Instant before(Instant at) {
        Instant edge = edges.lower(at);
        if (edge != null && draw.chance(20)) {
            return beside(edge);
        }
        if (draw.chance(70)) {
            return at.minus(draw.below(40), ChronoUnit.DAYS);
        }
        return beside(at.atZone(zone).minus(now.program().lateLimit()).toInstant());
    }
}
