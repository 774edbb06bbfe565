package dev.laurel.codec;

import dev.laurel.receipt.OpenHold;
import java.time.Instant;

/** How points that are set aside are written and read. */
final class HoldForm {
    private HoldForm() {}

    static void write(CanonicalWriter out, OpenHold hold, Instant asOf) {
        out.text(hold.hold());
        out.text(hold.reward());
        out.text(hold.currency());
        out.instant(hold.occurredAt(), asOf);
        out.instant(hold.takenAt(), hold.occurredAt());
        out.number(hold.entry());
        out.instant(hold.until(), hold.takenAt());
        out.list(hold.lots(), (to, lot) -> LotForm.taken(to, lot, hold.takenAt()));
        out.number(hold.captured());
        out.list(hold.orders(), CanonicalWriter::text);
        out.list(hold.counted(), ReceiptForm::counted);
    }

    static OpenHold read(CanonicalReader in, Instant asOf) {
        String id = in.text();
        String reward = in.text();
        String currency = in.text();
        Instant occurredAt = in.instant(asOf);
        Instant takenAt = in.instant(occurredAt);
        long entry = in.number();
        return new OpenHold(
                id,
                reward,
                currency,
                occurredAt,
                takenAt,
                entry,
                in.instant(takenAt),
                in.list(from -> LotForm.taken(from, takenAt)),
                in.number(),
                in.list(CanonicalReader::text),
                in.list(ReceiptForm::counted));
    }
}
