package dev.laurel.dsl;

import dev.laurel.occasion.Occasion;
import dev.laurel.occasion.Occasions;
import dev.laurel.tier.Tier;

/** The words for what happens to a member. */
abstract class OccasionWords extends ContentWords {
    OccasionWords() {}

    /**
     * A customer enrolls: once, and not by being brought over.
     *
     * <pre>{@code
     * MemberRule welcome = rule("welcome").on(enrollment()).earns(POINTS.points(100));
     * }</pre>
     */
    public static Occasion enrollment() {
        return Occasions.enrollment();
    }

    /**
     * A tier is reached by what the customer does, or passed on the way to a higher one. No grant reaches one.
     *
     * <pre>{@code
     * MemberRule vib = rule("vib").on(reaching(VIB)).earns(POINTS.points(100));
     * }</pre>
     */
    public static Occasion reaching(Tier tier) {
        return Occasions.reaching(tier);
    }

    /**
     * A tier is reached by what the customer does, and no higher one at once.
     *
     * <pre>{@code
     * MemberRule vib = rule("vib").on(stoppingAt(VIB)).earns(POINTS.points(100));
     * }</pre>
     */
    public static Occasion stoppingAt(Tier tier) {
        return Occasions.stoppingAt(tier);
    }
}
