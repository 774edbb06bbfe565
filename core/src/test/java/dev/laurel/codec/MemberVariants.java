package dev.laurel.codec;

import static dev.laurel.codec.Samples.AT;
import static dev.laurel.codec.Samples.BIRTHDAY;
import static dev.laurel.codec.Samples.LATER;
import static dev.laurel.codec.Samples.MICRO_LATER;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.event.Activity;
import dev.laurel.event.Adjustment;
import dev.laurel.event.BatchRecord;
import dev.laurel.event.BroughtTier;
import dev.laurel.event.Claim;
import dev.laurel.event.Enrollment;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningDates;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.OpeningSum;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.ProfileChange.Field;
import dev.laurel.event.TierGrant;
import dev.laurel.event.TimePassed;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events about a member, each with others that differ from it in one thing. */
final class MemberVariants {
    private MemberVariants() {}

    static Enrollment enrollment(Customer profile, String referrer) {
        return new Enrollment("e-1", AT, profile, referrer);
    }

    static Variants<LoyaltyEvent> enrollments() {
        Map<String, String> attributes = Map.of("k", "v");
        Set<String> segments = Set.of("a", "b");
        return Variants.<LoyaltyEvent>of(
                        "enrollment", enrollment(new Customer("c-1", BIRTHDAY, attributes, segments), "c-9"))
                .with("id", new Enrollment("e-2", AT, new Customer("c-1", BIRTHDAY, attributes, segments), "c-9"))
                .with("time", new Enrollment("e-1", LATER, new Customer("c-1", BIRTHDAY, attributes, segments), "c-9"))
                .with("customer", enrollment(new Customer("c-2", BIRTHDAY, attributes, segments), "c-9"))
                .with("referrer", enrollment(new Customer("c-1", BIRTHDAY, attributes, segments), "c-8"))
                .with("no referrer", enrollment(new Customer("c-1", BIRTHDAY, attributes, segments), null))
                .with("no birthday", enrollment(new Customer("c-1", null, attributes, segments), "c-9"))
                .with(
                        "month",
                        enrollment(new Customer("c-1", new Birthday(Month.JULY, 15), attributes, segments), "c-9"))
                .with("day", enrollment(new Customer("c-1", new Birthday(Month.JUNE, 16), attributes, segments), "c-9"))
                .with("attribute", enrollment(new Customer("c-1", BIRTHDAY, Map.of("k", "w"), segments), "c-9"))
                .with("empty attribute", enrollment(new Customer("c-1", BIRTHDAY, Map.of("k", ""), segments), "c-9"))
                .with("no attributes", enrollment(new Customer("c-1", BIRTHDAY, Map.of(), segments), "c-9"))
                .with("segments", enrollment(new Customer("c-1", BIRTHDAY, attributes, Set.of("a", "c")), "c-9"))
                .with("joined segments", enrollment(new Customer("c-1", BIRTHDAY, attributes, Set.of("ab")), "c-9"))
                .with("no segments", enrollment(new Customer("c-1", BIRTHDAY, attributes, Set.of()), "c-9"));
    }

    static Opening opening(OpeningLot... lots) {
        return new Opening("e-1", "c-1", AT, List.of(lots), List.of(new BroughtTier("vib", LATER)))
                .counting(new OpeningSum("spend", AT, new BigDecimal("350")));
    }

    private static OpeningSum sum(String counter, Instant at, String sum) {
        return new OpeningSum(counter, at, new BigDecimal(sum));
    }

