package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.receipt.Receipt;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.TermsOfReturn;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Returns in numbers in which a leak of one point in a hundred thousand shows. */
@Tag("slow")
class ManyReturnsTest {
    private static final int RUNS = 100_000;
    private static final int LINES = 3;
    private static final int PARTS = 12;

    /** Of each line, how many twelfths come back. */
    private static List<ReturnedLine> part(Basket basket, int[] twelfths) {
        List<ReturnedLine> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            if (twelfths[i] > 0) {
                String id = Integer.toString(i);
                Money net = basket.lines().get(i).net();
                // The middle line comes back by amount, the others by quantity.
                lines.add(
                        i == 1
                                ? ReturnedLine.of(
                                        id, Money.ofMillionths(net.currency(), net.millionths() / PARTS * twelfths[i]))
                                : ReturnedLine.of(id, Quantity.of(twelfths[i])));
            }
        }
        return lines;
    }

    private static Basket drawnBasket(Random random) {
        List<PurchaseLine> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            String net = Money.ofMillionths(Shop.USD, (1 + random.nextInt(5_000)) * 120_000L)
                    .amount()
                    .toPlainString();
            lines.add(line(Integer.toString(i), net, i == 0 ? "a" : "b").withQuantity(Quantity.of(PARTS)));
        }
        return Basket.of(lines);
    }

    private static LoyaltyEngine drawnEngine(Random random) {
        Rounding rounding = List.of(Rounding.values()).get(random.nextInt(Rounding.values().length));
        RoundingStep step = List.of(RoundingStep.values()).get(random.nextInt(RoundingStep.values().length));
        EarnRule base = EarnRule.earning("base", Amounts.proportional(1 + random.nextInt(20), usd("7")))
                .rounded(rounding, step)
                .returning(random.nextBoolean() ? TermsOfReturn.BY_LINE : TermsOfReturn.BY_PURCHASE);
        Multiplier more = Multiplier.of("more", base, Ratio.of("1.25"));
        return LoyaltyEngine.of(program().earn(base, more).build());
    }

    private static long due(Decision decision) {
        long due = 0;
        for (LedgerEntry entry : decision.entries()) {
            if (entry.kind() == EntryKind.CLAWBACK) {
                due -= entry.points();
            }
        }
        return due;
    }

    @Test
    @Tag("V3")
    @Tag("I12")
    @Tag("K10")
    void aHundredThousandSplitsTakeWhatOneReturnOfTheSameTakes() {
        Random random = new Random(12);
        LoyaltyEngine engine = drawnEngine(random);
        for (int run = 0; run < RUNS; run++) {
            if (run % 500 == 0) {
                engine = drawnEngine(random);
            }
            Basket basket = drawnBasket(random);
            Decision bought = engine.evaluate(
                            engine.newAccount(CUSTOMER), new Purchase("p", CUSTOMER, noon("2026-01-05"), basket))
                    .orThrow();
            int[] sum = new int[LINES];
            long taken = 0;
            Account account = bought.account();
            Receipt receipt = bought.receipts().get(0);
            int returns = 1 + random.nextInt(5);
            for (int i = 0; i < returns; i++) {
                int[] twelfths = new int[LINES];
                for (int line = 0; line < LINES; line++) {
                    twelfths[line] = random.nextInt(PARTS - sum[line] + 1) / (1 + random.nextInt(2));
                    sum[line] += twelfths[line];
                }
                List<ReturnedLine> lines = part(basket, twelfths);
                if (!lines.isEmpty()) {
                    Decision part = engine.evaluate(
                                    account,
                                    new Return("r" + i, CUSTOMER, noon("2026-01-10"), "p", lines),
                                    List.of(receipt))
                            .orThrow();
                    taken += due(part);
                    account = part.account();
                    receipt = part.receipts().get(0);
                }
            }
            if (sum[0] + sum[1] + sum[2] == 0) {
                continue;
            }
            Decision atOnce = engine.evaluate(
                            bought.account(),
                            new Return("r", CUSTOMER, noon("2026-01-10"), "p", part(basket, sum)),
                            bought.receipts())
                    .orThrow();
            assertThat(taken).as("run %s", run).isEqualTo(due(atOnce));
            assertThat(account.balance("points").available())
                    .isEqualTo(atOnce.account().balance("points").available());
        }
    }

    @Test
    @Tag("K6")
    @Tag("I11")
    void aHundredThousandTimesBoughtAndReturnedLeaveNoPoint() {
        Random random = new Random(6);
        LoyaltyEngine engine = drawnEngine(random);
        Account account = engine.newAccount(CUSTOMER);
        List<LedgerEntry> entries = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            String purchase = "p" + run;
            Decision bought = engine.evaluate(
                            account, new Purchase(purchase, CUSTOMER, noon("2026-01-05"), drawnBasket(random)))
                    .orThrow();
            Decision returned = engine.evaluate(
                            bought.account(),
                            Return.ofAll("r" + run, CUSTOMER, noon("2026-01-05"), purchase),
                            bought.receipts())
                    .orThrow();
            account = returned.account();
            entries.addAll(bought.entries());
            entries.addAll(returned.entries());
            assertThat(account.balance("points").available()).isZero();
        }
        assertThat(account.balance("points").earned()).isGreaterThan(RUNS);
        assertThat(account.balance("points").debt()).isZero();
        assertThat(account.balance("points").clawedBack())
                .isEqualTo(account.balance("points").earned());
        assertThat(account.verify(entries)).isEmpty();
    }
}
