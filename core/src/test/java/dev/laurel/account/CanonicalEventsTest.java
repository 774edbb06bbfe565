package dev.laurel.account;

import static dev.laurel.account.Samples.AT;
import static dev.laurel.account.Samples.BIRTHDAY;
import static dev.laurel.account.Samples.EUR;
import static dev.laurel.account.Samples.LATER;
import static dev.laurel.account.Samples.MICRO_LATER;
import static dev.laurel.account.Samples.USD;
import static dev.laurel.account.Samples.usd;
import static dev.laurel.account.Variants.allDiffer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.event.Activity;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Claim;
import dev.laurel.event.Closure;
import dev.laurel.event.Enrollment;
import dev.laurel.event.ErasedEvent;
import dev.laurel.event.Erasure;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Payment;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.event.TierGrant;
import dev.laurel.event.TimePassed;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import java.time.Instant;
import java.time.Month;
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
    private static PurchaseLine line() {
        return PurchaseLine.of("1", "sku-1", usd("10"))
                .withCategories("a", "b")
                .withBrand("acme")
                .withQuantity(Quantity.of(2))
                .withTax(usd("1"))
                .withAttribute("k", "v");
    }

    private static PurchaseLine lineWithout(boolean brand, String... categories) {
        return new PurchaseLine(
                "1",
                "sku-1",
                Set.of(categories),
                brand ? "acme" : null,
                Quantity.of(2),
                usd("10"),
                usd("1"),
                false,
                Map.of("k", "v"));
    }

    private static PurchaseLine line(String id, String sku, Money net) {
        return new PurchaseLine(
                id,
                sku,
                Set.of("a", "b"),
                "acme",
                Quantity.of(2),
                net,
                Money.of(net.currency(), 1),
                false,
                Map.of("k", "v"));
    }

    private static Basket basket(PurchaseLine... lines) {
        return new Basket(
                lines[0].net().currency(),
                List.of(lines),
                Money.of(lines[0].net().currency(), 5),
                List.of(new Payment("points", Money.of(lines[0].net().currency(), 3), "r-1")),
                "web");
    }

    private static Basket basketPaid(Payment... payments) {
        return new Basket(USD, List.of(line()), usd("5"), List.of(payments), "web");
    }

    private static Purchase purchase(Basket basket) {
        return new Purchase("e-1", "c-1", AT, basket);
    }

    private static Variants<LoyaltyEvent> purchases() {
        PurchaseLine other = PurchaseLine.of("2", "sku-2", usd("1"));
        return Variants.<LoyaltyEvent>of("purchase", purchase(basket(line())))
                .with("id", new Purchase("e-2", "c-1", AT, basket(line())))
                .with("customer", new Purchase("e-1", "c-2", AT, basket(line())))
                .with("second", new Purchase("e-1", "c-1", LATER, basket(line())))
                .with("microsecond", new Purchase("e-1", "c-1", MICRO_LATER, basket(line())))
                .with("currency", purchase(basket(line("1", "sku-1", Money.of(EUR, 10)))))
                .with("one line more", purchase(basket(line(), other)))
                .with("lines turned", purchase(basket(other, line())))
                .with("shipping", purchase(basket(line()).withShipping(usd("5.000001"))))
                .with("no shipping", purchase(basket(line()).withShipping(usd("0"))))
                .with("channel", purchase(basket(line()).throughChannel("shop")))
                .with(
                        "no channel",
                        purchase(new Basket(
                                USD, List.of(line()), usd("5"), basket(line()).payments(), null)))
                .with("no payment", purchase(basketPaid()))
                .with("payment method", purchase(basketPaid(new Payment("card", usd("3"), "r-1"))))
                .with("payment amount", purchase(basketPaid(new Payment("points", usd("3.01"), "r-1"))))
                .with("payment redemption", purchase(basketPaid(new Payment("points", usd("3"), "r-2"))))
                .with("no payment redemption", purchase(basketPaid(Payment.of("card", usd("3")))))
                .with(
                        "payment twice",
                        purchase(basketPaid(
                                new Payment("points", usd("3"), "r-1"), new Payment("points", usd("3"), "r-1"))))
                .with("line id", purchase(basket(line("2", "sku-1", usd("10")))))
                .with("sku", purchase(basket(line("1", "sku-2", usd("10")))))
                .with("net", purchase(basket(line("1", "sku-1", usd("10.01")))))
                .with("tax", purchase(basket(line().withTax(usd("1.01")))))
                .with("quantity", purchase(basket(line().withQuantity(Quantity.of("2.000001")))))
                .with("discounted", purchase(basket(line().withDiscount())))
                .with("brand", purchase(basket(line().withBrand("acmes"))))
                .with("no brand", purchase(basket(lineWithout(false, "a", "b"))))
                .with("categories", purchase(basket(line().withCategories("a", "c"))))
                .with("fewer categories", purchase(basket(line().withCategories("a"))))
                .with("joined categories", purchase(basket(line().withCategories("ab"))))
                .with("no categories", purchase(basket(lineWithout(true))))
                .with("attribute name", purchase(basket(lineWith(Map.of("l", "v")))))
                .with("attribute value", purchase(basket(lineWith(Map.of("k", "w")))))
                .with("attribute name and value turned", purchase(basket(lineWith(Map.of("v", "k")))))
                .with("no attributes", purchase(basket(lineWith(Map.of()))))
                .with("one attribute more", purchase(basket(line().withAttribute("l", "v"))));
    }

    private static PurchaseLine lineWith(Map<String, String> attributes) {
        return new PurchaseLine(
                "1", "sku-1", Set.of("a", "b"), "acme", Quantity.of(2), usd("10"), usd("1"), false, attributes);
    }

    private static Variants<LoyaltyEvent> redemptions() {
        Basket basket = basket(line());
        return Variants.<LoyaltyEvent>of("redemption", new Redemption("e-1", "c-1", AT, "cash", 5L, basket))
                .with("id", new Redemption("e-2", "c-1", AT, "cash", 5L, basket))
                .with("customer", new Redemption("e-1", "c-2", AT, "cash", 5L, basket))
                .with("time", new Redemption("e-1", "c-1", MICRO_LATER, "cash", 5L, basket))
                .with("reward", new Redemption("e-1", "c-1", AT, "cash-2", 5L, basket))
                .with("points", new Redemption("e-1", "c-1", AT, "cash", 6L, basket))
                .with("no points", new Redemption("e-1", "c-1", AT, "cash", null, basket))
                .with("basket", new Redemption("e-1", "c-1", AT, "cash", 5L, basket.throughChannel("shop")))
                .with("no basket", new Redemption("e-1", "c-1", AT, "cash", 5L, null))
                .with("neither", new Redemption("e-1", "c-1", AT, "cash", null, null));
    }

    private static Enrollment enrollment(Customer profile, String referrer) {
        return new Enrollment("e-1", AT, profile, referrer);
    }

    private static Variants<LoyaltyEvent> enrollments() {
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

    private static Opening opening(OpeningLot... lots) {
        return new Opening("e-1", "c-1", AT, List.of(lots), "vib", LATER, usd("350"));
    }

    private static Variants<LoyaltyEvent> openings() {
        OpeningLot lot = new OpeningLot("points", 5, AT, LATER);
        OpeningLot second = new OpeningLot("stars", 6, AT, null);
        return Variants.<LoyaltyEvent>of("opening", opening(lot, second))
                .with("id", new Opening("e-2", "c-1", AT, List.of(lot, second), "vib", LATER, usd("350")))
                .with("customer", new Opening("e-1", "c-2", AT, List.of(lot, second), "vib", LATER, usd("350")))
                .with("time", new Opening("e-1", "c-1", LATER, List.of(lot, second), "vib", LATER, usd("350")))
                .with("tier", new Opening("e-1", "c-1", AT, List.of(lot, second), "rouge", LATER, usd("350")))
                .with("no tier", new Opening("e-1", "c-1", AT, List.of(lot, second), null, null, usd("350")))
                .with("tier until", new Opening("e-1", "c-1", AT, List.of(lot, second), "vib", AT, usd("350")))
                .with("no tier until", new Opening("e-1", "c-1", AT, List.of(lot, second), "vib", null, usd("350")))
                .with("spend", new Opening("e-1", "c-1", AT, List.of(lot, second), "vib", LATER, usd("350.01")))
                .with(
                        "spend in euros",
                        new Opening("e-1", "c-1", AT, List.of(lot, second), "vib", LATER, Money.of(EUR, 350)))
                .with("no spend", new Opening("e-1", "c-1", AT, List.of(lot, second), "vib", LATER, null))
                .with("zero spend", new Opening("e-1", "c-1", AT, List.of(lot, second), "vib", LATER, usd("0")))
                .with("lots turned", opening(second, lot))
                .with("one lot", opening(lot))
                .with("no lots", opening())
                .with("lot currency", opening(new OpeningLot("point", 5, AT, LATER), second))
                .with("lot points", opening(new OpeningLot("points", 6, AT, LATER), second))
                .with("lot earned", opening(new OpeningLot("points", 5, AT.minusSeconds(1), LATER), second))
                .with("lot expires", opening(new OpeningLot("points", 5, AT, LATER.plusSeconds(1)), second))
                .with("lot without a date", opening(new OpeningLot("points", 5, AT, null), second));
    }

    private static Variants<LoyaltyEvent> claims() {
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

    private static LoyaltyEvent claim() {
        return new Claim("e-1", "c-1", AT, "birthday", "mini-lipstick");
    }

    private static Variants<LoyaltyEvent> profileChanges() {
        return Variants.of("profile change", profileChange())
                .with("id", "id", "e-2")
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("month", "birthday", new Birthday(Month.JULY, 15))
                .with("day", "birthday", new Birthday(Month.JUNE, 16))
                .with("no birthday", "birthday", null)
                .with("attribute name", "attributes", Map.of("l", "v"))
                .with("attribute value", "attributes", Map.of("k", "w"))
                .with("attributes that are empty", "attributes", Map.of())
                .with("attributes as they were", "attributes", null)
                .with("segments", "segments", Set.of("a", "c"))
                .with("joined segments", "segments", Set.of("ab"))
                .with("segments that are empty", "segments", Set.of())
                .with("segments as they were", "segments", null)
                .with("birthday alone", ProfileChange.ofBirthday("e-1", "c-1", AT, BIRTHDAY))
                .with("no attributes alone", new ProfileChange("e-1", "c-1", AT, null, Map.of(), null))
                .with("no segments alone", new ProfileChange("e-1", "c-1", AT, null, null, Set.of()))
                .coverEveryComponent();
    }

    private static LoyaltyEvent profileChange() {
        return new ProfileChange("e-1", "c-1", AT, BIRTHDAY, Map.of("k", "v"), Set.of("a", "b"));
    }

    private static Variants<LoyaltyEvent> adjustments() {
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
                .coverEveryComponent();
    }

    private static LoyaltyEvent adjustment() {
        return new Adjustment("e-1", "c-1", AT, "points", 5, "Goodwill", "agent-7");
    }

    private static Variants<LoyaltyEvent> tierGrants() {
        return Variants.of("tier grant", tierGrant())
                .with("id", "id", "e-2")
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("tier", "tier", "rouge")
                .with("until", "until", LATER.plusNanos(1_000))
                .coverEveryComponent();
    }

    private static LoyaltyEvent tierGrant() {
        return new TierGrant("e-1", "c-1", AT, "vib", LATER);
    }

    private static Variants<LoyaltyEvent> returns() {
        ReturnedLine line = ReturnedLine.of("1", Quantity.ONE);
        return Variants.of("return", returned())
                .with("id", "id", "e-2")
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("purchase", "purchase", "p-2")
                .with("all", "lines", List.of())
                .with("one line less", "lines", List.of(line))
                .with("lines turned", returned(ReturnedLine.of("2", usd("3")), line))
                .with("line id", returned(ReturnedLine.of("3", Quantity.ONE), ReturnedLine.of("2", usd("3"))))
                .with("line quantity", returned(ReturnedLine.of("1", Quantity.of(2)), ReturnedLine.of("2", usd("3"))))
                .with("line amount", returned(line, ReturnedLine.of("2", usd("3.01"))))
                .with("line currency", returned(line, ReturnedLine.of("2", Money.of(EUR, 3))))
                .with(
                        "quantity and amount turned",
                        returned(ReturnedLine.of("1", usd("1")), ReturnedLine.of("2", Quantity.of(3))))
                .coverEveryComponent();
    }

    private static LoyaltyEvent returned(ReturnedLine... lines) {
        return new Return("e-1", "c-1", AT, "p-1", List.of(lines));
    }

    private static LoyaltyEvent returned() {
        return returned(ReturnedLine.of("1", Quantity.ONE), ReturnedLine.of("2", usd("3")));
    }

    private static Variants<LoyaltyEvent> cancellations() {
        return Variants.of("cancellation", cancellation())
                .with("id", "id", "e-2")
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("redemption", "redemption", "r-2")
                .with("points", "points", 6L)
                .with("all points", "points", null)
                .coverEveryComponent();
    }

    private static LoyaltyEvent cancellation() {
        return new Cancellation("e-1", "c-1", AT, "r-1", 5L);
    }

    private static Variants<LoyaltyEvent> holds() {
        Basket basket = basket(line());
        return Variants.<LoyaltyEvent>of("hold", new Hold("e-1", "c-1", AT, "cash", LATER, 5L, basket))
                .with("id", "id", "e-2")
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("reward", "reward", "cash-2")
                .with("until", "until", LATER.plusNanos(1_000))
                .with("points", "points", 6L)
                .with("no points", "points", null)
                .with("basket", "basket", basket.throughChannel("shop"))
                .with("no basket", "basket", null)
                .with("neither", Hold.of("e-1", "c-1", AT, "cash", LATER))
                .coverEveryComponent();
    }

    private static Variants<LoyaltyEvent> captures() {
        return Variants.<LoyaltyEvent>of("capture", new Capture("e-1", "c-1", AT, "h-1", 5L))
                .with("id", "id", "e-2")
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("hold", "hold", "h-2")
                .with("points", "points", 6L)
                .with("all points", "points", null)
                .coverEveryComponent();
    }

    private static Variants<LoyaltyEvent> releases() {
        return Variants.<LoyaltyEvent>of("release", new Release("e-1", "c-1", AT, "h-1"))
                .with("id", "id", "e-2")
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("hold", "hold", "h-2")
                .coverEveryComponent();
    }

    private static Variants<LoyaltyEvent> activities() {
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

    private static Variants<LoyaltyEvent> transfers() {
        return Variants.<LoyaltyEvent>of("transfer", new Transfer("e-1", "c-1", AT, "c-9", "points", 5))
                .with("id", "id", "e-2")
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("to", "to", "c-8")
                .with("currency", "currency", "stars")
                .with("points", "points", 6L)
                .coverEveryComponent();
    }

    private static Variants<LoyaltyEvent> transfersReceived() {
        TransferReceived.Points dated = new TransferReceived.Points(5, AT, LATER);
        TransferReceived.Points undated = new TransferReceived.Points(6, AT, null);
        Variants<TransferReceived.Points> lots = Variants.of("lot", dated)
                .with("points", "points", 7L)
                .with("earned", "earned", MICRO_LATER)
                .with("expires", "expires", MICRO_LATER)
                .with("never expires", "expires", null)
                .coverEveryComponent();
        return Variants.<LoyaltyEvent>of("transfer received", received(LATER, dated, undated))
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("from", "from", "c-8")
                .with("transfer", "transfer", "e-2")
                .with(
                        "from and transfer turned",
                        new TransferReceived("c-1", AT, "e-1", "c-9", "points", List.of(dated, undated), LATER))
                .with("currency", "currency", "stars")
                .with("one lot", "lots", List.of(dated))
                .with("lots turned", "lots", List.of(undated, dated))
                .with("timer", "runsOut", MICRO_LATER)
                .with("no timer", "runsOut", null)
                .withPart(lots, lot -> received(LATER, lot, undated))
                .coverEveryComponent();
    }

    private static TransferReceived received(Instant runsOut, TransferReceived.Points... lots) {
        return new TransferReceived("c-1", AT, "c-9", "e-1", "points", List.of(lots), runsOut);
    }

    /** Events that say no more than what all do, so that only their kind tells them apart. */
    private static Variants<LoyaltyEvent> bare(String what, LoyaltyEvent event) {
        return Variants.of(what, event)
                .with("id", "id", "e-2")
                .with("customer", "customer", "c-2")
                .with("second", "occurredAt", LATER)
                .with("microsecond", "occurredAt", MICRO_LATER)
                .coverEveryComponent();
    }

    private static Variants<LoyaltyEvent> passages() {
        return Variants.<LoyaltyEvent>of("time", new TimePassed("c-1", AT))
                .with("instant", new TimePassed("c-1", MICRO_LATER))
                .with("customer", new TimePassed("c-2", AT));
    }

    @Test
    void thatDifferInOneFieldAreWrittenDifferentlyAndReadAsTheyWere() {
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
                bare("erasure", new Erasure("e-1", "c-1", AT)),
                bare("erased event", new ErasedEvent("e-1", "c-1", AT)),
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
    void ofDifferentKindsHaveDifferentHashesThoughTheySayTheSame() {
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
    void withTextsCutElsewhereHaveDifferentHashes() {
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
    void withCharactersThatLookAlikeHaveDifferentHashes() {
        allDiffer(
                Map.of(
                        "composed", Redemption.of("é", "c", AT, "r"),
                        "decomposed", Redemption.of("e\u0301", "c", AT, "r"),
                        "question mark", Redemption.of("?", "c", AT, "r"),
                        "replacement", Redemption.of("\uFFFD", "c", AT, "r")),
                Codec.EVENTS::encode);
    }

    @Test
    void withEqualValuesHaveEqualHashesHoweverTheyWereWritten() {
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
        assertThat(CanonicalForm.of(one).sha256())
                .isEqualTo(CanonicalForm.of(other).sha256());
        assertThat(one).isEqualTo(other);
        assertThat(CanonicalForm.of(enrollment(new Customer("c-1", null, forward, Set.of("x", "y")), null)))
                .isEqualTo(CanonicalForm.of(enrollment(new Customer("c-1", null, backward, Set.of("y", "x")), null)));
    }

    @Test
    void thatChangeAProfileAlikeHaveEqualHashesHoweverTheyWereWritten() {
        Map<String, String> forward = new LinkedHashMap<>();
        forward.put("a", "1");
        forward.put("b", "2");
        Map<String, String> backward = new TreeMap<>(Collections.reverseOrder());
        backward.putAll(forward);
        ProfileChange one = new ProfileChange("e-1", "c-1", AT, null, forward, Set.of("x", "y"));
        ProfileChange other = new ProfileChange("e-1", "c-1", AT.plusNanos(999), null, backward, Set.of("y", "x"));
        assertThat(one).isEqualTo(other);
        assertThat(CanonicalForm.of(one)).isEqualTo(CanonicalForm.of(other));
        assertThat(CanonicalForm.of(new TierGrant("e-1", "c-1", AT, "vib", LATER.plusNanos(999))))
                .isEqualTo(CanonicalForm.of(tierGrant()));
        for (LoyaltyEvent event : List.of(claim(), profileChange(), adjustment(), tierGrant())) {
            assertThat(CanonicalForm.of(event)).isEqualTo(CanonicalForm.of(event));
        }
    }

    @Test
    void haveTheHashThatTheyHadWhenItWasWrittenDown() {
        assertThat(CanonicalForm.of(purchase(basket(line()))).sha256())
                .isEqualTo("deba949f6295f522d166db3e1b95ba46dac6c2e421af6e979912c86c1ce7b9f8");
        assertThat(List.of(claim(), profileChange(), adjustment(), tierGrant(), returned(), cancellation()))
                .extracting(event -> CanonicalForm.of(event).sha256())
                .containsExactly(
                        "00b61f13d66a052864998e162bcb8a90fd7c4aee0612558ca319b49e2c32c0c4",
                        "bfbc4aa7eb29b5862c84fdbcf4f49bf61897315f8637563c320a94e0d633d06b",
                        "c139e66c5aac48e6274b5a67b2452606d4b28cf7cacb003328ee565ab0ffd975",
                        "38209f00a71bf5841ff549d34097b0fabaec618472b200f2b32221c088c17fe0",
                        "62db2e9f7ef2b0f6554443a4cf53353eed51512e87bfb2852c7154effce6f3a0",
                        "c0ad6a2dbf21b1a8171ed19cd9fd228d2bf6f44df62e65c2ef655904d6431a32");
    }

    @Test
    void ofAMillionCharactersHaveAFormToo() {
        PurchaseLine large = line();
        for (int i = 0; i < 1_000; i++) {
            large = i % 100 == 0 ? large.withAttribute("a" + i, "ü".repeat(1_000)) : large;
        }
        assertThat(CanonicalForm.of(purchase(basket(large))).toBytes()).hasSizeGreaterThan(20_000);
    }
}
