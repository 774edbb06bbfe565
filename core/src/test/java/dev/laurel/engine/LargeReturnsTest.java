package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.Refusal;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.time.Moment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders of many lines that cost, or weigh, what has no factor in common: no small fraction is what is left of them. */
@Tag("V1")
@Tag("V3")
@Tag("slow")
class LargeReturnsTest {
    private static final PointCurrency MILES = PointCurrency.of("miles");
    private static final PointCurrency STARS = PointCurrency.of("stars");
    private static final PointCurrency COINS = PointCurrency.of("coins");
    private static final long LEAST_CENTS = 10_000;
    private static final long CENTS_BACK = 500;
    private static final long CENTS_PAID = 100;
    private static final long POINTS_PAID = 100;

    /** Points for what is spent, a mile and a star for each piece, coins for what is spent while enough of it is left. */
    private static final LoyaltyProgram PROGRAM = program()
            .points(MILES, PointTerms.expiring(Moment.never()))
            .points(STARS, PointTerms.expiring(Moment.never()))
            .points(COINS, PointTerms.expiring(Moment.never()))
            .earn(
                    EarnRule.earning("base", Amounts.proportional(1, usd("1"))),
                    EarnRule.earning("miles", Amounts.perItem(1)).awarding(MILES),
                    EarnRule.earning("stars", Amounts.perItem(1))
                            .awarding(STARS)
                            .returning(TermsOfReturn.BY_PURCHASE),
                    EarnRule.earning("coins", Amounts.fixed(7))
                            .awarding(COINS)
                            .returning(TermsOfReturn.lostBelow(usd("9000"))))
            .redeem(Reward.costing("pay", ChosenPrice.ofAnyNumber()).giving(PointsAsPayment.of(usd("0.01"), 1)))
            .build();

    /** Prime numbers of cents. */
    private static long[] primes(int count) {
        long[] primes = new long[count];
        long next = LEAST_CENTS;
        for (int i = 0; i < count; i++) {
            do {
                next++;
            } while (!isPrime(next));
            primes[i] = next;
        }
        return primes;
    }

    private static boolean isPrime(long number) {
        for (long i = 2; i * i <= number; i++) {
            if (number % i == 0) {
                return false;
            }
        }
        return true;
    }

    private static Money cents(long cents) {
        return Money.ofMillionths(Shop.USD, cents * 10_000);
    }

    private static Shop bought(long[] cents, boolean paidWithPoints) {
        List<PurchaseLine> lines = new ArrayList<>();
        for (int i = 0; i < cents.length; i++) {
            lines.add(PurchaseLine.of("l" + i, "sku", cents(cents[i])));
        }
        return bought(Basket.of(lines), paidWithPoints);
    }

    private static Shop bought(Basket basket, boolean paidWithPoints) {
        Shop shop = new Shop(PROGRAM);
        shop.spend("2026-01-01", "1000");
        shop.submit(Redemption.of("r", CUSTOMER, noon("2026-01-02"), "pay", POINTS_PAID, Basket.ofTotal(usd("50"))));
        Basket paid = paidWithPoints ? basket.paidBy(Payment.withPoints(cents(CENTS_PAID), "r")) : basket;
        shop.submit(new Purchase("p", CUSTOMER, noon("2026-01-03"), paid));
        return shop;
    }

    private static Return back(String id, List<ReturnedLine> lines) {
        return new Return(id, CUSTOMER, noon("2026-01-05"), "p", lines);
    }

    private static List<ReturnedLine> each(int lines, IntFunction<ReturnedLine> line) {
        return IntStream.range(0, lines).mapToObj(line).toList();
    }

    private static List<ReturnedLine> fiveDollarsOfEach(int lines) {
        return each(lines, i -> ReturnedLine.of("l" + i, cents(CENTS_BACK)));
    }

    /** What a currency was given for the order, less what is taken back. */
    private static long kept(Shop shop, String currency) {
        PurchaseReceipt receipt = shop.receiptOf("p");
        return receipt.awards().stream()
                        .filter(award -> award.currency().equals(currency))
                        .mapToLong(award -> award.points())
                        .sum()
                - receipt.taken(currency);
    }

    /** The whole part of a sum of fractions, worked out as one fraction. */
    private static long floorOfSum(long[] above, long[] below) {
        BigInteger top = BigInteger.ZERO;
        BigInteger bottom = BigInteger.ONE;
        for (int i = 0; i < above.length; i++) {
            BigInteger next = BigInteger.valueOf(below[i]);
            top = top.multiply(next).add(BigInteger.valueOf(above[i]).multiply(bottom));
            bottom = bottom.multiply(next);
        }
        return top.divide(bottom).longValueExact();
    }

