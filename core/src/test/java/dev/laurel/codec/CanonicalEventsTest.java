package dev.laurel.codec;

import static dev.laurel.codec.MemberVariants.activities;
import static dev.laurel.codec.MemberVariants.adjustment;
import static dev.laurel.codec.MemberVariants.adjustments;
import static dev.laurel.codec.MemberVariants.bare;
import static dev.laurel.codec.MemberVariants.batches;
import static dev.laurel.codec.MemberVariants.claim;
import static dev.laurel.codec.MemberVariants.claims;
import static dev.laurel.codec.MemberVariants.enrollment;
import static dev.laurel.codec.MemberVariants.enrollments;
import static dev.laurel.codec.MemberVariants.openings;
import static dev.laurel.codec.MemberVariants.passages;
import static dev.laurel.codec.MemberVariants.profileChange;
import static dev.laurel.codec.MemberVariants.profileChanges;
import static dev.laurel.codec.MemberVariants.tierGrant;
import static dev.laurel.codec.MemberVariants.tierGrants;
import static dev.laurel.codec.MemberVariants.transfers;
import static dev.laurel.codec.MemberVariants.transfersReceived;
import static dev.laurel.codec.OrderVariants.basket;
import static dev.laurel.codec.OrderVariants.cancellations;
import static dev.laurel.codec.OrderVariants.captures;
import static dev.laurel.codec.OrderVariants.holds;
import static dev.laurel.codec.OrderVariants.line;
import static dev.laurel.codec.OrderVariants.purchase;
import static dev.laurel.codec.OrderVariants.purchases;
import static dev.laurel.codec.OrderVariants.redemptions;
import static dev.laurel.codec.OrderVariants.releases;
import static dev.laurel.codec.OrderVariants.returns;
import static dev.laurel.codec.Samples.AT;
import static dev.laurel.codec.Samples.LATER;
import static dev.laurel.codec.Samples.usd;
import static dev.laurel.codec.Variants.allDiffer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.customer.Customer;
import dev.laurel.event.Activity;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Claim;
import dev.laurel.event.Closure;
import dev.laurel.event.Enrollment;
import dev.laurel.event.ErasedEvent;
import dev.laurel.event.Erasure;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Reopening;
import dev.laurel.event.Return;
import dev.laurel.event.TierGrant;
import dev.laurel.money.Quantity;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D2")
@Tag("E2")
@Tag("K4")
class CanonicalEventsTest {
    @Test
    void eventsThatDifferInOneFieldAreWrittenDifferentlyAndReadAsTheyWere() {
        Map<String, LoyaltyEvent> all = new LinkedHashMap<>();
        for (Variants<LoyaltyEvent> variants : List.of(
                purchases(),
                redemptions(),
                enrollments(),
                openings(),
                claims(),
                profileChanges(),
                adjustments(),
                tierGrants(),
                returns(),
                cancellations(),
                holds(),
                captures(),
                releases(),
                activities(),
                transfers(),
                transfersReceived(),
                bare("closure", new Closure("e-1", "c-1", AT)),
                bare("reopening", new Reopening("e-1", "c-1", AT)),
                bare("erasure", new Erasure("e-1", "c-1", AT)),
                bare("erased event", new ErasedEvent("e-1", "c-1", AT)),
                batches(),
                passages())) {
            variants.haveFormsOfTheirOwn(Codec.EVENTS, LoyaltyEvent.class);
            String kind = variants.values().keySet().iterator().next();
            variants.values().forEach((what, event) -> all.put(kind + ": " + what, event));
        }
        assertThat(all).hasSizeGreaterThanOrEqualTo(200);
        for (Class<?> kind : LoyaltyEvent.class.getPermittedSubclasses()) {
            assertThat(all.values()).as("of %s", kind).anyMatch(kind::isInstance);
        }
        allDiffer(all, Codec.EVENTS::encode);
    }

    @Test
    void eventsOfDifferentKindsHaveDifferentHashesThoughTheySayTheSame() {
        allDiffer(
                Map.of(
                        "opening", Opening.of("e-1", "c-1", AT),
                        "enrollment", Enrollment.of("e-1", "c-1", AT),
                        "redemption", Redemption.of("e-1", "c-1", AT, "c-1"),
                        "claim", new Claim("e-1", "c-1", AT, "c-1", null),
                        "return", Return.ofAll("e-1", "c-1", AT, "c-1"),
                        "cancellation", Cancellation.ofAll("e-1", "c-1", AT, "c-1"),
                        "capture", Capture.ofAll("e-1", "c-1", AT, "c-1"),
                        "release", new Release("e-1", "c-1", AT, "c-1"),
                        "activity", Activity.of("e-1", "c-1", AT, "c-1")),
                Codec.EVENTS::encode);
    }

