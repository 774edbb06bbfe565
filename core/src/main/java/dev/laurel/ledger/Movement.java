package dev.laurel.ledger;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.errorprone.annotations.Immutable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What an entry does to points.
 *
 * @param from where they were
 * @param to where they are
 * @param total the total in which they count, or null if they only move between what the customer has, or not at all
 * @param traits what else holds of such an entry
 */
@Immutable
record Movement(Place from, Place to, @Nullable Total total, ImmutableSet<Trait> traits) {
    /** Dates change, and no points move. */
    static final Movement NONE = new Movement(Place.NOWHERE, Place.NOWHERE, null, ImmutableSet.of());

    /** Where points can be. */
    enum Place {
        /** Not with the customer: not yet, or no longer. */
        NOWHERE,
        /** In lots, spendable or pending. */
        LOTS,
        /** Set aside by a hold. */
        HOLD,
        /** Paid what was owed. */
        DEBT
    }

    /** The totals of a balance: what ever came, and what went. */
    enum Total {
        OPENED(0, true),
        EARNED(1, true),
        ADJUSTED_UP(2, true),
        RECEIVED(3, true),
        REDEEMED(4, false),
        EXPIRED(5, false),
        CLAWED_BACK(6, false),
        ADJUSTED_DOWN(7, false),
        SENT(8, false);

        private final int place;
        private final boolean came;

        Total(int place, boolean came) {
            this.place = place;
            this.came = came;
        }

        /** Its place among the totals of a balance. */
        int place() {
            return place;
        }

        /** What an entry with these points adds to this total: an entry is positive where it gives. */
        long change(long points) {
            return came ? points : Math.negateExact(points);
        }
    }

    /** What can hold of an entry beside where it moves points. */
    enum Trait {
        /** Its points come in lots that it opens, rather than back to where they were taken from. */
        OPENS_LOTS,
        /** Entries of one event share a lot where its dates are the same. */
        SHARES_LOTS,
        /** Points in lots without a date start a timer of inactivity that is not running. */
        STARTS_TIMER,
        /** It takes what could be spent, which nobody can as long as a debt is not paid. */
        SPENDS,
        /** It may take from lots that cannot be spent yet. */
        FINDS_PENDING,
        /** It may take what has just come back past its date. */
        FINDS_OVERDUE,
        /** It may find less than it is to take: the rest is owed, or a shortfall. */
        MAY_FALL_SHORT
    }

    static Movement in(Total total, Trait... traits) {
        return new Movement(Place.NOWHERE, Place.LOTS, total, setOf(traits));
    }

    static Movement out(Total total, Trait... traits) {
        return new Movement(Place.LOTS, Place.NOWHERE, total, setOf(traits));
    }

    static Movement outOfHold(Total total) {
        return new Movement(Place.HOLD, Place.NOWHERE, total, ImmutableSet.of());
    }

    static Movement intoHold(Total total) {
        return new Movement(Place.NOWHERE, Place.HOLD, total, ImmutableSet.of());
    }

    static Movement inside(Place from, Place to, Trait... traits) {
        return new Movement(from, to, null, setOf(traits));
    }

    private static ImmutableSet<Trait> setOf(Trait... traits) {
        return Sets.immutableEnumSet(Arrays.asList(traits));
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether it moves no points at all. */
    boolean movesNothing() {
        return from == to;
    }

    /** Whether its points are counted as positive: they come, or move inside what the customer has. */
    boolean isPositive() {
        return to != Place.NOWHERE;
    }

    /** Whether it is about a hold, which it must name. */
    boolean namesHold() {
        return from == Place.HOLD || to == Place.HOLD;
    }
}
