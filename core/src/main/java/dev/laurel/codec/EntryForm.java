package dev.laurel.codec;

import com.google.common.collect.ImmutableList;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.LotDating;
import dev.laurel.ledger.LotUse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the ledger entries of an event are written and read. Most have the event's id as their cause and took effect when it happened, and
 * each is of the program of the one before and mostly of its currency: what is as it was to be expected is not written.
 */
final class EntryForm {
    // Each stands for its place, so what is new goes to the end, and nothing is ever taken out.
    static final ImmutableList<EntryKind> KINDS = ImmutableList.of(
            EntryKind.OPEN,
            EntryKind.EARN,
            EntryKind.REDEEM,
            EntryKind.HOLD,
            EntryKind.CAPTURE,
            EntryKind.RELEASE,
            EntryKind.EXPIRE,
            EntryKind.CLAWBACK,
            EntryKind.RESTORE,
            EntryKind.ADJUST,
            EntryKind.SEND,
            EntryKind.RECEIVE,
            EntryKind.DEBT_PAID,
            EntryKind.REDATE);

    private static final int PARTS = 12;

    private EntryForm() {}

    static void write(CanonicalWriter out, List<LedgerEntry> entries, LoyaltyEvent event) {
        out.count(entries.size());
        LedgerEntry before = null;
        for (LedgerEntry entry : entries) {
            entry(out, entry, before, event);
            before = entry;
        }
    }

    static List<LedgerEntry> read(CanonicalReader in, LoyaltyEvent event) {
        ImmutableList.Builder<LedgerEntry> entries = ImmutableList.builder();
        LedgerEntry before = null;
        for (int count = in.count(); count > 0; count--) {
            before = entry(in, before, event);
            entries.add(before);
        }
        return entries.build();
    }

    private static void entry(
            CanonicalWriter out, LedgerEntry entry, @Nullable LedgerEntry before, LoyaltyEvent event) {
        out.number(entry.sequence() - (before == null ? 0 : before.sequence()));
        out.oneOf(KINDS, entry.kind());
        out.number(entry.points());
        Instant effective = entry.effective();
        PartsWriter parts = new PartsWriter(out);
        parts.text(before != null && entry.currency().equals(before.currency()) ? null : entry.currency());
        parts.text(before != null && entry.program().equals(before.program()) ? null : entry.program());
        parts.text(entry.cause().equals(event.id()) ? null : entry.cause());
        parts.instant(effective.equals(event.occurredAt()) ? null : effective, event.occurredAt());
        parts.list(entry.lots(), (to, use) -> use(to, use, effective));
        parts.text(entry.source());
        parts.instant(entry.earned(), effective);
        parts.instant(entry.available(), effective);
        parts.instant(entry.expires(), effective);
        if (parts.has(entry.dating() != LotDating.BY_TERMS)) {
            out.oneOf(LotForm.DATINGS, entry.dating());
        }
        parts.number(entry.shortfall());
        parts.text(entry.hold());
        parts.end();
    }

    private static LedgerEntry entry(CanonicalReader in, @Nullable LedgerEntry before, LoyaltyEvent event) {
        long sequence = in.number() + (before == null ? 0 : before.sequence());
        EntryKind kind = in.oneOf(KINDS);
        long points = in.number();
        PartsReader parts = new PartsReader(in, PARTS);
        String currency = given(in, parts.text(), before == null ? null : before.currency());
        String program = given(in, parts.text(), before == null ? null : before.program());
        String cause = given(in, parts.text(), event.id());
        Instant later = parts.instant(event.occurredAt());
        Instant effective = later == null ? event.occurredAt() : later;
        return new LedgerEntry(
                sequence,
                kind,
                currency,
                points,
                parts.list(from -> use(from, effective)),
                parts.text(),
                cause,
                program,
                effective,
                parts.instant(effective),
                parts.instant(effective),
                parts.instant(effective),
                parts.has() ? in.oneOf(LotForm.DATINGS) : LotDating.BY_TERMS,
                parts.number(),
                parts.text());
    }

    /** What stands there, or else what was to be expected. */
    private static String given(CanonicalReader in, @Nullable String text, @Nullable String expected) {
        if (text != null) {
            return text;
        }
        if (expected == null) {
            throw in.malformed("the first entry must say its currency and its program");
        }
        return expected;
    }

    private static void use(CanonicalWriter out, LotUse use, Instant near) {
        out.number(use.lot());
        out.number(use.points());
        out.instantOrNull(use.until(), near);
    }

    private static LotUse use(CanonicalReader in, Instant near) {
        return new LotUse(in.number(), in.number(), in.instantOrNull(near));
    }
}