    @Test
    void eventsWithTextsCutElsewhereHaveDifferentHashes() {
        allDiffer(
                Map.of(
                        "ab, c", enrollment(new Customer("c-1", null, Map.of(), Set.of("ab", "c")), null),
                        "a, bc", enrollment(new Customer("c-1", null, Map.of(), Set.of("a", "bc")), null),
                        "abc", enrollment(new Customer("c-1", null, Map.of(), Set.of("abc")), null),
                        "a, b, c", enrollment(new Customer("c-1", null, Map.of(), Set.of("a", "b", "c")), null),
                        "ab=c", enrollment(new Customer("c-1", null, Map.of("ab", "c"), Set.of()), null),
                        "a=bc", enrollment(new Customer("c-1", null, Map.of("a", "bc"), Set.of()), null)),
                Codec.EVENTS::encode);
        allDiffer(
                Map.of(
                        "e-1, 1c", Redemption.of("e-1", "1c", AT, "r"),
                        "e-11, c", Redemption.of("e-11", "c", AT, "r")),
                Codec.EVENTS::encode);
    }

    @Test
    void eventsWithCharactersThatLookAlikeHaveDifferentHashes() {
        allDiffer(
                Map.of(
                        "composed", Redemption.of("é", "c", AT, "r"),
                        "decomposed", Redemption.of("e\u0301", "c", AT, "r"),
                        "question mark", Redemption.of("?", "c", AT, "r"),
                        "replacement", Redemption.of("\uFFFD", "c", AT, "r")),
                Codec.EVENTS::encode);
    }

    @Test
    void eventsWithEqualValuesHaveEqualHashesHoweverTheyWereWritten() {
        Map<String, String> forward = new LinkedHashMap<>();
        forward.put("a", "1");
        forward.put("b", "2");
        Map<String, String> backward = new TreeMap<>(Collections.reverseOrder());
        backward.putAll(forward);
        Purchase one = purchase(Basket.of(PurchaseLine.of("1", "x", usd("5.0"))
                        .withCategories("b", "a")
                        .withQuantity(Quantity.of("1.000"))
                        .withAttribute("a", "1")
                        .withAttribute("b", "2"))
                .withShipping(usd("0.00")));
        Purchase other = new Purchase(
                "e-1",
                "c-1",
                AT.plusNanos(999),
                Basket.of(new PurchaseLine(
                        "1",
                        "x",
                        Set.copyOf(Arrays.asList("a", "b")),
                        null,
                        Quantity.ONE,
                        usd("5.00"),
                        usd("0"),
                        false,
                        backward)));
        assertThat(Codec.EVENTS.digest(one)).isEqualTo(Codec.EVENTS.digest(other));
        assertThat(one).isEqualTo(other);
        assertThat(Codec.EVENTS.encode(enrollment(new Customer("c-1", null, forward, Set.of("x", "y")), null)))
                .isEqualTo(
                        Codec.EVENTS.encode(enrollment(new Customer("c-1", null, backward, Set.of("y", "x")), null)));
    }

    @Test
    void eventsThatChangeAProfileAlikeHaveEqualHashesHoweverTheyWereWritten() {
        Map<String, String> forward = new LinkedHashMap<>();
        forward.put("a", "1");
        forward.put("b", "2");
        Map<String, String> backward = new TreeMap<>(Collections.reverseOrder());
        backward.putAll(forward);
        ProfileChange one = ProfileChange.to(
                "e-1",
                new Customer("c-1", null, forward, Set.of("x", "y")),
                AT,
                ProfileChange.Field.ATTRIBUTES,
                ProfileChange.Field.SEGMENTS);
        ProfileChange other = ProfileChange.to(
                "e-1",
                new Customer("c-1", null, backward, Set.of("y", "x")),
                AT.plusNanos(999),
                ProfileChange.Field.ATTRIBUTES,
                ProfileChange.Field.SEGMENTS);
        assertThat(one).isEqualTo(other);
        assertThat(Codec.EVENTS.encode(one)).isEqualTo(Codec.EVENTS.encode(other));
        assertThat(Codec.EVENTS.encode(new TierGrant("e-1", "c-1", AT, "vib", LATER.plusNanos(999))))
                .isEqualTo(Codec.EVENTS.encode(tierGrant()));
        for (LoyaltyEvent event : List.of(claim(), profileChange(), adjustment(), tierGrant())) {
            assertThat(Codec.EVENTS.encode(event)).isEqualTo(Codec.EVENTS.encode(event));
        }
    }

    @Test
    void eventsOfTenThousandCharactersHaveAFormToo() {
        PurchaseLine large = line();
        for (int i = 0; i < 1_000; i++) {
            large = i % 100 == 0 ? large.withAttribute("a" + i, "ü".repeat(1_000)) : large;
        }
        assertThat(Codec.EVENTS.encode(purchase(basket(large)))).hasSizeGreaterThan(20_000);
    }
}
