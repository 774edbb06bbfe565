package dev.laurel.rule;

import static java.util.Objects.requireNonNull;

import dev.laurel.condition.Mentions;
import dev.laurel.ledger.Points;
import dev.laurel.tier.Tier;
import dev.laurel.time.Moment;
import java.time.Period;

/** What a rule on a member does when it applies. Closed, since the engine must know how to settle every effect. */
public sealed interface MemberEffect {
    /** The effect in words, for a program's stable text. */
    String describe();

    /** What of a program it speaks of. */
    default Mentions mentions() {
        return Mentions.NOTHING;
    }

    /**
     * Earns points.
     *
     * @param points how many
     */
    record Earns(Points points) implements MemberEffect {
        /** Checks that they are given. */
        public Earns {
            requireNonNull(points, "points");
        }

        @Override
        public String describe() {
            return "earns " + points;
        }
    }

    /**
     * Grants a tier until a moment that is worked out from the occasion. A grant of it that runs longer stays.
     *
     * @param tier the tier
     * @param until until when
     */
    record GrantsUntil(Tier tier, Moment until) implements MemberEffect {
        /** Checks that both are given. */
        public GrantsUntil {
            requireNonNull(tier, "tier");
            requireNonNull(until, "until");
        }

        @Override
        public Mentions mentions() {
            return Mentions.of(tier);
        }

        @Override
        public String describe() {
            return "grants " + tier.id() + " until " + until.describe("the occasion");
        }
    }

    /**
     * Grants a tier for a period: from the end of the grant of it that runs, else from the occasion.
     *
     * @param tier the tier
     * @param period how long
     */
    record GrantsFor(Tier tier, Period period) implements MemberEffect {
        /** Checks that both are given. */
        public GrantsFor {
            requireNonNull(tier, "tier");
            requireNonNull(period, "period");
        }

        @Override
        public Mentions mentions() {
            return Mentions.of(tier);
        }

        @Override
        public String describe() {
            return "grants " + tier.id() + " for " + period + " more";
        }
    }
}
