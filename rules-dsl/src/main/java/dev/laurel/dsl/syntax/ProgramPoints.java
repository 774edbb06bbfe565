package dev.laurel.dsl.syntax;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.program.PointTerms;

/** A program that lacks points. Next: its first point currency, which is that of rules and rewards that name none. */
public interface ProgramPoints {
    /**
     * It has this point currency, of these terms.
     *
     * <pre>{@code
     * ProgramParts start = program("beauty", "2026.1").zone(ZoneId.of("America/New_York")).money(USD)
     *         .points(POINTS, expiring(inactiveFor(months(18))));
     * }</pre>
     */
    ProgramParts points(PointCurrency currency, PointTerms terms);
}