    private static long[] less(long[] numbers, long less) {
        return Arrays.stream(numbers).map(number -> number - less).toArray();
    }

    private static long sum(long[] numbers) {
        return Arrays.stream(numbers).sum();
    }

    private static void assertKept(Shop shop, long[] cents, boolean paidWithPoints) {
        long total = sum(cents);
        long left = total - CENTS_BACK * cents.length;
        long earning = paidWithPoints ? total - CENTS_PAID : total;
        BigInteger base =
                BigInteger.valueOf(left).multiply(BigInteger.valueOf(earning)).divide(BigInteger.valueOf(100 * total));
        assertThat(kept(shop, "points")).isEqualTo(base.longValueExact());
        assertThat(kept(shop, "miles")).isEqualTo(floorOfSum(less(cents, CENTS_BACK), cents));
        assertThat(kept(shop, "stars")).isEqualTo(cents.length * left / total);
        assertThat(kept(shop, "coins")).isEqualTo(left >= 900_000 ? 7 : 0);
        if (paidWithPoints) {
            assertThat(shop.receiptOf("p").pointPayments().get(0).restored())
                    .isEqualTo(POINTS_PAID * CENTS_BACK * cents.length / total);
        }
        shop.verify();
    }

    @Nested
    class ByAmount {
        @ParameterizedTest
        @CsvSource({"79, false", "79, true", "100, false", "100, true", "500, true", "5000, false", "5000, true"})
        @Tag("V2")
        @Tag("R4")
        void aReturnOfManyLinesByAmountInOneEventTakesWhatTheExactPartsGive(int lines, boolean paidWithPoints) {
            long[] cents = primes(lines);
            Shop shop = bought(cents, paidWithPoints);
            shop.submit(back("b", fiveDollarsOfEach(lines)));
            assertKept(shop, cents, paidWithPoints);
        }

        @ParameterizedTest
        @CsvSource({"100, false", "100, true", "500, true"})
        @Tag("V2")
        @Tag("R4")
        void aReturnOfManyLinesByAmountLineByLineTakesTheSameAsInOneEvent(int lines, boolean paidWithPoints) {
            long[] cents = primes(lines);
            Shop shop = bought(cents, paidWithPoints);
            List<ReturnedLine> back = new ArrayList<>(fiveDollarsOfEach(lines));
            Collections.shuffle(back, new Random(lines));
            for (ReturnedLine line : back) {
                shop.submit(back("b-" + line.line(), List.of(line)));
            }
            assertKept(shop, cents, paidWithPoints);
            Shop atOnce = bought(cents, paidWithPoints);
            atOnce.submit(back("b", fiveDollarsOfEach(lines)));
            assertThat(shop.receiptOf("p")).isEqualTo(atOnce.receiptOf("p"));
        }

        @Test
        @Tag("R4")
        void theReturnOfTheRestTakesAndGivesBackAll() {
            Shop shop = bought(primes(300), true);
            shop.submit(back("b1", fiveDollarsOfEach(300)));
            shop.submit(Return.ofAll("b2", CUSTOMER, noon("2026-01-06"), "p"));
            for (String currency : List.of("points", "miles", "stars", "coins")) {
                assertThat(kept(shop, currency)).as(currency).isZero();
            }
            assertThat(shop.receiptOf("p").pointPayments().get(0).restored()).isEqualTo(POINTS_PAID);
            assertThat(shop.available()).isEqualTo(1_000);
            shop.verify();
        }

        @Test
        void aReturnOfAHundredThousandLinesByAmountTakesWhatTheExactPartsGive() {
            int lines = 100_000;
            long[] cents = primes(lines);
            Shop shop = bought(cents, true);
            shop.submit(back("b", fiveDollarsOfEach(lines)));
            // What comes back of the miles, to so many digits that no more could change the whole part.
            BigDecimal back = BigDecimal.ZERO;
            for (long net : cents) {
                back = back.add(BigDecimal.valueOf(CENTS_BACK).divide(BigDecimal.valueOf(net), 30, RoundingMode.DOWN));
            }
            BigDecimal most = back.add(new BigDecimal("1e-25"));
            assertThat(most.toBigInteger()).isEqualTo(back.toBigInteger());
            assertThat(kept(shop, "miles")).isEqualTo(lines - back.longValue() - 1);
            long total = sum(cents);
            assertThat(kept(shop, "stars")).isEqualTo(lines * (total - CENTS_BACK * lines) / total);
        }
    }

