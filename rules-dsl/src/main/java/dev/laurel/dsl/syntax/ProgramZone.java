package dev.laurel.dsl.syntax;

import java.time.ZoneId;

/** A program that has a name. Next: its zone. */
public interface ProgramZone {
    /**
     * Dates are read in this zone.
     *
     * <pre>{@code
     * ProgramMoney start = program("beauty", "2026.1").zone(ZoneId.of("America/New_York"));
     * }</pre>
     */
    ProgramMoney zone(ZoneId zone);
}
