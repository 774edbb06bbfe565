package dev.laurel.codec;

import static dev.laurel.codec.Samples.AT;
import static dev.laurel.codec.Samples.LATER;
import static dev.laurel.codec.Samples.MICRO_LATER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.TierChange;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.LotDating;
import dev.laurel.ledger.LotUse;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D2")
class CanonicalPostedEventsTest {
    private static final LoyaltyEvent EVENT = GoldenValues.events().get("event-purchase");

    private static PostedEvent posted(LedgerEntry... entries) {
        return PostedEvent.of(
                EVENT,
                LATER,
                List.of("2026.1"),
                List.of(entries),
                List.of(Samples.tierChange()),
                List.of(Samples.unpaid()));
    }

    private static PostedEvent posted() {
        return posted(Samples.entry(), Samples.entry());
    }

    private static Variants<LotUse> uses() {
        return Variants.of("use", Samples.use())
                .with("lot", "lot", 5L)
                .with("points of a lot", "points", 8L)
                .with("lot and points turned", new LotUse(7, 4, LATER))
                .with("until", "until", MICRO_LATER)
                .with("not until", "until", null)
                .coverEveryComponent();
    }

    private static Variants<LedgerEntry> entries() {
        return Variants.of("entry", Samples.entry())
                .with("sequence", "sequence", 4L)
                .with("kind", "kind", EntryKind.OPEN)
                .with("currency", "currency", "stars")
                .with("points", "points", -12L)
                .with("no lots", "lots", List.of())
                .with("one lot more", "lots", List.of(Samples.use(), Samples.use()))
                .with("source", "source", "vib")
                .with("no source", "source", null)
                .with("cause", "cause", "e-2")
                .with("cause of the event", "cause", EVENT.id())
                .with("program", "program", "shop@2")
                .with("effective", "effective", LATER)
                .with("effective as the event", "effective", AT)
                .with("earned", "earned", LATER)
                .with("not earned", "earned", null)
                .with("available", "available", MICRO_LATER)
                .with("not available", "available", null)
                .with("expires", "expires", MICRO_LATER)
                .with("without a date", "expires", null)
                .with("dating", "dating", LotDating.SUSPENDED)
                .with("dating by terms", "dating", LotDating.BY_TERMS)
                .with("shortfall", "shortfall", 4L)
                .with("no shortfall", "shortfall", 0L)
                .with("hold", "hold", "h-2")
                .with("no hold", "hold", null)
                .withPart(uses(), use -> (LedgerEntry) Parts.with(Samples.entry(), "lots", List.of(use)))
                .coverEveryComponent();
    }

    private static Variants<TierChange> changes() {
        TierChange change = Samples.tierChange();
        return Variants.of("change", change)
                .with("ladder", "ladder", "club")
                .with("from", "from", new TierStanding(Tier.of("rouge"), LATER))
                .with("to", "to", new TierStanding(Tier.of("rouge"), null))
                .with("to nothing", "to", null)
                .with("turned", new TierChange("status", change.to(), change.from(), change.at(), change.cause()))
                .with("at", "at", AT)
                .with("cause", "cause", "e-2")
                .with("cause of the event", "cause", EVENT.id())
                .coverEveryComponent();
    }

    private static Variants<UnpaidOrders> unpaid() {
        return Variants.of("unpaid", Samples.unpaid())
                .with("hold", "hold", "h-2")
                .with("orders turned", "orders", List.of("p-2", "p-1"))
                .with("no orders", "orders", List.of())
                .with("at", "at", AT)
                .coverEveryComponent();
    }

    private static Variants<PostedEvent> all() {
        PostedEvent posted = posted();
        return Variants.of("posted event", posted)
                .with("event", "event", GoldenValues.events().get("event-hold"))
                .with("recorded", "recordedAt", MICRO_LATER)
                .with("no versions", "versions", List.of())
                .with("version", "versions", List.of("2026.2"))
                .with("two versions", "versions", List.of("2026.1", "2026.2"))
                .with("no entries", "entries", List.of())
                .with("one entry", posted(Samples.entry()))
                .with("no changes", "tierChanges", List.of())
                .with("no unpaid orders", "unpaid", List.of())
                .withPart(entries(), entry -> posted(entry, Samples.entry()))
                .with("second entry of another currency", posted(Samples.entry(), otherwise("currency", "stars")))
                .with("second entry of another program", posted(Samples.entry(), otherwise("program", "shop@2")))
                .withPart(changes(), change -> (PostedEvent) Parts.with(posted, "tierChanges", List.of(change)))
                .withPart(unpaid(), unpaid -> (PostedEvent) Parts.with(posted, "unpaid", List.of(unpaid)))
                .coverEveryComponent();
    }

    private static LedgerEntry otherwise(String component, String value) {
        return (LedgerEntry) Parts.with(Samples.entry(), component, value);
    }

    @Test
    void postedEventsThatDifferInOneFieldAreWrittenDifferentlyAndReadAsTheyWere() {
        Variants<PostedEvent> posted = all();
        assertThat(posted.values()).hasSizeGreaterThanOrEqualTo(45);
        posted.haveFormsOfTheirOwn(Codec.POSTED_EVENTS, PostedEvent.class);
    }

    @Test
    void aPostedEventHasAFormWhateverItsEventAndTheKindsOfItsEntries() {
        assertThat(EntryForm.KINDS).containsExactly(EntryKind.values());
        for (LoyaltyEvent event : GoldenValues.events().values()) {
            for (EntryKind kind : EntryKind.values()) {
                LedgerEntry entry = (LedgerEntry) Parts.with(Samples.entry(), "kind", kind);
                PostedEvent posted = PostedEvent.of(event, LATER, List.of(), List.of(entry), List.of(), List.of());
                assertThat(Codec.POSTED_EVENTS.decode(Codec.POSTED_EVENTS.encode(posted)))
                        .isEqualTo(posted);
            }
        }
    }

    @Test
    void anEntryThatIsAsItWasToBeExpectedTakesFewBytes() {
        LedgerEntry entry = new LedgerEntry(
                81,
                EntryKind.EARN,
                "points",
                120,
                List.of(new LotUse(42, 120)),
                "base",
                EVENT.id(),
                "shop@1",
                AT,
                AT,
                AT,
                null);
        int one = Codec.POSTED_EVENTS.encode(posted(entry)).length;
        LedgerEntry next = (LedgerEntry) Parts.with(entry, "sequence", 82L);
        assertThat(Codec.POSTED_EVENTS.encode(posted(entry, next)).length - one).isLessThanOrEqualTo(18);
    }
}
