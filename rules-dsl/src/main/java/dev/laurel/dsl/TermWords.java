package dev.laurel.dsl;

import dev.laurel.dsl.syntax.UseLimit;
import dev.laurel.ledger.Points;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.UseCap;
import dev.laurel.time.Expiry;
import dev.laurel.time.Window;

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
     * So many points in each purchase, and no more; in a window, if that is said. A cap of a rule, of a multiplier, or of a program. The
     * currency is the one that is awarded.
     *
     * <pre>{@code
     * EarnRule each = BASE.capped(atMost(POINTS.points(500)));
     * EarnRule monthly = BASE.capped(atMost(POINTS.points(1000)).per(MONTH));
     * Multiplier twice = rule("double").onPurchase().multiplies(BASE).by("2").capped(atMost(POINTS.points(100)).per(MONTH));
     * LoyaltyProgram daily = START.earn(BASE).capped(atMost(POINTS.points(120)).per(DAY)).build();
     * }</pre>
     */
    public static PointCap atMost(Points most) {
        return PointCap.of(most);
    }

    /**
     * Begins a cap on uses: of a rule, a multiplier or a program, or how often a reward can be had.
     *
     * <pre>{@code
     * EarnRule once = rule("welcome").onPurchase().earns(POINTS.points(100)).capped(atMost(1).usesPer(EVER));
     * Reward mug = reward("mug").costing(POINTS.points(300)).gives(item("mug")).capped(atMost(2).usesPer(EVER));
     * }</pre>
     *
     * @throws IllegalArgumentException if the number of uses is not positive
     */
    public static UseLimit atMost(long most) {
        // So that the exception points to the word that is wrong.
        UseCap checked = UseCap.of(most, Window.EVER);
        return window -> UseCap.of(checked.most(), window);
    }
}
