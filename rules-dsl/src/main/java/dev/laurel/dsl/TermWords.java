package dev.laurel.dsl;

import dev.laurel.dsl.syntax.CapLimit;
import dev.laurel.program.PointTerms;
import dev.laurel.time.Expiry;

/** The words for terms: what becomes of points, and how much is allowed. */
public abstract class TermWords extends TimeWords {
    TermWords() {}

    /**
     * The terms of a point currency whose points expire so. Copies say more: which tiers suspend that, whether members may give its points
     * to each other, how much longer points last that come back. Points that are to be taken but are not there are owed unless said.
     *
     * <pre>{@code
     * var start = program("beauty", "2026.1").zone(ZoneId.of("UTC")).money(EUR).points(POINTS, expiring(inactiveFor(months(18))));
     * PointTerms stars = expiring(startOf(MONTH, months(7))).suspendedFor(VIB, ROUGE);
     * PointTerms anYearAfter = expiring(startOf(MONTH, months(7))).suspendedFor(ROUGE).thenExpiring(after(years(1)));
     * PointTerms forgetting = expiring(never()).forgettingWhatIsMissing();
     * PointTerms sharing = expiring(never()).transferable();
     * PointTerms sharingLater = expiring(never()).transferableAfter(days(14));
     * PointTerms longer = expiring(after(months(12))).extendingWhatComesBack(days(30));
     * }</pre>
     */
    public static PointTerms expiring(Expiry expiry) {
        return PointTerms.expiring(expiry);
    }

    /**
     * Begins a cap of a rule or a limit of a reward.
     *
     * <pre>{@code
     * EarnRule capped = BASE.capped(atMost(1000).pointsPer(MONTH));
     * Reward mug = reward("mug").costing(POINTS.points(300)).gives(item("mug")).limitedTo(atMost(2).usesPer(EVER));
     * }</pre>
     *
     * @throws IllegalArgumentException if the limit is not positive
     */
    public static CapLimit atMost(long limit) {
        return new CapSentence(limit);
    }
}
