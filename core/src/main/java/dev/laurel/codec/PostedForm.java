package dev.laurel.codec;

import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.TierChange;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.util.List;

/** How an event of the journal is written and read: the event as any is, when it was recorded, and what it did. */
final class PostedForm {
    static final Kind<PostedEvent> KIND = new Kind<>('P', PostedEvent.class, PostedForm::write, PostedForm::read);

    private static final int PARTS = 4;

    private PostedForm() {}

    private static void write(CanonicalWriter out, PostedEvent posted) {
        LoyaltyEvent event = posted.event();
        Kind.write(out, EventForm.KINDS, event);
        out.instant(posted.recordedAt(), event.occurredAt());
        PartsWriter parts = new PartsWriter(out);
        parts.list(posted.versions(), CanonicalWriter::text);
        if (parts.has(!posted.entries().isEmpty())) {
            EntryForm.write(out, posted.entries(), event);
        }
        parts.list(posted.tierChanges(), (to, change) -> change(to, change, event));
        parts.list(posted.unpaid(), (to, unpaid) -> unpaid(to, unpaid, event.occurredAt()));
        parts.end();
    }

    private static PostedEvent read(CanonicalReader in) {
        LoyaltyEvent event = Kind.read(in, "event", EventForm.KINDS);
        Instant recordedAt = in.instant(event.occurredAt());
        PartsReader parts = new PartsReader(in, PARTS);
        return PostedEvent.of(
                event,
                recordedAt,
                parts.list(CanonicalReader::text),
                parts.has() ? EntryForm.read(in, event) : List.of(),
                parts.list(from -> change(from, event)),
                parts.list(from -> unpaid(from, event.occurredAt())));
    }

    private static void change(CanonicalWriter out, TierChange change, LoyaltyEvent event) {
        out.text(change.ladder());
        StandingForm.standing(out, change.from(), event.occurredAt());
        out.orNull(change.to(), (writer, to) -> StandingForm.standing(writer, to, event.occurredAt()));
        out.instant(change.at(), event.occurredAt());
        out.orNull(change.cause().equals(event.id()) ? null : change.cause(), CanonicalWriter::text);
    }

    private static TierChange change(CanonicalReader in, LoyaltyEvent event) {
        String ladder = in.text();
        TierStanding from = StandingForm.standing(in, event.occurredAt());
        TierStanding to = in.orNull(reader -> StandingForm.standing(reader, event.occurredAt()));
        Instant at = in.instant(event.occurredAt());
        String cause = in.orNull(CanonicalReader::text);
        return new TierChange(ladder, from, to, at, cause == null ? event.id() : cause);
    }

    private static void unpaid(CanonicalWriter out, UnpaidOrders unpaid, Instant near) {
        out.text(unpaid.hold());
        out.list(unpaid.orders(), CanonicalWriter::text);
        out.instant(unpaid.at(), near);
    }

    private static UnpaidOrders unpaid(CanonicalReader in, Instant near) {
        return new UnpaidOrders(in.text(), in.list(CanonicalReader::text), in.instant(near));
    }
}
