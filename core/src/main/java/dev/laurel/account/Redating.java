package dev.laurel.account;

import dev.laurel.time.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An instant at which the lots of a point currency got other dates. It holds for lots that were empty then too, since points of a
 * redemption may come back to them.
 */
public sealed interface Redating {
    /** The number of the last ledger entry before it: what was taken out of a lot by that entry or an earlier one has the date of before. */
    long entry();

    /** The number of the last lot that there was. */
    long lots();

    /**
     * A tier no longer suspends the dates.
     *
     * @param from when it began to; what expired before or at that instant stays expired
     * @param entry the number of the last ledger entry before it ended
     * @param lots the number of the last lot that there was then
     * @param expires the date that all lots up to that one got whose own was earlier
     */
    record Resumed(Instant from, long entry, long lots, Instant expires) implements Redating {
        /** Keeps instants to the microsecond. */
        public Resumed {
            from = Timestamps.kept(from);
            expires = Timestamps.kept(expires);
        }
    }

    /**
     * A version of the program came into force by which the currency's points expire otherwise.
     *
     * @param version the version
     * @param at when it came into force for the account
     * @param entry the number of the last ledger entry before it
     * @param lots the number of the last lot that there was
     * @param suspendedSince since when a tier suspended the dates of before, or null if none did
     * @param bothCounted whether lots with dates could also end by inactivity until then
     * @param runsOut when the timer of inactivity would have run out that there was until then, had no tier suspended it, or null if there
     *     was none
     * @param ranOut the number of the last ledger entry when a timer last had run out by then, or 0 if none ever had
     */
    record ByVersion(
            String version,
            Instant at,
            long entry,
            long lots,
            @Nullable Instant suspendedSince,
            boolean bothCounted,
            @Nullable Instant runsOut,
            long ranOut)
            implements Redating {
        /** Keeps instants to the microsecond. */
        public ByVersion {
            at = Timestamps.kept(at);
            suspendedSince = Timestamps.keptOrNull(suspendedSince);
            runsOut = Timestamps.keptOrNull(runsOut);
        }

        /** A copy by which the timer of before would have run out at another instant, or was none. */
        public ByVersion withRunsOut(@Nullable Instant other) {
            return new ByVersion(version, at, entry, lots, suspendedSince, bothCounted, other, ranOut);
        }
    }
}
