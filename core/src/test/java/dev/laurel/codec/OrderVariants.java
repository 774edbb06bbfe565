package dev.laurel.codec;

import static dev.laurel.codec.Samples.AT;
import static dev.laurel.codec.Samples.EUR;
import static dev.laurel.codec.Samples.LATER;
import static dev.laurel.codec.Samples.MICRO_LATER;
import static dev.laurel.codec.Samples.USD;
import static dev.laurel.codec.Samples.usd;

import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events about an order, each with others that differ from it in one thing. */
final class OrderVariants {
    private OrderVariants() {}

    static PurchaseLine line() {
        return PurchaseLine.of("1", "sku-1", usd("10"))
                .withCategories("a", "b")
                .withBrand("acme")
                .withQuantity(Quantity.of(2))
                .withTax(usd("1"))
                .withAttribute("k", "v");
    }

    static PurchaseLine lineWithout(boolean brand, String... categories) {
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

    static PurchaseLine line(String id, String sku, Money net) {
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

    static Basket basket(PurchaseLine... lines) {
        return new Basket(
                lines[0].net().currency(),
                List.of(lines),
                Money.of(lines[0].net().currency(), 5),
                List.of(new Payment("points", Money.of(lines[0].net().currency(), 3), "r-1")),
                "web");
    }

    static Basket basketPaid(Payment... payments) {
        return new Basket(USD, List.of(line()), usd("5"), List.of(payments), "web");
    }

    static Purchase purchase(Basket basket) {
        return new Purchase("e-1", "c-1", AT, basket);
    }

    static Variants<LoyaltyEvent> purchases() {
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
                .with("payment with foreign points", purchase(basketPaid(Payment.withForeignPoints(usd("3")))))
                .with(
                        "foreign payment of another method",
                        purchase(basketPaid(new Payment("card", usd("3"), null, true))))
                .with("payment of nothing", purchase(basketPaid(new Payment("points", usd("0"), "r-1"))))
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

    static PurchaseLine lineWith(Map<String, String> attributes) {
        return new PurchaseLine(
                "1", "sku-1", Set.of("a", "b"), "acme", Quantity.of(2), usd("10"), usd("1"), false, attributes);
    }

    static Variants<LoyaltyEvent> redemptions() {
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

    static Variants<LoyaltyEvent> returns() {
        ReturnedLine line = ReturnedLine.of("1", Quantity.ONE);
        return Variants.of("return", returned())
                .with("id", "id", "e-2")
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("purchase", "purchase", "p-2")
                .with("all", "lines", List.of())
                .with("shipping", "shipping", true)
                .with("shipping alone", Return.ofShipping("e-1", "c-1", AT, "p-1"))
                .with("amount", Return.ofAmount("e-1", "c-1", AT, "p-1", usd("3")))
                .with("more amount", Return.ofAmount("e-1", "c-1", AT, "p-1", usd("3.01")))
                .with("amount in euros", Return.ofAmount("e-1", "c-1", AT, "p-1", Money.of(EUR, 3)))
                .with(
                        "amount and shipping",
                        Return.ofAmount("e-1", "c-1", AT, "p-1", usd("3")).withShipping())
                .with("one line less", "lines", List.of(line))
                .with("lines turned", returned(ReturnedLine.of("2", usd("3")), line))
                .with("line id", returned(ReturnedLine.of("3", Quantity.ONE), ReturnedLine.of("2", usd("3"))))
                .with("line quantity", returned(ReturnedLine.of("1", Quantity.of(2)), ReturnedLine.of("2", usd("3"))))
                .with("line amount", returned(line, ReturnedLine.of("2", usd("3.01"))))
                .with("line currency", returned(line, ReturnedLine.of("2", Money.of(EUR, 3))))
                .with("line gross", returned(line, ReturnedLine.ofGross("2", usd("3"))))
                .with("line gross more", returned(line, ReturnedLine.ofGross("2", usd("3.01"))))
                .with("line gross currency", returned(line, ReturnedLine.ofGross("2", Money.of(EUR, 3))))
                .with(
                        "quantity and amount turned",
                        returned(ReturnedLine.of("1", usd("1")), ReturnedLine.of("2", Quantity.of(3))))
                // There are lines or an amount, so neither can be told from the other alone.
                .coverEveryComponentBut("amount");
    }

    static LoyaltyEvent returned(ReturnedLine... lines) {
        return new Return("e-1", "c-1", AT, "p-1", List.of(lines));
    }

    static LoyaltyEvent returned() {
        return returned(ReturnedLine.of("1", Quantity.ONE), ReturnedLine.of("2", usd("3")));
    }

    static Variants<LoyaltyEvent> cancellations() {
        return Variants.of("cancellation", cancellation())
                .with("id", "id", "e-2")
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("redemption", "redemption", "r-2")
                .with("points", "points", 6L)
                .with("all points", "points", null)
                .coverEveryComponent();
    }

    static LoyaltyEvent cancellation() {
        return new Cancellation("e-1", "c-1", AT, "r-1", 5L);
    }

    static Variants<LoyaltyEvent> holds() {
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

    static Variants<LoyaltyEvent> captures() {
        return Variants.<LoyaltyEvent>of("capture", new Capture("e-1", "c-1", AT, "h-1", 5L))
                .with("id", "id", "e-2")
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("hold", "hold", "h-2")
                .with("points", "points", 6L)
                .with("all points", "points", null)
                .with("more to follow", "more", true)
                .coverEveryComponent();
    }

    static Variants<LoyaltyEvent> releases() {
        return Variants.<LoyaltyEvent>of("release", new Release("e-1", "c-1", AT, "h-1"))
                .with("id", "id", "e-2")
                .with("customer", "customer", "c-2")
                .with("time", "occurredAt", MICRO_LATER)
                .with("hold", "hold", "h-2")
                .coverEveryComponent();
    }
}
