package dev.laurel.ledger;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger. Entries are only ever appended; a correction is another entry.
 *
 * @param sequence the number of the entry in its account, from 1 without gaps
 * @param kind what it did
 * @param currency the id of the point currency
 * @param points how many points, signed by their effect on what the customer has less what they owe
 * @param lots the lots that it touched, and by how much, or, for a redating, with how many points; less than the points where some are owed from then on
 * @param source the id of the rule, reward or offer, or null where time or the host alone was the reason
 * @param cause the id of the event, or of the passage of time, that brought it about
 * @param program the program and its version, such as {@code beauty-insider@2026.1}: for points that a rule awards or a reward takes, the one
 *     by which the event was judged, else the one in force
 * @param effective when it took effect
 * @param earned for opened lots, when their points were earned, which is before {@code effective} for points brought over from
 *     another system and for late events; otherwise null
 * @param available for opened lots, from when they can be spent; otherwise null
 * @param expires for opened lots with a date, when they are gone; for a redating, the date that the lots get, see
 *     {@link EntryKind#REDATE}; otherwise null
 * @param dating for opened lots and for a redating of lots, what rules their date
 * @param shortfall how many points more were to be taken, but were neither there nor are owed; a later entry of the same kind and source
 *     takes what comes back for them
 * @param hold for points that are set aside, captured or released, or that expire on hold, the id of the hold; otherwise null
 */
public record LedgerEntry(
        long sequence,
        EntryKind kind,
        String currency,
        long points,
        List<LotUse> lots,
        @Nullable String source,
        String cause,
        String program,
        Instant effective,
        @Nullable Instant earned,
        @Nullable Instant available,
        @Nullable Instant expires,
        LotDating dating,
        long shortfall,
        @Nullable String hold) {
    /** Takes a copy of the lots. */
    public LedgerEntry {
        lots = ImmutableList.copyOf(lots);
    }

    /** An entry without a shortfall that has to do with no hold. */
    public LedgerEntry(
            long sequence,
            EntryKind kind,
            String currency,
            long points,
            List<LotUse> lots,
            @Nullable String source,
            String cause,
            String program,
            Instant effective,
            @Nullable Instant earned,
            @Nullable Instant available,
            @Nullable Instant expires) {
        this(
                sequence,
                kind,
                currency,
                points,
                lots,
                source,
                cause,
                program,
                effective,
                earned,
                available,
                expires,
                LotDating.BY_TERMS,
                0,
                null);
    }

    /** An entry that has to do with no hold. */
    public LedgerEntry(
            long sequence,
            EntryKind kind,
            String currency,
            long points,
            List<LotUse> lots,
            @Nullable String source,
            String cause,
            String program,
            Instant effective,
            @Nullable Instant earned,
            @Nullable Instant available,
            @Nullable Instant expires,
            long shortfall) {
        this(
                sequence,
                kind,
                currency,
                points,
                lots,
                source,
                cause,
                program,
                effective,
                earned,
                available,
                expires,
                LotDating.BY_TERMS,
                shortfall,
                null);
    }

    /** What it does. */
    Movement movement() {
        return kind.movement(points, hold != null);
    }

    /** How many points of lots it touched. */
    public long touched() {
        long touched = 0;
        for (LotUse use : lots) {
            touched = Math.addExact(touched, use.points());
        }
        return touched;
    }
}