    static Variants<LoyaltyEvent> openings() {
        OpeningLot lot = new OpeningLot("points", 5, AT, LATER);
        OpeningLot second = new OpeningLot("stars", 6, AT, null);
        return Variants.<LoyaltyEvent>of("opening", opening(lot, second))
                .with(
                        "id",
                        new Opening("e-2", "c-1", AT, List.of(lot, second), List.of(new BroughtTier("vib", LATER)))
                                .counting(new OpeningSum("spend", AT, new BigDecimal("350"))))
                .with(
                        "customer",
                        new Opening("e-1", "c-2", AT, List.of(lot, second), List.of(new BroughtTier("vib", LATER)))
                                .counting(new OpeningSum("spend", AT, new BigDecimal("350"))))
                .with(
                        "time",
                        new Opening("e-1", "c-1", LATER, List.of(lot, second), List.of(new BroughtTier("vib", LATER)))
                                .counting(new OpeningSum("spend", LATER, new BigDecimal("350"))))
                .with(
                        "tier",
                        new Opening("e-1", "c-1", AT, List.of(lot, second), List.of(new BroughtTier("rouge", LATER)))
                                .counting(new OpeningSum("spend", AT, new BigDecimal("350"))))
                .with(
                        "no tier",
                        new Opening("e-1", "c-1", AT, List.of(lot, second), List.of())
                                .counting(new OpeningSum("spend", AT, new BigDecimal("350"))))
                .with(
                        "tier until",
                        new Opening("e-1", "c-1", AT, List.of(lot, second), List.of(new BroughtTier("vib", AT)))
                                .counting(new OpeningSum("spend", AT, new BigDecimal("350"))))
                .with(
                        "no tier until",
                        new Opening("e-1", "c-1", AT, List.of(lot, second), List.of(new BroughtTier("vib", null)))
                                .counting(new OpeningSum("spend", AT, new BigDecimal("350"))))
                .with(
                        "spend",
                        new Opening("e-1", "c-1", AT, List.of(lot, second), List.of(new BroughtTier("vib", LATER)))
                                .counting(new OpeningSum("spend", AT, new BigDecimal("350.01"))))
                .with(
                        "no spend",
                        new Opening("e-1", "c-1", AT, List.of(lot, second), List.of(new BroughtTier("vib", LATER))))
                .with("tier on another ladder too", opening(lot, second).holding("member", LATER))
                .with(
                        "tier without an end on another ladder too",
                        opening(lot, second).holding("member"))
                .with(
                        "zero spend",
                        new Opening("e-1", "c-1", AT, List.of(lot, second), List.of(new BroughtTier("vib", LATER)))
                                .counting(new OpeningSum("spend", AT, new BigDecimal("0"))))
                .with("enrolled", opening(lot, second).dated(OpeningDates.NONE.withEnrolled(AT)))
                .with("first purchase", opening(lot, second).dated(OpeningDates.NONE.withFirstPurchase(AT)))
                .with("birthday", opening(lot, second).dated(new OpeningDates(null, null, BIRTHDAY, null)))
                .with("birthday since", opening(lot, second).dated(OpeningDates.NONE.withBirthday(BIRTHDAY, AT)))
                .with("sum", opening(lot, second).counting(sum("visits", AT, "1")))
                .with("sum of another counter", opening(lot, second).counting(sum("visit", AT, "1")))
                .with("sum of another date", opening(lot, second).counting(sum("visits", AT.minusSeconds(1), "1")))
                .with("another sum", opening(lot, second).counting(sum("visits", AT, "1.000001")))
                .with("two sums", opening(lot, second).counting(sum("visits", AT, "1"), sum("visits", AT, "1")))
                .with("lots turned", opening(second, lot))
                .with("one lot", opening(lot))
                .with("no lots", opening())
                .with("lot currency", opening(new OpeningLot("point", 5, AT, LATER), second))
                .with("lot points", opening(new OpeningLot("points", 6, AT, LATER), second))
                .with("lot earned", opening(new OpeningLot("points", 5, AT.minusSeconds(1), LATER), second))
                .with("lot expires", opening(new OpeningLot("points", 5, AT, LATER.plusSeconds(1)), second))
                .with("lot without a date", opening(new OpeningLot("points", 5, AT, null), second));
    }

    static Variants<LoyaltyEvent> claims() {
        return Variants.of("claim", claim())
                .with("id", "id", "e-2")
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("offer", "offer", "birthday-2")
                .with("choice", "choice", "mini-mascara")
                .with("no choice", "choice", null)
                .with("offer and choice turned", new Claim("e-1", "c-1", AT, "mini-lipstick", "birthday"))
                .coverEveryComponent();
    }

    static LoyaltyEvent claim() {
        return new Claim("e-1", "c-1", AT, "birthday", "mini-lipstick");
    }

