package dev.laurel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.google.common.hash.Hashing;
import com.google.common.testing.EqualsTester;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.event.Basket;
import dev.laurel.event.Enrollment;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.TimePassed;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotQueue;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.RoundingStep;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.tier.WindowSums;
import java.time.Instant;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D2")
@Tag("E2")
class CanonicalFormTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant MICRO_LATER = AT.plusNanos(1_000);
    private static final Instant LATER = AT.plusSeconds(1);
    private static final Birthday BIRTHDAY = new Birthday(Month.JUNE, 15);

    private static Money usd(String amount) {
        return Money.of(USD, amount);
    }

    /** A list of values that all differ in one field from the first, by what differs. */
    private static final class Variants<T> {
        private final Map<String, T> values = new LinkedHashMap<>();

        Variants<T> with(String what, T value) {
            assertThat(values.put(what, value)).as(what).isNull();
            return this;
        }
    }

    private static <T> void allDiffer(Map<String, T> values, Function<T, CanonicalForm> form) {
        Map<String, List<String>> byHash = new TreeMap<>();
        values.forEach((what, value) -> byHash.computeIfAbsent(form.apply(value).sha256(), h -> new ArrayList<>())
                .add(what));
        assertThat(byHash.values().stream().filter(same -> same.size() > 1).toList())
                .as("different values with the same hash")
                .isEmpty();
    }

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
        return new Variants<LoyaltyEvent>()
                .with("purchase", purchase(basket(line())))
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
                .with("no payment redemption", purchase(basketPaid(new Payment("points", usd("3"), null))))
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
        return new Variants<LoyaltyEvent>()
                .with("redemption", new Redemption("e-1", "c-1", AT, "cash", 5L, basket))
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
        return new Variants<LoyaltyEvent>()
                .with("enrollment", enrollment(new Customer("c-1", BIRTHDAY, attributes, segments), "c-9"))
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
        return new Variants<LoyaltyEvent>()
                .with("opening", opening(lot, second))
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

    private static Variants<LoyaltyEvent> passages() {
        return new Variants<LoyaltyEvent>()
                .with("time", new TimePassed("c-1", AT))
                .with("instant", new TimePassed("c-1", MICRO_LATER))
                .with("customer", new TimePassed("c-2", AT));
    }

    @Nested
    @Tag("K4")
    class Events {
        @Test
        void that_differ_in_one_field_have_different_hashes() {
            Map<String, LoyaltyEvent> all = new LinkedHashMap<>();
            for (Variants<LoyaltyEvent> variants :
                    List.of(purchases(), redemptions(), enrollments(), openings(), passages())) {
                String kind = variants.values.keySet().iterator().next();
                variants.values.forEach((what, event) -> all.put(kind + ": " + what, event));
            }
            assertThat(all).hasSizeGreaterThanOrEqualTo(75);
            allDiffer(all, CanonicalForm::of);
        }

        @Test
        void of_different_kinds_have_different_hashes_though_they_say_the_same() {
            allDiffer(
                    Map.of(
                            "opening", Opening.of("e-1", "c-1", AT),
                            "enrollment", Enrollment.of("e-1", "c-1", AT),
                            "redemption", Redemption.of("e-1", "c-1", AT, "c-1")),
                    CanonicalForm::of);
        }

        @Test
        void with_texts_cut_elsewhere_have_different_hashes() {
            allDiffer(
                    Map.of(
                            "ab, c", enrollment(new Customer("c-1", null, Map.of(), Set.of("ab", "c")), null),
                            "a, bc", enrollment(new Customer("c-1", null, Map.of(), Set.of("a", "bc")), null),
                            "abc", enrollment(new Customer("c-1", null, Map.of(), Set.of("abc")), null),
                            "a, b, c", enrollment(new Customer("c-1", null, Map.of(), Set.of("a", "b", "c")), null),
                            "ab=c", enrollment(new Customer("c-1", null, Map.of("ab", "c"), Set.of()), null),
                            "a=bc", enrollment(new Customer("c-1", null, Map.of("a", "bc"), Set.of()), null)),
                    CanonicalForm::of);
            allDiffer(
                    Map.of(
                            "e-1, 1c", Redemption.of("e-1", "1c", AT, "r"),
                            "e-11, c", Redemption.of("e-11", "c", AT, "r")),
                    CanonicalForm::of);
        }

        @Test
        void with_characters_that_look_alike_have_different_hashes() {
            allDiffer(
                    Map.of(
                            "composed", Redemption.of("é", "c", AT, "r"),
                            "decomposed", Redemption.of("e\u0301", "c", AT, "r"),
                            "question mark", Redemption.of("?", "c", AT, "r"),
                            "replacement", Redemption.of("\uFFFD", "c", AT, "r")),
                    CanonicalForm::of);
        }

        @Test
        void with_equal_values_have_equal_hashes_however_they_were_written() {
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
                    .isEqualTo(
                            CanonicalForm.of(enrollment(new Customer("c-1", null, backward, Set.of("y", "x")), null)));
        }

        @Test
        void have_the_hash_that_they_had_when_it_was_written_down() {
            assertThat(CanonicalForm.of(purchase(basket(line()))).sha256())
                    .isEqualTo("deba949f6295f522d166db3e1b95ba46dac6c2e421af6e979912c86c1ce7b9f8");
        }

        @Test
        void of_a_million_characters_have_a_form_too() {
            PurchaseLine large = line();
            for (int i = 0; i < 1_000; i++) {
                large = i % 100 == 0 ? large.withAttribute("a" + i, "ü".repeat(1_000)) : large;
            }
            assertThat(CanonicalForm.of(purchase(basket(large))).toBytes()).hasSizeGreaterThan(20_000);
        }
    }

    private static final LotQueue DATED = LotQueue.EMPTY
            .plus(new Lot(1, 100, 60, AT, AT, LATER))
            .plus(new Lot(2, 10, 10, AT, LATER, LATER.plusSeconds(1)));
    private static final LotQueue UNDATED = LotQueue.EMPTY.plus(new Lot(3, 5, 5, AT, AT, null));

    private static Balance balance(int changed) {
        long[] totals = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13};
        if (changed >= 0) {
            totals[changed] += 100;
        }
        return new Balance(
                totals[0],
                totals[1],
                totals[2],
                totals[3],
                totals[4],
                totals[5],
                totals[6],
                totals[7],
                totals[8],
                totals[9],
                totals[10],
                totals[11],
                totals[12]);
    }

    private static Holding holding(Balance balance, LotQueue dated, LotQueue undated) {
        return new Holding("points", balance, dated, undated, LATER);
    }

    private static Account account(Holding... holdings) {
        return new Account(
                "program",
                new Customer("c-1", BIRTHDAY, Map.of("k", "v"), Set.of("s")),
                LATER,
                AT,
                MICRO_LATER,
                "c-9",
                7,
                3,
                List.of(holdings),
                new TierStanding(Tier.of("vib"), LATER),
                WindowSums.of(Map.of(2025L, 5L, 2026L, 6L)));
    }

    private static Account account() {
        return account(holding(balance(-1), DATED, UNDATED));
    }

    @Nested
    class Accounts {
        @Test
        void have_the_digest_that_they_had_when_it_was_written_down() {
            assertThat(account().digest())
                    .isEqualTo("0d2bdf9be668bd7311764f04cbe0b624d7e9b711fd1d87ee73c5810f606f446b");
        }

        @Test
        void that_differ_in_one_field_have_different_digests() {
            Account a = account();
            Variants<Account> variants = new Variants<Account>()
                    .with("account", a)
                    .with(
                            "program",
                            new Account(
                                    "other",
                                    a.profile(),
                                    LATER,
                                    AT,
                                    MICRO_LATER,
                                    "c-9",
                                    7,
                                    3,
                                    a.holdings(),
                                    a.standing(),
                                    a.qualifying()))
                    .with(
                            "profile",
                            new Account(
                                    "program",
                                    Customer.of("c-1"),
                                    LATER,
                                    AT,
                                    MICRO_LATER,
                                    "c-9",
                                    7,
                                    3,
                                    a.holdings(),
                                    a.standing(),
                                    a.qualifying()))
                    .with(
                            "as of",
                            new Account(
                                    "program",
                                    a.profile(),
                                    LATER.plusNanos(1_000),
                                    AT,
                                    MICRO_LATER,
                                    "c-9",
                                    7,
                                    3,
                                    a.holdings(),
                                    a.standing(),
                                    a.qualifying()))
                    .with(
                            "opened",
                            new Account(
                                    "program",
                                    a.profile(),
                                    LATER,
                                    LATER,
                                    MICRO_LATER,
                                    "c-9",
                                    7,
                                    3,
                                    a.holdings(),
                                    a.standing(),
                                    a.qualifying()))
                    .with(
                            "not opened",
                            new Account(
                                    "program",
                                    a.profile(),
                                    LATER,
                                    null,
                                    MICRO_LATER,
                                    "c-9",
                                    7,
                                    3,
                                    a.holdings(),
                                    a.standing(),
                                    a.qualifying()))
                    .with(
                            "enrolled",
                            new Account(
                                    "program",
                                    a.profile(),
                                    LATER,
                                    AT,
                                    AT,
                                    "c-9",
                                    7,
                                    3,
                                    a.holdings(),
                                    a.standing(),
                                    a.qualifying()))
                    .with(
                            "not enrolled",
                            new Account(
                                    "program",
                                    a.profile(),
                                    LATER,
                                    AT,
                                    null,
                                    "c-9",
                                    7,
                                    3,
                                    a.holdings(),
                                    a.standing(),
                                    a.qualifying()))
                    .with(
                            "opened and enrolled turned",
                            new Account(
                                    "program",
                                    a.profile(),
                                    LATER,
                                    MICRO_LATER,
                                    AT,
                                    "c-9",
                                    7,
                                    3,
                                    a.holdings(),
                                    a.standing(),
                                    a.qualifying()))
                    .with(
                            "referrer",
                            new Account(
                                    "program",
                                    a.profile(),
                                    LATER,
                                    AT,
                                    MICRO_LATER,
                                    "c-8",
                                    7,
                                    3,
                                    a.holdings(),
                                    a.standing(),
                                    a.qualifying()))
                    .with(
                            "no referrer",
                            new Account(
                                    "program",
                                    a.profile(),
                                    LATER,
                                    AT,
                                    MICRO_LATER,
                                    null,
                                    7,
                                    3,
                                    a.holdings(),
                                    a.standing(),
                                    a.qualifying()))
                    .with(
                            "sequence",
                            new Account(
                                    "program",
                                    a.profile(),
                                    LATER,
                                    AT,
                                    MICRO_LATER,
                                    "c-9",
                                    8,
                                    3,
                                    a.holdings(),
                                    a.standing(),
                                    a.qualifying()))
                    .with(
                            "lots opened",
                            new Account(
                                    "program",
                                    a.profile(),
                                    LATER,
                                    AT,
                                    MICRO_LATER,
                                    "c-9",
                                    7,
                                    4,
                                    a.holdings(),
                                    a.standing(),
                                    a.qualifying()))
                    .with(
                            "no tiers",
                            new Account(
                                    "program",
                                    a.profile(),
                                    LATER,
                                    AT,
                                    MICRO_LATER,
                                    "c-9",
                                    7,
                                    3,
                                    a.holdings(),
                                    null,
                                    a.qualifying()))
                    .with(
                            "tier",
                            new Account(
                                    "program",
                                    a.profile(),
                                    LATER,
                                    AT,
                                    MICRO_LATER,
                                    "c-9",
                                    7,
                                    3,
                                    a.holdings(),
                                    new TierStanding(Tier.of("rouge"), LATER),
                                    a.qualifying()))
                    .with(
                            "tier until",
                            new Account(
                                    "program",
                                    a.profile(),
                                    LATER,
                                    AT,
                                    MICRO_LATER,
                                    "c-9",
                                    7,
                                    3,
                                    a.holdings(),
                                    new TierStanding(Tier.of("vib"), AT),
                                    a.qualifying()))
                    .with(
                            "tier without end",
                            new Account(
                                    "program",
                                    a.profile(),
                                    LATER,
                                    AT,
                                    MICRO_LATER,
                                    "c-9",
                                    7,
                                    3,
                                    a.holdings(),
                                    new TierStanding(Tier.of("vib"), null),
                                    a.qualifying()))
                    .with(
                            "sums",
                            new Account(
                                    "program",
                                    a.profile(),
                                    LATER,
                                    AT,
                                    MICRO_LATER,
                                    "c-9",
                                    7,
                                    3,
                                    a.holdings(),
                                    a.standing(),
                                    a.qualifying().plus(2026, 1)))
                    .with(
                            "one sum",
                            new Account(
                                    "program",
                                    a.profile(),
                                    LATER,
                                    AT,
                                    MICRO_LATER,
                                    "c-9",
                                    7,
                                    3,
                                    a.holdings(),
                                    a.standing(),
                                    a.qualifying().from(2026)))
                    .with("no holdings", account(new Holding[0]))
                    .with("other currency", account(new Holding("stars", balance(-1), DATED, UNDATED, LATER)))
                    .with("timer", account(new Holding("points", balance(-1), DATED, UNDATED, AT)))
                    .with("no timer", account(new Holding("points", balance(-1), DATED, UNDATED, null)))
                    .with("fewer lots", account(holding(balance(-1), DATED.withoutFirst(), UNDATED)))
                    .with("undated lots gone", account(holding(balance(-1), DATED, LotQueue.EMPTY)))
                    .with(
                            "left",
                            account(holding(
                                    balance(-1), DATED.withFirst(DATED.first().withLeft(59)), UNDATED)))
                    .with(
                            "lot number",
                            account(holding(balance(-1), DATED, LotQueue.EMPTY.plus(new Lot(4, 5, 5, AT, AT, null)))))
                    .with(
                            "lot points",
                            account(holding(balance(-1), DATED, LotQueue.EMPTY.plus(new Lot(3, 6, 5, AT, AT, null)))))
                    .with(
                            "lot earned",
                            account(holding(
                                    balance(-1), DATED, LotQueue.EMPTY.plus(new Lot(3, 5, 5, LATER, AT, null)))))
                    .with(
                            "lot available",
                            account(holding(
                                    balance(-1), DATED, LotQueue.EMPTY.plus(new Lot(3, 5, 5, AT, LATER, null)))))
                    .with(
                            "lot expires",
                            account(holding(balance(-1), DATED, LotQueue.EMPTY.plus(new Lot(3, 5, 5, AT, AT, LATER)))));
            for (int total = 0; total < 13; total++) {
                variants = variants.with("total " + total, account(holding(balance(total), DATED, UNDATED)));
            }
            allDiffer(variants.values, CanonicalForm::of);
        }

        @Test
        void have_the_same_digest_in_every_locale_and_zone() {
            Locale locale = Locale.getDefault();
            TimeZone zone = TimeZone.getDefault();
            String digest = account().digest();
            try {
                for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN", "de-DE")) {
                    Locale.setDefault(Locale.forLanguageTag(tag));
                    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
                    assertThat(account().digest()).isEqualTo(digest);
                }
            } finally {
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);
            }
        }
    }

    private static ReceiptLine receiptLine() {
        return new ReceiptLine("1", Quantity.of(2), usd("10"), usd("9"), Quantity.of(1), usd("5"));
    }

    private static ReceiptAward award() {
        return new ReceiptAward(
                "points",
                1,
                List.of(Ratio.of("12.5")),
                Rounding.DOWN,
                RoundingStep.PER_PURCHASE,
                TermsOfReturn.IN_PROPORTION_BY_LINE,
                List.of(new ReceiptAward.Part("base", 10), new ReceiptAward.Part("vib", 2)));
    }

    private static ReceiptAward award(String currency, long lot, Ratio share, Rounding rounding, RoundingStep step) {
        return new ReceiptAward(
                currency, lot, List.of(share), rounding, step, TermsOfReturn.IN_PROPORTION_BY_LINE, award().parts());
    }

    private static Receipt receipt(List<ReceiptLine> lines, List<ReceiptAward> awards, List<Payment> payments) {
        return new Receipt("p-1", "c-1", "program@1", AT, USD, lines, awards, payments);
    }

    private static Receipt receipt(ReceiptLine line) {
        return receipt(List.of(line), List.of(award()), List.of(new Payment("points", usd("3"), "r-1")));
    }

    private static Receipt receipt(ReceiptAward award) {
        return receipt(List.of(receiptLine()), List.of(award), List.of(new Payment("points", usd("3"), "r-1")));
    }

    @Nested
    class Receipts {
        @Test
        void that_differ_in_one_field_have_different_digests() {
            Receipt r = receipt(receiptLine());
            Ratio share = Ratio.of("12.5");
            Variants<Receipt> variants = new Variants<Receipt>()
                    .with("receipt", r)
                    .with(
                            "purchase",
                            new Receipt("p-2", "c-1", "program@1", AT, USD, r.lines(), r.awards(), r.pointPayments()))
                    .with(
                            "customer",
                            new Receipt("p-1", "c-2", "program@1", AT, USD, r.lines(), r.awards(), r.pointPayments()))
                    .with(
                            "program",
                            new Receipt("p-1", "c-1", "program@2", AT, USD, r.lines(), r.awards(), r.pointPayments()))
                    .with(
                            "time",
                            new Receipt(
                                    "p-1", "c-1", "program@1", LATER, USD, r.lines(), r.awards(), r.pointPayments()))
                    .with(
                            "currency",
                            new Receipt("p-1", "c-1", "program@1", AT, EUR, r.lines(), r.awards(), r.pointPayments()))
                    .with("no lines", receipt(List.of(), r.awards(), r.pointPayments()))
                    .with("no awards", receipt(r.lines(), List.of(), r.pointPayments()))
                    .with("no payments", receipt(r.lines(), r.awards(), List.of()))
                    .with(
                            "line id",
                            receipt(new ReceiptLine(
                                    "2", Quantity.of(2), usd("10"), usd("9"), Quantity.of(1), usd("5"))))
                    .with(
                            "quantity",
                            receipt(new ReceiptLine(
                                    "1", Quantity.of(3), usd("10"), usd("9"), Quantity.of(1), usd("5"))))
                    .with(
                            "net",
                            receipt(new ReceiptLine(
                                    "1", Quantity.of(2), usd("11"), usd("9"), Quantity.of(1), usd("5"))))
                    .with(
                            "qualifying",
                            receipt(new ReceiptLine(
                                    "1", Quantity.of(2), usd("10"), usd("8"), Quantity.of(1), usd("5"))))
                    .with(
                            "quantity left",
                            receipt(new ReceiptLine(
                                    "1", Quantity.of(2), usd("10"), usd("9"), Quantity.of(2), usd("5"))))
                    .with(
                            "net left",
                            receipt(new ReceiptLine(
                                    "1", Quantity.of(2), usd("10"), usd("9"), Quantity.of(1), usd("4"))))
                    .with("award currency", receipt(award("stars", 1, share, Rounding.DOWN, RoundingStep.PER_PURCHASE)))
                    .with("award lot", receipt(award("points", 2, share, Rounding.DOWN, RoundingStep.PER_PURCHASE)))
                    .with(
                            "award share",
                            receipt(award("points", 1, Ratio.of(37, 3), Rounding.DOWN, RoundingStep.PER_PURCHASE)))
                    .with("award rounding", receipt(award("points", 1, share, Rounding.UP, RoundingStep.PER_PURCHASE)))
                    .with("award step", receipt(award("points", 1, share, Rounding.DOWN, RoundingStep.PER_LINE)))
                    .with(
                            "award part",
                            receipt(new ReceiptAward(
                                    "points",
                                    1,
                                    List.of(share),
                                    Rounding.DOWN,
                                    RoundingStep.PER_PURCHASE,
                                    TermsOfReturn.IN_PROPORTION_BY_LINE,
                                    List.of(new ReceiptAward.Part("base", 12)))))
                    .with(
                            "award rule",
                            receipt(new ReceiptAward(
                                    "points",
                                    1,
                                    List.of(share),
                                    Rounding.DOWN,
                                    RoundingStep.PER_PURCHASE,
                                    TermsOfReturn.IN_PROPORTION_BY_LINE,
                                    List.of(new ReceiptAward.Part("base", 10), new ReceiptAward.Part("vip", 2)))));
            allDiffer(variants.values, CanonicalForm::of);
        }

        @Test
        void have_the_digest_that_they_had_when_it_was_written_down() {
            assertThat(receipt(receiptLine()).digest())
                    .isEqualTo("40283d996bdec9f45ad3c290667a91067861ab2717c94e73b31a5ca92e0b9f4f");
        }
    }

    @Nested
    class Bytes {
        @Test
        void are_what_the_hash_is_taken_of() {
            CanonicalForm form = CanonicalForm.of(account());
            assertThat(form.sha256())
                    .isEqualTo(Hashing.sha256().hashBytes(form.toBytes()).toString());
        }

        @Test
        void cannot_be_changed_from_outside() {
            CanonicalForm form = CanonicalForm.of(account());
            String before = form.sha256();
            Arrays.fill(form.toBytes(), (byte) 0);
            assertThat(form.sha256()).isEqualTo(before);
        }

        @Test
        void decide_equality() {
            new EqualsTester()
                    .addEqualityGroup(CanonicalForm.of(account()), CanonicalForm.of(account()))
                    .addEqualityGroup(
                            CanonicalForm.of(new TimePassed("c-1", AT)), CanonicalForm.of(new TimePassed("c-1", AT)))
                    .addEqualityGroup(CanonicalForm.of(receipt(receiptLine())))
                    .testEquals();
        }

        @Test
        @Tag("F2")
        void are_not_shown_for_they_are_personal() {
            CanonicalForm form = CanonicalForm.of(new TimePassed("canary", AT));
            assertThat(form).hasToString("CanonicalForm[" + form.toBytes().length + " bytes]");
        }

        @Test
        @Tag("F1")
        void are_not_those_of_null() {
            assertThatNullPointerException().isThrownBy(() -> CanonicalForm.of((Account) null));
            assertThatNullPointerException().isThrownBy(() -> CanonicalForm.of((Receipt) null));
            assertThatNullPointerException().isThrownBy(() -> CanonicalForm.of((LoyaltyEvent) null));
        }
    }
}
