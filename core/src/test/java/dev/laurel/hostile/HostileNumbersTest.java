package dev.laurel.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.event.Transfer;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.Points;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Moment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Numbers that nobody means: each is refused by its type's own exception or code, or comes out exactly as it went in. */
class HostileNumbersTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final List<Long> EXTREMES = List.of(
            0L,
            1L,
            -1L,
            1_000_000L,
            (long) Integer.MAX_VALUE,
            Money.MAX_MILLIONTHS,
            Money.MAX_MILLIONTHS + 1,
            Long.MAX_VALUE / 2 + 1,
            Long.MAX_VALUE - 1,
            Long.MAX_VALUE,
            Long.MIN_VALUE + 1,
            Long.MIN_VALUE);

    private static List<String> literals() {
        List<String> literals = new ArrayList<>(List.of(
                "",
                " ",
                "1 ",
                " 1",
                "+1",
                "--1",
                "1-",
                "0x1F",
                "1f",
                "1d",
                "1L",
                "1_000",
                "1,000",
                "1.000,00",
                ".5",
                "5.",
                ".",
                "-",
                "+",
                "e",
                "1e",
                "e1",
                "1e1e1",
                "NaN",
                "-NaN",
                "Infinity",
                "-Infinity",
                "∞",
                "null",
                "true",
                "1/0",
                "0/0",
                "1/3",
                "½",
                "Ⅳ",
                "１２",
                "१२",
                "٣",
                "1\u0000",
                "\u00001",
                "1\n",
                "1\r\n2",
                "1\u202e2",
                "\ufeff1",
                "$1",
                "1%",
                "1.2.3",
                "1e+",
                "1E-",
                "--",
                "00",
                "007",
                "-0",
                "-0.0",
                "0e0",
                "-0e-400"));
        for (int exponent :
                new int[] {7, 19, 20, 308, 309, 400, 999, 10_000, 1_000_000, 999_999_999, Integer.MAX_VALUE}) {
            for (String sign : List.of("", "-")) {
                for (String mantissa : List.of("1", "9.99", "0", "0.000001", "123456789")) {
                    literals.add(sign + mantissa + "E+" + exponent);
                    literals.add(sign + mantissa + "e-" + exponent);
                    literals.add(sign + mantissa + "E" + exponent);
                }
            }
        }
        for (int digits : new int[] {18, 19, 20, 100, 1_000, 10_000, 1_000_000}) {
            for (String digit : List.of("1", "9", "0")) {
                literals.add(digit.repeat(digits));
                literals.add("-" + digit.repeat(digits));
                literals.add("0." + digit.repeat(digits));
                literals.add(digit.repeat(digits) + "." + digit.repeat(digits));
                literals.add("0".repeat(digits) + "1");
                literals.add("1." + "0".repeat(digits));
            }
        }
        return literals;
    }

    /** Asks for a value: it must be there, or be refused as bad input always is. */
    private static <T> void acceptedOrRefused(String what, Supplier<T> made, Map<Boolean, Integer> counts) {
        try {
            assertThat(made.get()).as(what).isNotNull();
            counts.merge(true, 1, Integer::sum);
        } catch (IllegalArgumentException | ArithmeticException e) {
            assertThat(e.getMessage())
                    .as(what)
                    .isNotBlank()
                    .hasSizeLessThan(600)
                    .doesNotContainPattern("\\p{Cntrl}");
            counts.merge(false, 1, Integer::sum);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            fail(what + " threw " + e, e);
        }
    }

    private static String shown(String literal) {
        return literal.length() > 40 ? literal.substring(0, 40) + "… (" + literal.length() + ")" : literal;
    }

    @Test
    @Tag("N2")
    @Tag("K22")
    void hostileNumbersWrittenAsTextAreRefusedOrExact() {
        List<String> literals = literals();
        assertThat(literals).hasSizeGreaterThanOrEqualTo(500);
        Map<Boolean, Integer> counts = new TreeMap<>();
        for (String literal : literals) {
            String what = shown(literal);
            acceptedOrRefused(
                    "money " + what, () -> exact(Money.of(USD, literal).amount(), literal), counts);
            acceptedOrRefused(
                    "quantity " + what, () -> exact(Quantity.of(literal).amount(), literal), counts);
            acceptedOrRefused("ratio " + what, () -> Ratio.of(literal), counts);
        }
        assertThat(counts.get(true)).isGreaterThan(50);
        assertThat(counts.get(false)).isGreaterThan(1_000);
    }

    private static BigDecimal exact(BigDecimal amount, String literal) {
        assertThat(amount).isEqualByComparingTo(new BigDecimal(literal));
        return amount;
    }

    @Test
    @Tag("N2")
    @Tag("K22")
    void hostileNumbersWithVastExponentsAreRefusedBeforeTheyCostAnything() {
        Map<Boolean, Integer> counts = new TreeMap<>();
        for (int scale : new int[] {
            -Integer.MAX_VALUE, -1_000_000_000, -1_000_000, -400, -20, 0, 6, 7, 20, 400, 1_000_000, Integer.MAX_VALUE
        }) {
            for (BigInteger unscaled : List.of(
                    BigInteger.ZERO,
                    BigInteger.ONE,
                    BigInteger.ONE.negate(),
                    BigInteger.TEN.pow(1_000),
                    BigInteger.TWO.pow(100_000))) {
                BigDecimal decimal = new BigDecimal(unscaled, scale);
                String what = "of " + unscaled.bitLength() + " bits and scale " + scale;
                acceptedOrRefused("money " + what, () -> Money.of(USD, decimal), counts);
                acceptedOrRefused("quantity " + what, () -> Quantity.of(decimal), counts);
                acceptedOrRefused("ratio " + what, () -> Ratio.of(decimal), counts);
            }
        }
        assertThat(counts.get(true)).isPositive();
        assertThat(counts.get(false)).isGreaterThan(100);
    }

    @Test
    @Tag("K21")
    void numbersAtTheEndsOfTheirRangesAreExactOrRefusedPairwise() {
        Map<Boolean, Integer> counts = new TreeMap<>();
        for (long left : EXTREMES) {
            for (long right : EXTREMES) {
                BigInteger a = BigInteger.valueOf(left);
                BigInteger b = BigInteger.valueOf(right);
                check(counts, () -> Ratio.of(left).plus(Ratio.of(right)), a.add(b));
                check(counts, () -> Ratio.of(left).minus(Ratio.of(right)), a.subtract(b));
                check(counts, () -> Ratio.of(left).times(Ratio.of(right)), a.multiply(b));
                check(counts, () -> Ratio.of(left).times(right), a.multiply(b));
                acceptedOrRefused(left + " / " + right, () -> Ratio.of(left, right), counts);
                acceptedOrRefused(left + " : " + right, () -> Ratio.of(left).dividedBy(Ratio.of(right)), counts);
                checkMoney(counts, left, right, Money::plus, a.add(b));
                checkMoney(counts, left, right, Money::minus, a.subtract(b));
            }
            for (Rounding rounding : Rounding.values()) {
                assertThat(Ratio.of(left).rounded(rounding)).isEqualTo(left);
                acceptedOrRefused(
                        left + " doubled", () -> Ratio.of(left).times(2).rounded(rounding), counts);
            }
        }
        assertThat(counts.get(true)).isGreaterThan(500);
        assertThat(counts.get(false)).isGreaterThan(50);
    }

    private static void check(Map<Boolean, Integer> counts, Supplier<Ratio> made, BigInteger expected) {
        acceptedOrRefused(
                expected.toString(),
                () -> {
                    Ratio ratio = made.get();
                    assertThat(ratio.numerator()).isEqualTo(expected);
                    assertThat(ratio.denominator()).isEqualTo(BigInteger.ONE);
                    return ratio;
                },
                counts);
    }

    private static void checkMoney(
            Map<Boolean, Integer> counts,
            long left,
            long right,
            BiFunction<Money, Money, Money> operation,
            BigInteger expected) {
        acceptedOrRefused(
                left + " and " + right,
                () -> {
                    Money money = operation.apply(Money.ofMillionths(USD, left), Money.ofMillionths(USD, right));
                    assertThat(BigInteger.valueOf(money.millionths())).isEqualTo(expected);
                    return money;
                },
                counts);
    }

    /** Every event that carries a number, with each of the extremes. */
    private static List<LongFunction<LoyaltyEvent>> events() {
        return List.of(
                n -> new Adjustment("e", "c1", NOON, "points", n, "error", "agent"),
                n -> new Redemption("e", "c1", NOON, "hundred", n, null),
                n -> new Hold("e", "c1", NOON, "hundred", NOON.plusSeconds(1), n, null),
                n -> new Capture("e", "c1", NOON, "h", n),
                n -> new Cancellation("e", "c1", NOON, "x", n),
                n -> new Transfer("e", "c1", NOON, "c2", "points", n),
                n -> Opening.of("e", "c1", NOON, new OpeningLot("points", n, NOON, null)),
                n -> new Purchase("e", "c1", NOON, Basket.ofTotal(Money.ofMillionths(USD, n))),
                n -> new Purchase(
                        "e",
                        "c1",
                        NOON,
                        Basket.of(PurchaseLine.of("1", "s", Money.of(USD, 1)).withQuantity(Quantity.ofMillionths(n)))),
                n -> new Purchase(
                        "e",
                        "c1",
                        NOON,
                        Basket.of(PurchaseLine.of("1", "s", Money.of(USD, 1)).withTax(Money.ofMillionths(USD, n)))),
                n -> new Purchase(
                        "e", "c1", NOON, Basket.ofTotal(Money.of(USD, 1)).withShipping(Money.ofMillionths(USD, n))),
                n -> new Return("e", "c1", NOON, "p", List.of(ReturnedLine.of("1", Quantity.ofMillionths(n)))),
                n -> new Return("e", "c1", NOON, "p", List.of(ReturnedLine.of("1", Money.ofMillionths(USD, n)))));
    }

    @Test
    @Tag("K21")
    @Tag("K22")
    @Tag("I20")
    void hostileNumbersInEventsAreRefusedOrConserved() {
        Map<String, Integer> answers = new TreeMap<>();
        for (long rate : new long[] {1, Integer.MAX_VALUE, Long.MAX_VALUE - 1, Long.MAX_VALUE}) {
            LoyaltyEngine engine = LoyaltyEngine.of(program(rate));
            for (long before : new long[] {0, 1, Points.MAX_IN_ONE_EVENT - 1, Points.MAX_IN_ONE_EVENT}) {
                Account account = engine.newAccount("c1");
                if (before > 0) {
                    account = engine.evaluate(
                                    account, new Adjustment("b", "c1", NOON, "points", before, "start", "agent"))
                            .orThrow()
                            .account();
                }
                for (LongFunction<LoyaltyEvent> event : events()) {
                    for (long n : EXTREMES) {
                        answers.merge(answer(engine, account, event, n), 1, Integer::sum);
                    }
                }
            }
        }
        assertThat(answers).containsKeys("accepted", "IllegalArgument", "OVERFLOW", "INSUFFICIENT_POINTS", "INVALID");
        assertThat(answers.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(2_000);
    }

    private static LoyaltyProgram program(long rate) {
        return LoyaltyProgram.builder("shop", "1")
                .zone(ZoneId.of("UTC"))
                .money(USD)
                .points(
                        PointCurrency.of("points"),
                        PointTerms.expiring(Moment.never()).transferable())
                .earn(
                        EarnRule.earning("base", Amounts.proportional(rate, Money.of(USD, 1))),
                        EarnRule.earning("item", Amounts.perItem(rate)))
                .redeem(Reward.costing("hundred", 100))
                .build();
    }

    private static String answer(LoyaltyEngine engine, Account account, LongFunction<LoyaltyEvent> made, long n) {
        LoyaltyEvent event;
        try {
            event = made.apply(n);
        } catch (IllegalArgumentException | ArithmeticException e) {
            assertThat(e.getMessage()).isNotBlank();
            return "IllegalArgument";
        }
        String digest = Codec.ACCOUNTS.digest(account);
        Decision decision = engine.evaluate(account, event);
        assertThat(Codec.ACCOUNTS.digest(account)).isEqualTo(digest);
        if (!decision.isAccepted()) {
            assertThat(decision.account()).isSameAs(account);
            return decision.refusal().orElseThrow().code();
        }
        assertThat(decision.account().balance("points").isConserved()).isTrue();
        return "accepted";
    }

    @Test
    @Tag("N1")
    @Tag("I19")
    @Tag("K23")
    void amountsOfTwoCurrenciesNeverMeet() {
        List<Currency> currencies =
                List.of("USD", "EUR", "GBP", "JPY", "KWD", "TND", "CHF", "INR", "BRL", "ZAR").stream()
                        .map(Currency::getInstance)
                        .toList();
        int pairs = 0;
        for (Currency left : currencies) {
            for (Currency right : currencies) {
                if (left.equals(right)) {
                    assertThat(Money.of(left, 1).plus(Money.of(right, 2))).isEqualTo(Money.of(left, 3));
                    continue;
                }
                pairs++;
                Money a = Money.of(left, 1);
                Money b = Money.of(right, 1);
                assertThat(a).isNotEqualTo(b);
                List<Function<Money, Object>> operations = List.of(
                        a::plus,
                        a::minus,
                        a::compareTo,
                        money -> Basket.of(PurchaseLine.of("1", "s", a), PurchaseLine.of("2", "s", money)),
                        money -> PurchaseLine.of("1", "s", a).withTax(money),
                        money -> Basket.ofTotal(a).withShipping(money),
                        money -> Basket.ofTotal(a).paidBy(Payment.of("card", money)));
                for (Function<Money, Object> operation : operations) {
                    try {
                        fail(left + " met " + right + ": " + operation.apply(b));
                    } catch (IllegalArgumentException e) {
                        assertThat(e.getMessage()).contains(left.getCurrencyCode(), right.getCurrencyCode());
                    }
                }
                LoyaltyEngine engine = LoyaltyEngine.of(LoyaltyProgram.builder("shop", "1")
                        .zone(ZoneId.of("UTC"))
                        .money(left)
                        .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
                        .earn(EarnRule.earning("base", Amounts.proportional(1, a)))
                        .redeem(Reward.costing("hundred", 100))
                        .build());
                for (LoyaltyEvent event : List.of(
                        new Purchase("e", "c1", NOON, Basket.ofTotal(b)),
                        Redemption.of("e", "c1", NOON, "hundred", Basket.ofTotal(b)),
                        new Hold("e", "c1", NOON, "hundred", NOON.plusSeconds(1), null, Basket.ofTotal(b)),
                        new Return("e", "c1", NOON, "p", List.of(ReturnedLine.of("1", b))))) {
                    assertThat(engine.evaluate(engine.newAccount("c1"), event)
                                    .refusal()
                                    .orElseThrow()
                                    .code())
                            .isEqualTo("WRONG_CURRENCY");
                }
            }
        }
        assertThat(pairs).isEqualTo(90);
    }
}
