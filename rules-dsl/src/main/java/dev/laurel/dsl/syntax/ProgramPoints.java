package dev.laurel.dsl.syntax;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.program.Expiry;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.ShortfallPolicy;

/** A program that lacks points. Next: its first point currency, which is that of rules and rewards that name none. */
public interface ProgramPoints {
    /**
     * It has this point currency; points that are to be taken but are not there are owed.
     *
     * <pre>{@code
     * ProgramParts start = program("beauty", "2026.1").zone(ZoneId.of("America/New_York")).money(USD)
     *         .points(POINTS, expiringAfterInactivityOf(months(18)));
     * }</pre>
     */
    ProgramParts points(PointCurrency currency, Expiry expiry);

    /**
     * It has this point currency, and says what becomes of points that are to be taken but are not there.
     *
     * <pre>{@code
     * ProgramParts start = program("beauty", "2026.1").zone(ZoneId.of("America/New_York")).money(USD)
     *         .points(POINTS, neverExpiring(), forgettingWhatIsMissing());
     * }</pre>
     */
    ProgramParts points(PointCurrency currency, Expiry expiry, ShortfallPolicy shortfall);

    /**
     * It has this point currency, of which more is said.
     *
     * <pre>{@code
     * ProgramParts start = program("airline", "2026.1").zone(ZoneId.of("UTC")).money(USD)
     *         .points(termsOf(POINTS, neverExpiring()).transferringAfter(days(14)));
     * }</pre>
     */
    ProgramParts points(PointPolicy policy);
}
