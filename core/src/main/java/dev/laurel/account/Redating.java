package dev.laurel.account;

import dev.laurel.time.Timestamps;
import java.time.Instant;

/**
 * A time during which a tier suspended the dates of a point currency's lots, and the date that they got at its end. It holds for lots
 * that were empty then too, since points of a redemption may come back to them.
 *
 * @param from when it began; what expired before or at that instant stays expired
 * @param lots the number of the last lot that there was at its end
 * @param expires the date that all lots up to that one got whose own was earlier
 */
public record Redating(Instant from, long lots, Instant expires) {
    /** Keeps instants to the microsecond. */
    public Redating {
        from = Timestamps.kept(from);
        expires = Timestamps.kept(expires);
    }
}