    @Nested
    class ByWeight {
        /** Half a unit comes back of lines that weigh a prime number of thousandths. */
        @ParameterizedTest
        @ValueSource(ints = {100, 500, 2_000})
        void aReturnOfManyLinesByWeightTakesWhatTheExactPartsGive(int lines) {
            long[] thousandths = primes(lines);
            Shop shop = bought(
                    Basket.of(IntStream.range(0, lines)
                            .mapToObj(i -> PurchaseLine.of("l" + i, "sku", usd("3.01"))
                                    .withQuantity(Quantity.ofMillionths(thousandths[i] * 1_000)))
                            .toList()),
                    true);
            shop.submit(back("b", each(lines, i -> ReturnedLine.of("l" + i, Quantity.of("0.5")))));
            // Of the points each line has the same share, of the miles by its weight.
            long[] left = less(thousandths, 500);
            long[] shares = left.clone();
            long total = 301L * lines;
            for (int i = 0; i < lines; i++) {
                shares[i] = left[i] * (total - CENTS_PAID);
            }
            long[] below = thousandths.clone();
            for (int i = 0; i < lines; i++) {
                below[i] = thousandths[i] * 100 * lines;
            }
            assertThat(kept(shop, "points")).isEqualTo(floorOfSum(shares, below));
            // What was paid with points gave no miles either.
            assertThat(kept(shop, "miles")).isEqualTo(sum(left) * (total - CENTS_PAID) / (1_000 * total));
            shop.verify();
        }
    }

    @Nested
    class OfWhatCostNothingButItsTax {
        /** Lines count alike then, and come back by weight only. */
        @Test
        void aReturnOfWhatCostNothingButItsTaxTakesThePartOfTheLines() {
            int lines = 400;
            long[] thousandths = primes(lines);
            Shop shop = bought(
                    Basket.of(IntStream.range(0, lines)
                            .mapToObj(i -> PurchaseLine.of("l" + i, "sku", usd("0"))
                                    .withTax(usd("0.01"))
                                    .withQuantity(Quantity.ofMillionths(thousandths[i] * 1_000)))
                            .toList()),
                    false);
            shop.submit(back("b", each(lines, i -> ReturnedLine.of("l" + i, Quantity.of("0.5")))));
            long pieces = sum(thousandths) / 1_000;
            long[] above = less(thousandths, 500);
            // The stars are the exact weight in all, not only the whole pieces of it.
            long weight = sum(thousandths);
            BigInteger top = BigInteger.ZERO;
            BigInteger bottom = BigInteger.ONE;
            for (int i = 0; i < lines; i++) {
                BigInteger next = BigInteger.valueOf(thousandths[i]);
                top = top.multiply(next).add(BigInteger.valueOf(above[i]).multiply(bottom));
                bottom = bottom.multiply(next);
            }
            long stars = top.multiply(BigInteger.valueOf(weight))
                    .divide(bottom.multiply(BigInteger.valueOf(1_000L * lines)))
                    .longValueExact();
            assertThat(kept(shop, "stars")).isEqualTo(Math.min(pieces, stars));
            assertThat(kept(shop, "coins")).isZero();
        }
    }

    @Nested
    class ThatName {
        @Test
        void returnsThatNameLinesThatThereAreNotAreRefusedForTheFirstOfThem() {
            Shop shop = bought(primes(50), false);
            List<ReturnedLine> back = new ArrayList<>(fiveDollarsOfEach(50));
            back.set(7, ReturnedLine.of("x7", usd("1000000")));
            back.set(3, ReturnedLine.of("l3", usd("1000000")));
            back.set(9, ReturnedLine.of("x9", usd("5")));
            assertThat(shop.refused(back("b", back))).isEqualTo(new Refusal.UnknownLine("p", "x7"));
        }

        @Test
        void returnsThatNameMoreThanIsLeftOfALineAreRefused() {
            long[] cents = primes(200);
            Shop shop = bought(cents, false);
            shop.submit(back("b", fiveDollarsOfEach(200)));
            List<ReturnedLine> back = new ArrayList<>(fiveDollarsOfEach(200));
            back.set(150, ReturnedLine.of("l150", usd("1000000")));
            assertThat(shop.refused(back("b2", back)))
                    .isEqualTo(new Refusal.ExceedsPurchase(
                            "p", "line 'l150'", cents(cents[150] - CENTS_BACK).toString()));
        }
    }
}