    static Variants<LoyaltyEvent> profileChanges() {
        Customer known = new Customer("c-1", BIRTHDAY, Map.of("k", "v"), Set.of("a", "b"));
        return Variants.of("profile change", profileChange())
                .with("id", "id", "e-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("customer", "profile", new Customer("c-2", BIRTHDAY, Map.of("k", "v"), Set.of("a", "b")))
                .with("month", "profile", known.withBirthday(new Birthday(Month.JULY, 15)))
                .with("day", "profile", known.withBirthday(new Birthday(Month.JUNE, 16)))
                .with("no birthday", "profile", new Customer("c-1", null, Map.of("k", "v"), Set.of("a", "b")))
                .with("birthday as it was", "fields", Set.of(Field.ATTRIBUTES, Field.SEGMENTS))
                .with("attribute name", "profile", new Customer("c-1", BIRTHDAY, Map.of("l", "v"), Set.of("a", "b")))
                .with("attribute value", "profile", known.withAttribute("k", "w"))
                .with("attributes that are empty", "profile", new Customer("c-1", BIRTHDAY, Map.of(), Set.of("a", "b")))
                .with("attributes as they were", "fields", Set.of(Field.BIRTHDAY, Field.SEGMENTS))
                .with("segments", "profile", known.withSegments("a", "c"))
                .with("joined segments", "profile", known.withSegments("ab"))
                .with("segments that are empty", "profile", known.withSegments())
                .with("segments as they were", "fields", Set.of(Field.BIRTHDAY, Field.ATTRIBUTES))
                .with("birthday alone", ProfileChange.ofBirthday("e-1", "c-1", AT, BIRTHDAY))
                .with("no birthday alone", ProfileChange.withoutBirthday("e-1", "c-1", AT))
                .with("no attributes alone", ProfileChange.ofAttributes("e-1", "c-1", AT, Map.of()))
                .with("no segments alone", ProfileChange.ofSegments("e-1", "c-1", AT, Set.of()))
                // A field that is left has nothing in the profile, so which fields change never differs alone here.
                .coverEveryComponentBut("fields");
    }

    static LoyaltyEvent profileChange() {
        Customer known = new Customer("c-1", BIRTHDAY, Map.of("k", "v"), Set.of("a", "b"));
        return ProfileChange.to("e-1", known, AT, Field.BIRTHDAY, Field.ATTRIBUTES, Field.SEGMENTS);
    }

    static Variants<LoyaltyEvent> adjustments() {
        return Variants.of("adjustment", adjustment())
                .with("id", "id", "e-2")
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("currency", "currency", "stars")
                .with("points", "points", 6L)
                .with("points taken", "points", -5L)
                .with("reason", "reason", "Goodwill!")
                .with("actor", "actor", "agent-8")
                .with("reason and actor turned", new Adjustment("e-1", "c-1", AT, "points", 5, "agent-7", "Goodwill"))
                .with("available", "available", MICRO_LATER)
                .with("expires", "expires", LATER)
                .with("purchase", "purchase", "p-1")
                .with(
                        "available and expiring",
                        new Adjustment("e-1", "c-1", AT, "points", 5, "Goodwill", "agent-7")
                                .availableFrom(MICRO_LATER)
                                .expiring(LATER))
                .coverEveryComponent();
    }

    static LoyaltyEvent adjustment() {
        return new Adjustment("e-1", "c-1", AT, "points", 5, "Goodwill", "agent-7");
    }

    static Variants<LoyaltyEvent> tierGrants() {
        return Variants.of("tier grant", tierGrant())
                .with("id", "id", "e-2")
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("tier", "tier", "rouge")
                .with("until", "until", LATER.plusNanos(1_000))
                .coverEveryComponent();
    }

    static LoyaltyEvent tierGrant() {
        return new TierGrant("e-1", "c-1", AT, "vib", LATER);
    }

    static Variants<LoyaltyEvent> activities() {
        return Variants.<LoyaltyEvent>of("activity", new Activity("e-1", "c-1", AT, "review", Map.of("k", "v")))
                .with("id", "id", "e-2")
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("name", "name", "survey")
                .with("attribute name", "attributes", Map.of("l", "v"))
                .with("attribute value", "attributes", Map.of("k", "w"))
                .with("no attributes", "attributes", Map.of())
                .coverEveryComponent();
    }

    static Variants<LoyaltyEvent> transfers() {
        return Variants.<LoyaltyEvent>of("transfer", new Transfer("e-1", "c-1", AT, "c-9", "points", 5))
                .with("id", "id", "e-2")
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("to", "to", "c-8")
                .with("currency", "currency", "stars")
                .with("points", "points", 6L)
                .coverEveryComponent();
    }

    static Variants<LoyaltyEvent> transfersReceived() {
        TransferReceived.Points dated = new TransferReceived.Points(5, AT, LATER);
        TransferReceived.Points undated = new TransferReceived.Points(6, AT, null);
        Variants<TransferReceived.Points> lots = Variants.of("lot", dated)
                .with("points", "points", 7L)
                .with("earned", "earned", MICRO_LATER)
                .with("expires", "expires", MICRO_LATER)
                .with("never expires", "expires", null)
                .coverEveryComponent();
        return Variants.<LoyaltyEvent>of("transfer received", received(dated, undated))
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("from", "from", "c-8")
                .with("transfer", "transfer", "e-2")
                .with(
                        "from and transfer turned",
                        new TransferReceived("c-1", AT, "e-1", "c-9", "points", List.of(dated, undated)))
                .with("currency", "currency", "stars")
                .with("one lot", "lots", List.of(dated))
                .with("lots turned", "lots", List.of(undated, dated))
                .withPart(lots, lot -> received(lot, undated))
                .coverEveryComponent();
    }

    static TransferReceived received(TransferReceived.Points... lots) {
        return new TransferReceived("c-1", AT, "c-9", "e-1", "points", List.of(lots));
    }

    /** Events that say no more than what all do, so that only their kind tells them apart. */
    static Variants<LoyaltyEvent> bare(String what, LoyaltyEvent event) {
        return Variants.of(what, event)
                .with("id", "id", "e-2")
                .with("customer", "customer", "c-2")
                .with("second", "occurredAt", LATER)
                .with("microsecond", "occurredAt", MICRO_LATER)
                .coverEveryComponent();
    }

    static Variants<LoyaltyEvent> batches() {
        return Variants.<LoyaltyEvent>of("batch", new BatchRecord("b-1", "c-1", AT, List.of("e-1", "e-2"), null))
                .with("id", "id", "b-2")
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("one event", "events", List.of("e-1"))
                .with("other order", "events", List.of("e-2", "e-1"))
                .with("of an order", "promise", CanonicalPromisesTest.promise())
                .coverEveryComponent();
    }

    static Variants<LoyaltyEvent> passages() {
        return Variants.<LoyaltyEvent>of("time", new TimePassed("c-1", AT))
                .with("instant", new TimePassed("c-1", MICRO_LATER))
                .with("customer", new TimePassed("c-2", AT));
    }
}
